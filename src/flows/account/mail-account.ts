import type { Kysely, Transaction } from 'kysely';
import { authSecret, mintLinkSecret } from '@/auth/secret';
import { insertNotification } from '@/db/email/notifications';
import { countEmailLinks, insertEmailLink } from '@/db/email-links';
import type { DB } from '@/db/types';
import { findPerson } from '@/db/users';
import { LINK_LIFETIME_MS, LINKS_PER_HOUR, type LinkPurpose } from '@/domain/account/account-access';
import { mayUseMonitors } from '@/domain/account/person';
import type { SendPlan } from '@/domain/email/timing';
import { isEmbedded } from '@/env';
import { type AccountNotice, renderLinkMail, renderNotice } from '@/mail/account-mail';
import type { MailContent } from '@/mail/notification-mail';
import { currentRequestId } from '@/ops/trail';
import type { Deps } from '../deps';

/** What flows of accounts need. `mail` only tells whether mails leave the machine; they are sent after the commit. */
export type AccountDeps = Pick<Deps, 'db' | 'now' | 'log' | 'mail' | 'origin'> & {
  settings: Pick<Deps['settings'], 'appUrl'>;
};

type Connection = Kysely<DB> | Transaction<DB>;

interface Receiver {
  /** Whose account it concerns. */
  userId: string;
  recipient: string;
}

interface LinkRequest {
  purpose: LinkPurpose;
  /** The address that the link confirms or moves to. */
  email: string;
  googleId?: string;
  changeId?: string;
}

const HOUR_MS = 60 * 60_000;

const PAGES: Record<LinkPurpose, string> = {
  verify_email: '/verify',
  reset_password: '/reset-password',
  change_email_old: '/verify',
  change_email_new: '/verify',
  link_google: '/verify',
};

/**
 * Makes a link and its mail together. Nothing, and false, when the account was mailed enough of them in this hour.
 * Until a mail leaves, its text holds the secret; sending it strikes the secret out.
 */
export async function mailLink(
  deps: AccountDeps,
  connection: Connection,
  receiver: Receiver,
  link: LinkRequest,
): Promise<boolean> {
  const now = deps.now();
  const since = new Date(now.getTime() - HOUR_MS);
  if ((await countEmailLinks(connection, receiver.userId, link.purpose, since)) >= LINKS_PER_HOUR) return false;
  const { secret, hash } = mintLinkSecret(authSecret());
  const url = `${deps.settings.appUrl}${PAGES[link.purpose]}?secret=${secret}`;
  const mail = await renderLinkMail(link.purpose, { email: link.email, url });
  await insertEmailLink(connection, {
    userId: receiver.userId,
    purpose: link.purpose,
    secretHash: hash,
    email: link.email,
    googleId: link.googleId ?? null,
    changeId: link.changeId ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINK_LIFETIME_MS[link.purpose]),
  });
  await insertAccountMail(connection, receiver, mail, now);
  // On a developer's own copy somebody who is locked out cannot open the outbox: the terminal shows the way in.
  if (link.purpose === 'reset_password' && isEmbedded() && deps.mail.name === 'outbox')
    deps.log.info(`A new password for ${receiver.recipient} can be chosen at ${url}`);
  return true;
}

/** Writes the mail that tells a person what happened to their account; at once, unless `plan` says when, or never. */
export async function mailNotice(
  deps: Pick<AccountDeps, 'now' | 'settings'>,
  connection: Connection,
  receiver: Receiver,
  notice: { notice: AccountNotice; detail: string; path: string; plan?: SendPlan | null },
): Promise<void> {
  const url = deps.settings.appUrl + notice.path;
  const mail = await renderNotice(notice.notice, { detail: notice.detail, url });
  await insertAccountMail(connection, receiver, mail, deps.now(), notice.plan);
}

/** The first email after an address is confirmed; who waits to be admitted gets that one when they are. */
export async function welcome(
  deps: Pick<AccountDeps, 'now' | 'settings'>,
  trx: Transaction<DB>,
  userId: string,
): Promise<void> {
  const person = await findPerson(trx, userId);
  if (person === null || !mayUseMonitors(person)) return;
  const receiver = { userId, recipient: person.email };
  await mailNotice(deps, trx, receiver, { notice: 'welcome', detail: person.email, path: '/monitors/new' });
}

function insertAccountMail(
  connection: Connection,
  receiver: Receiver,
  mail: MailContent,
  now: Date,
  plan?: SendPlan | null,
): Promise<void> {
  return insertNotification(connection, {
    ...receiver,
    monitorId: null,
    evaluationId: null,
    kind: 'account',
    subject: mail.subject,
    htmlContent: mail.html,
    plainTextContent: mail.text,
    triggerValue: null,
    previousValue: null,
    changeDetected: false,
    createdAt: now,
    requestId: currentRequestId(),
    ...(plan === undefined ? {} : { plan }),
  });
}
