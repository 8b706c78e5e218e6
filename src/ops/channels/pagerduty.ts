import type { ChannelMessage, OutsideChannel } from './channel';
import { postJson } from './post-json';

interface PagerDutyOptions {
  /** The Events API v2, of the US or the EU. */
  url: string;
  routingKey: string;
  /** Where an operator reads on; its host names the service. */
  pageUrl: string;
  timeoutMs?: number;
}

const LONGEST_SUMMARY = 1_024;

/** PagerDuty's Events API v2. One key of ours is one alert there, however often it is told. */
export function createPagerDuty({ url, routingKey, pageUrl, timeoutMs }: PagerDutyOptions): OutsideChannel {
  return {
    send: (message) => {
      const body = { routing_key: routingKey, dedup_key: `monitors-${message.key}`, ...eventOf(message, pageUrl) };
      return postJson('PagerDuty', { url, body, ...(timeoutMs ? { timeoutMs } : {}) });
    },
  };
}

function eventOf({ kind, title, why, severity, at }: ChannelMessage, pageUrl: string) {
  if (kind === 'ended') return { event_action: 'resolve' };
  return {
    event_action: 'trigger',
    payload: {
      summary: `${title}. ${why}`.slice(0, LONGEST_SUMMARY),
      source: new URL(pageUrl).hostname,
      severity,
      timestamp: at.toISOString(),
    },
    client: 'Monitors!',
    client_url: pageUrl,
  };
}
