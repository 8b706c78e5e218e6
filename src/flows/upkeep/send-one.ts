import { setTimeout as sleep } from 'node:timers/promises';
import {
  keepBack,
  markFailed,
  markSent,
  markUnconfirmed,
  type NotificationClaim,
  putBack,
} from '@/db/email/notification-claims';
import { endFault, noteFault } from '@/db/email/service-faults';
import { type Refusal, SEND_DEADLINE_MS, type SendResult } from '@/mail/transport';
import { metrics } from '@/ops/metrics';
import { evaluationPlace, requestPlace } from '@/ops/telemetry/span-ids';
import { spanned } from '@/ops/telemetry/spans';
import { onTrail } from '@/ops/trail';
import type { Deps } from '../deps';
import { composeEmail } from './compose-email';

export type SendDeps = Pick<Deps, 'db' | 'mail' | 'now' | 'log'> & {
  settings: Pick<Deps['settings'], 'confirmEmailMs' | 'appUrl'>;
};

/** How long one notification is one sender's. */
export const SEND_LEASE_MS = 4 * SEND_DEADLINE_MS;
/** While we are refused, one mail is tried so often. */
export const PROBE_EVERY_MS = 60_000;
/** So long a mail is tried that is refused for now. */
const TRIED_FOR_MS = 24 * 60 * 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Longer than this nobody waits for a service that says when to come back. */
const LONGEST_ASKED_MS = 60 * 60_000;
const WRITE_AGAIN_MS = 500;

/**
 * Sends one notification that was taken at `takenAt` (of performance.now()), and writes how that ended. What is written
 * counts only while the lease does. Returns whether it went out. On the trail of what it tells, with one line.
 */
export async function sendOne(deps: SendDeps, claim: NotificationClaim, takenAt: number): Promise<boolean> {
  const { id: notificationId, kind, monitorId, attempts, requestIds, userId: personId } = claim;
  const trail = { requestId: requestIds[0] ?? null, personId, evaluationId: null };
  return onTrail(trail, async () => {
    const end = await traced(claim, () => sendAndSettle(deps, claim, takenAt));
    const line = {
      ...{ notificationId, kind, monitorId, attempts, ...end },
      ...(requestIds.length > 1 ? { requestIds } : {}),
      durationMs: Math.round(performance.now() - takenAt),
    };
    metrics().emails.inc({ outcome: end.outcome });
    if (FINE.has(end.outcome)) deps.log.info(line, 'email');
    else deps.log.warn(line, 'email');
    return end.outcome === 'sent';
  });
}

/** Its span stands below the evaluation that it tells of; of several, below the first request, linked to the others. */
function traced(claim: NotificationClaim, send: () => Promise<EmailEnd>): Promise<EmailEnd> {
  const { evaluationId, kind, attempts, id: notificationId } = claim;
  const [first, ...others] = claim.requestIds;
  const asked = first === undefined ? null : requestPlace(first);
  const parent = evaluationId === null ? asked : evaluationPlace(first ?? null, evaluationId);
  return spanned(
    {
      name: 'email',
      role: 'client',
      parent,
      links: others.map(requestPlace),
      fields: { kind, attempts, notificationId },
    },
    send,
    ({ outcome }) => ({ fields: { outcome }, failed: !FINE.has(outcome) }),
  );
}

/** How the log tells the end of a send: `error` names nobody. */
interface EmailEnd {
  outcome: 'sent' | 'suppressed' | 'withheld' | 'put_back' | Refusal;
  error?: string;
}

const FINE = new Set<EmailEnd['outcome']>(['sent', 'suppressed', 'withheld', 'put_back']);

async function sendAndSettle(deps: SendDeps, claim: NotificationClaim, takenAt: number): Promise<EmailEnd> {
  const settled = (write: () => Promise<boolean>) => insist(deps, claim, takenAt + SEND_LEASE_MS, write);
  if (claim.suppressed || claim.unwanted) {
    const outcome = claim.suppressed ? 'suppressed' : 'withheld';
    await settled(() => keepBack(deps.db, claim, outcome));
    return { outcome };
  }
  if (!fitsLease(takenAt)) {
    const { failingSince } = claim;
    await settled(() => putBack(deps.db, claim, { at: deps.now(), error: null, failingSince, counts: false }));
    return { outcome: 'put_back' };
  }
  const askedAt = deps.now();
  const result = await send(deps, claim, takenAt);
  await settled(() => settle(deps, claim, result));
  if (result.sent && (await endFault(deps.db, { service: 'email', askedAt, now: deps.now() })))
    deps.log.info('mails are accepted again; those that wait go out');
  return result.sent ? { outcome: 'sent' } : { outcome: result.refusal, error: result.error };
}

