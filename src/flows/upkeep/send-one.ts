import { setTimeout as sleep } from 'node:timers/promises';
import { markFailed, markSent, markSuppressed, type NotificationClaim, putBack } from '@/db/notification-claims';
import { endFault, noteFault } from '@/db/service-faults';
import { SEND_DEADLINE_MS, type SendResult } from '@/mail/transport';
import type { Deps } from '../deps';

export type SendDeps = Pick<Deps, 'db' | 'mail' | 'now' | 'log'>;

/** How long one notification is one sender's. */
export const SEND_LEASE_MS = 4 * SEND_DEADLINE_MS;
/** While we are refused, one mail is tried so often. */
export const PROBE_EVERY_MS = 60_000;
/** So long a mail is tried that is refused for now. */
const TRIED_FOR_MS = 24 * 60 * 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const WRITE_AGAIN_MS = 500;

/**
 * Sends one notification that was taken at `takenAt` (of performance.now()), and writes how that ended. What is written
 * counts only while the lease does. Returns whether it went out.
 */
export async function sendOne(deps: SendDeps, claim: NotificationClaim, takenAt: number): Promise<boolean> {
  const settled = (write: () => Promise<boolean>) => insist(deps, claim, takenAt + SEND_LEASE_MS, write);
  if (claim.suppressed) {
    await settled(() => markSuppressed(deps.db, claim));
    return false;
  }
  // Nobody else may have it before the send has ended, however long this process stood still meanwhile.
  if (performance.now() - takenAt > SEND_LEASE_MS - 2 * SEND_DEADLINE_MS) {
    const { failingSince } = claim;
    await settled(() => putBack(deps.db, claim, { at: deps.now(), error: null, failingSince, counts: false }));
    return false;
  }
  const askedAt = deps.now();
  const { id, recipient: to, subject, htmlContent: html, plainTextContent: text } = claim;
  const result = await deps.mail.send({ id, to, subject, html, text });
  await settled(() => settle(deps, claim, result));
  if (result.sent && (await endFault(deps.db, { service: 'email', askedAt, now: deps.now() })))
    deps.log.info('mails are accepted again; those that wait go out');
  return result.sent;
}

async function settle(deps: SendDeps, claim: NotificationClaim, result: SendResult): Promise<boolean> {
  const now = deps.now();
  if (result.sent) {
    const strike = deps.mail.name !== 'outbox';
    return markSent(deps.db, claim, { now, messageId: result.messageId, strike });
  }
  const { refusal, error } = result;
  if (refusal === 'of_sender') return waitForMending(deps, claim, error);
  deps.log.warn({ notificationId: claim.id, attempts: claim.attempts, error }, 'a mail could not be sent');
  if (refusal === 'of_mail') return markFailed(deps.db, claim, error);
  const failingSince = claim.failingSince ?? now;
  const givenUpAt = failingSince.getTime() + TRIED_FOR_MS;
  if (now.getTime() >= givenUpAt) return markFailed(deps.db, claim, `${error}, at every try for 24 hours`);
  const at = new Date(Math.min(now.getTime() + pauseMs(claim.attempts), givenUpAt));
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
