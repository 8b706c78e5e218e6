import type { RouterOutputs } from '@/trpc/root';

export type RuleView = RouterOutputs['admin']['alerts']['rules']['rules'][number];
export type EpisodeView = RouterOutputs['admin']['alerts']['episodes']['episodes'][number];
export type TrialView = RouterOutputs['admin']['alerts']['tryChannels'][number];
type Channel = TrialView['channel'];
type Notice = EpisodeView['notices'][number];

export const CHANNEL_WORDS: Record<Channel, string> = { email: 'Email', slack: 'Slack', pagerduty: 'PagerDuty' };

/** "Email, Slack and PagerDuty". */
function channelList(channels: readonly Channel[]): string {
  return new Intl.ListFormat('en').format(channels.map((channel) => CHANNEL_WORDS[channel]));
}

export const STATE_WORDS = { firing: 'Fires', fine: 'Fine', unknown: 'Not known' } as const;
export const SEVERITY_WORDS = { warning: 'Warning', critical: 'Critical' } as const;

/** The worst that a rule sees now. */
export function stateOf({ now }: Pick<RuleView, 'now'>): keyof typeof STATE_WORDS {
  const all = now.map(({ state }) => state);
  return all.includes('firing') ? 'firing' : all.includes('fine') ? 'fine' : 'unknown';
}

/** "From 5 % within 5 minutes · Email and Slack". */
export function limitWords({
  threshold,
  window,
  channels,
}: Pick<RuleView, 'threshold' | 'window' | 'channels'>): string {
  const within = window === null ? '' : ` within ${window}`;
  return `From ${threshold}${within} · ${channelList(channels)}`;
}

/** "Told by Email and Slack", "PagerDuty: PagerDuty answered 500, it is tried again"; a line for each end. */
export function noticeWords(notices: readonly Notice[]): string[] {
  return (['began', 'ended'] as const).flatMap((kind) => {
    const own = notices.filter((notice) => notice.kind === kind);
    const sent = own.filter(({ state }) => state === 'sent').map(({ channel }) => channel);
    const what = kind === 'began' ? 'Told by' : 'Its end told by';
    return [
      ...(sent.length > 0 ? [`${what} ${channelList(sent)}`] : []),
      ...own.flatMap((notice) => (notice.state === 'sent' ? [] : [openWords(notice)])),
    ];
  });
}

function openWords({ kind, channel, state, lastError }: Notice): string {
  const name = kind === 'began' ? CHANNEL_WORDS[channel] : `${CHANNEL_WORDS[channel]}, its end`;
  if (state === 'failed') return `${name}: not told, ${lastError ?? 'it was refused'}`;
  if (state === 'unneeded') return `${name}: not told, it was over before`;
  return lastError === null ? `${name}: not told yet` : `${name}: ${lastError}, it is tried again`;
}
