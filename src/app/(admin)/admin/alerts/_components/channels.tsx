'use client';

import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { CHANNEL_WORDS, type TrialView } from './alert-words';
import classes from './alerts.module.css';

type RulesView = RouterOutputs['admin']['alerts']['rules'];
type Channel = TrialView['channel'];

const SET_UP: Record<'slack' | 'pagerduty', [string, string]> = {
  slack: ['Set up', 'Not set up: put SLACK_WEBHOOK_URL'],
  pagerduty: ['Set up', 'Not set up: put PAGERDUTY_ROUTING_KEY'],
};
const OUTCOMES = { sent: 'Arrived', failed: 'Failed', waits: 'Waits', not_set_up: 'Not set up' } as const;
const STATES = { sent: 'fine', failed: 'firing', waits: 'unknown', not_set_up: 'unknown' } as const;

/** By what operators are told, and a button that tries all of it. */
export function Channels() {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.alerts.rules.queryOptions());
  const trial = useMutation(trpc.admin.alerts.tryChannels.mutationOptions());
  return (
    <section className={classes.section} aria-labelledby="channels">
      <h2 className={classes.title} id="channels">
        Channels
      </h2>
      <FormAlert message={trial.isError ? readFailure(trial.error).message : null} />
      {list.data ? (
        <ul className={classes.list}>
          {(['email', 'slack', 'pagerduty'] as const).map((channel) => (
            <li key={channel} className={classes.row}>
              <div className={classes.who}>
                <div className={classes.name}>{CHANNEL_WORDS[channel]}</div>
                <div className={classes.facts}>{setUpWords(channel, list.data)}</div>
              </div>
              <Outcome trial={trial.data?.find((one) => one.channel === channel)} />
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton height={180} radius="lg" />
      )}
      <Button mt="sm" size="sm" variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
        Send a test by each
      </Button>
    </section>
  );
}

function setUpWords(channel: Channel, { channels, emailsLeave }: RulesView): string {
  if (channel !== 'email') return SET_UP[channel][channels[channel] ? 0 : 1];
  const admins = channels.email === 1 ? 'To one admin' : `To ${channels.email} admins`;
  return emailsLeave ? admins : `${admins}, in the outbox: no mail service is set up`;
}

function Outcome({ trial }: { trial: TrialView | undefined }) {
  if (trial === undefined) return null;
  return (
    <div role="status" data-testid={`trial-${trial.channel}`}>
      <span className={classes.state} data-state={STATES[trial.outcome]}>
        {OUTCOMES[trial.outcome]}
      </span>
      <div className={classes.facts}>{trial.detail}</div>
    </div>
  );
}