/** What goes wrong before anything has left is tried again like what is refused for now: never for ever. */
async function send(deps: SendDeps, claim: NotificationClaim, takenAt: number): Promise<SendResult> {
  try {
    const mail = await composeEmail(deps, claim);
    // Nobody else may have it before the send has ended, however long this process stood still meanwhile.
    if (!fitsLease(takenAt)) return { sent: false, refusal: 'for_now', error: 'It took too long to write' };
    const result = await deps.mail.send(mail);
    if (result.sent || result.refusal !== 'too_large' || !mail.pictures?.length || !fitsLease(takenAt)) return result;
    // Its pictures must not keep its news back.
    return await deps.mail.send({ ...mail, pictures: [] });
  } catch (error) {
    deps.log.error({ err: error, notificationId: claim.id }, 'a mail could not be written');
    return { sent: false, refusal: 'for_now', error: 'It could not be written' };
  }
}

/** Whether one more send ends within the lease, and what it brought can be written down. */
function fitsLease(takenAt: number): boolean {
  return performance.now() - takenAt <= SEND_LEASE_MS - 2 * SEND_DEADLINE_MS;
}

async function settle(deps: SendDeps, claim: NotificationClaim, result: SendResult): Promise<boolean> {
  const now = deps.now();
  if (result.sent) {
    const strike = deps.mail.name !== 'outbox';
    return markSent(deps.db, claim, { now, messageId: result.messageId, strike });
  }
  const { refusal, error } = result;
  if (refusal === 'of_sender') return waitForMending(deps, claim, error);
  if (refusal === 'of_mail' || refusal === 'too_large') return markFailed(deps.db, claim, error);
  const failingSince = claim.failingSince ?? now;
  const givenUpAt = failingSince.getTime() + TRIED_FOR_MS;
  if (now.getTime() >= givenUpAt) return markFailed(deps.db, claim, `${error}, at every try for 24 hours`);
  const pause = Math.max(pauseMs(claim.attempts), Math.min(result.retryAfterMs ?? 0, LONGEST_ASKED_MS));
  if (refusal === 'unseen') {
    const again = new Date(now.getTime() + Math.max(pause, deps.settings.confirmEmailMs));
    return markUnconfirmed(deps.db, claim, { again, error, failingSince });
  }
  const at = new Date(Math.min(now.getTime() + pause, givenUpAt));
  return putBack(deps.db, claim, { at, error, failingSince, counts: true });
}

/** We are refused, whatever the mail: it waits with all others until somebody has mended that. */
async function waitForMending(deps: SendDeps, claim: NotificationClaim, error: string): Promise<boolean> {
  const now = deps.now();
  const nextProbeAt = new Date(now.getTime() + PROBE_EVERY_MS);
  if (await noteFault(deps.db, { service: 'email', detail: error, now, nextProbeAt }))
    deps.log.error(
      { error },
      'mails are refused: put a valid SENDGRID_API_KEY and FROM_EMAIL. All mails wait until then',
    );
  return putBack(deps.db, claim, { at: now, error, failingSince: null, counts: false });
}

/** 30 s, 1 min, 2 min … at most a quarter of an hour. */
function pauseMs(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/**
 * How a send ended must be written down, or the mail leaves again: tried until the lease is over (performance.now()).
 * @throws what the database says, when it did not help.
 */
async function insist(
  deps: SendDeps,
  { id }: NotificationClaim,
  until: number,
  write: () => Promise<boolean>,
): Promise<void> {
  for (;;) {
    try {
      if (!(await write())) deps.log.warn({ notificationId: id }, 'the lease of a mail was lost while it was sent');
      return;
    } catch (error) {
      if (performance.now() + WRITE_AGAIN_MS > until) throw error;
      await sleep(WRITE_AGAIN_MS);
    }
  }
}
