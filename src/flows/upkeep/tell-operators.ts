import { setTimeout as sleep } from 'node:timers/promises';
import { claimNotice, giveUp, markTold, type NoticeClaim, tryAgain } from '@/db/alerts/notices';
import { insertNotification } from '@/db/email/notifications';
import { listAdmins } from '@/db/people';
import { titleOf } from '@/domain/alerts/judge-rule';
import type { AlertChannel } from '@/domain/alerts/rule';
import { type AdminAlert, renderAdminAlert } from '@/mail/admin-alert-mail';
import { ruleOf } from '@/ops/alert-rules';
import type { ChannelEnd, ChannelMessage } from '@/ops/channels/channel';
import { ALERTS_PAGE } from '@/ops/channels/open-channels';
import { CHANNEL_DEADLINE_MS } from '@/ops/channels/post-json';
import type { Deps } from '../deps';

export type TellDeps = Pick<Deps, 'db' | 'now' | 'log' | 'operators'> & {
  settings: Pick<Deps['settings'], 'appUrl'>;
  wakeMail?: Deps['wakeMail'];
};

const LEASE_MS = 3 * CHANNEL_DEADLINE_MS;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** So long a notice is tried that is refused for now. */
const TRIED_FOR_MS = 24 * 60 * 60_000;
/** Also while nothing is due it is looked so often. */
const LOOK_EVERY_MS = 5_000;

/**
 * Tells the operators all that is due, each notice by its channel. What is refused for now stays pending and is tried
 * again later. Returns how many were told.
 */
export async function tellOperators(deps: TellDeps, stopped?: AbortSignal): Promise<number> {
  const { operators } = deps;
  const channels: AlertChannel[] = ['email'];
  if (operators?.slack) channels.push('slack');
  if (operators?.pagerduty) channels.push('pagerduty');
  let told = 0;
  while (!stopped?.aborted) {
    const claim = await claimNotice(deps.db, deps.now(), { leaseMs: LEASE_MS, channels });
    if (claim === null) break;
    if (await tellOne(deps, claim)) told += 1;
  }
  return told;
}

/** Tells operators beside everything else until `stop`, which waits for what is under way. */
export function startTellLoop(deps: TellDeps): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const looping = (async () => {
    while (!stopping.signal.aborted) {
      await tellOperators(deps, stopping.signal).catch((error: unknown) =>
        deps.log.error({ err: error }, 'operators could not be told; it is tried again in a moment'),
      );
      await sleep(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await looping;
    },
  };
}

async function tellOne(deps: TellDeps, claim: NoticeClaim): Promise<boolean> {
  const { id, kind, channel, episodeId, rule, attempts } = claim;
  const line = { noticeId: id, episodeId, rule, kind, channel, attempts };
  if (channel === 'email') {
    const admins = await mailAdmins(deps, claim);
    if (admins > 0) deps.wakeMail?.();
    deps.log.info({ ...line, admins }, 'alert notice');
    return admins > 0;
  }
  const way = deps.operators?.[channel];
  if (!way) return false;
  const end = await way.send(messageOf(claim));
  const kept = await settle(deps, claim, end);
  if (end.sent) deps.log.info(line, 'alert notice');
  else deps.log.warn({ ...line, error: end.error, again: end.again }, 'alert notice');
  if (!kept) deps.log.warn(line, 'the lease of a notice was lost while it was sent');
  return end.sent;
}

/** The email to each admin and the end of the notice are written together: neither is there without the other. */
async function mailAdmins(deps: TellDeps, claim: NoticeClaim): Promise<number> {
  const now = deps.now();
  const mail = await renderAdminAlert(alertOf(claim, deps.settings.appUrl));
  return deps.db.transaction().execute(async (trx) => {
    if (!(await markTold(trx, claim, now))) return 0;
    const admins = await listAdmins(trx);
    for (const { id: userId, email: recipient } of admins)
      await insertNotification(trx, {
        ...{ userId, recipient, monitorId: null, evaluationId: null, kind: 'account' },
        ...{ subject: mail.subject, htmlContent: mail.html, plainTextContent: mail.text },
        ...{ triggerValue: null, previousValue: null, changeDetected: false, createdAt: now },
      });
    return admins.length;
  });
}

function settle(deps: TellDeps, claim: NoticeClaim, end: ChannelEnd): Promise<boolean> {
  const now = deps.now();
  if (end.sent) return markTold(deps.db, claim, now);
  const failingSince = claim.failingSince ?? now;
  const givenUpAt = failingSince.getTime() + TRIED_FOR_MS;
  if (!end.again || now.getTime() >= givenUpAt) return giveUp(deps.db, claim, end.error);
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (claim.attempts - 1), LONGEST_PAUSE_MS);
  const at = new Date(Math.min(now.getTime() + Math.max(pause, end.retryAfterMs ?? 0), givenUpAt));
  return tryAgain(deps.db, claim, { at, error: end.error, failingSince });
}

const titleFor = ({ rule, subject }: NoticeClaim) => {
  const known = ruleOf(rule);
  return known ? titleOf(known, subject) : rule;
};

function messageOf(claim: NoticeClaim): ChannelMessage {
  const { kind, episodeId: key, severity, beganAt, endedAt } = claim;
  return { kind, key, title: titleFor(claim), why: whyOf(claim), severity, at: endedAt ?? beganAt };
}

function alertOf(claim: NoticeClaim, appUrl: string): AdminAlert {
  const { kind, severity, beganAt, endedAt } = claim;
  const over = kind === 'ended' ? endedAt : null;
  return {
    kind,
    severity,
    beganAt,
    endedAt: over,
    title: titleFor(claim),
    why: whyOf(claim),
    url: appUrl + ALERTS_PAGE,
  };
}

function whyOf({ kind, beganWith, latest, endedBecause }: NoticeClaim): string {
  if (kind === 'began') return beganWith;
  return endedBecause === 'unseen' ? `Nothing was seen of it for long. ${latest}` : latest;
}
