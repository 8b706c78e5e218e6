import { authSecret, openOutboxTicket, sealOutboxTicket } from '@/auth/secret';
import { findEmailToUnconfirmed, type ShownEmail } from '@/db/email/notifications';
import { isEmbedded } from '@/env';
import { CONFIRMATION_SUBJECT } from '@/mail/account-mail';
import type { Deps } from '../deps';

const SHOWN_MS = 60 * 60_000;

/**
 * On a copy that sends no mail, what shows whoever has just asked for an account the mail that confirms its address:
 * they cannot sign in before, and so not open the outbox. The same for every address; null where mails are sent.
 */
export function confirmationTicket({ mail, now }: Pick<Deps, 'mail' | 'now'>, email: string): string | null {
  if (!isEmbedded() || mail.name !== 'outbox') return null;
  return sealOutboxTicket(authSecret(), { email, askedAt: now() });
}

/**
 * The mail that confirms the address of a ticket, once it is written; null before, without such a ticket, after an
 * hour, and for an address that is confirmed already.
 */
export async function showConfirmation(
  { db, mail, now }: Pick<Deps, 'db' | 'mail' | 'now'>,
  ticket: string,
): Promise<ShownEmail | null> {
  if (!isEmbedded() || mail.name !== 'outbox') return null;
  const asked = openOutboxTicket(authSecret(), ticket);
  if (asked === null || now().getTime() - asked.askedAt.getTime() > SHOWN_MS) return null;
  return findEmailToUnconfirmed(db, { email: asked.email, subject: CONFIRMATION_SUBJECT, since: asked.askedAt });
}
