import {
  type ClaimedNotification,
  claimNotifications,
  isSuppressed,
  markSent,
  markSuppressed,
  markUnsent,
  strikeSecrets,
} from '@/db/notifications';
import type { Deps } from './deps';

type SendDeps = Pick<Deps, 'db' | 'mail' | 'now' | 'log'>;

const BATCH = 20;
const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 8;

/**
 * Sends what is due: step 8 of a refresh. A notification is taken under a lease, so that two senders never send the
 * same; if sending fails it stays pending and is tried again later. Returns how many went out.
 */
export async function sendNotifications(deps: SendDeps): Promise<number> {
  const due = await claimNotifications(deps.db, deps.now(), LEASE_MS, BATCH);
  let sent = 0;
  for (const notification of due) if (await sendOne(deps, notification)) sent += 1;
  return sent;
}

async function sendOne(deps: SendDeps, notification: ClaimedNotification): Promise<boolean> {
  const { id, recipient, attempts } = notification;
  if (await isSuppressed(deps.db, recipient)) {
    await markSuppressed(deps.db, id);
    return false;
  }
  const result = await deps.mail.send({
    id,
    to: recipient,
    subject: notification.subject,
    html: notification.htmlContent,
    text: notification.plainTextContent,
  });
  if (result.sent) {
    await markSent(deps.db, id, deps.now(), result.messageId);
    if (deps.mail.name !== 'outbox') await strikeSecrets(deps.db, id);
    return true;
  }
  const again = result.retryable && attempts < MAX_ATTEMPTS;
  await markUnsent(deps.db, id, result.error, again ? new Date(deps.now().getTime() + backoffMs(attempts)) : null);
  deps.log.warn({ notificationId: id, attempts, error: result.error }, 'a mail could not be sent');
  return false;
}

/** 30 s, 1 min, 2 min … at most an hour. */
function backoffMs(attempts: number): number {
  return Math.min(30_000 * 2 ** (attempts - 1), 3_600_000);
}
