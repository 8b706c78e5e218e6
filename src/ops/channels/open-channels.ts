import type { Env } from '@/env';
import type { OperatorChannels } from './channel';
import { createPagerDuty } from './pagerduty';
import { createSlack } from './slack';

/** Where operators see what is wrong, after the app's address. */
export const ALERTS_PAGE = '/admin/alerts';

/** The ways to operators that the settings name. */
export function openChannels(
  env: Pick<Env, 'APP_URL' | 'SLACK_WEBHOOK_URL' | 'PAGERDUTY_ROUTING_KEY' | 'PAGERDUTY_URL'>,
): OperatorChannels {
  const pageUrl = env.APP_URL + ALERTS_PAGE;
  return {
    slack: env.SLACK_WEBHOOK_URL ? createSlack({ url: env.SLACK_WEBHOOK_URL, pageUrl }) : null,
    pagerduty: env.PAGERDUTY_ROUTING_KEY
      ? createPagerDuty({ url: env.PAGERDUTY_URL, routingKey: env.PAGERDUTY_ROUTING_KEY, pageUrl })
      : null,
  };
}
