import type { Transaction } from 'kysely';
import { authSecret, hashLinkSecret } from '@/auth/secret';
import { type EmailLink, findEmailLink, redeemEmailLink } from '@/db/email-links';
import type { DB } from '@/db/types';
import type { LinkPurpose } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';

type LinkDeps = Pick<Deps, 'db' | 'now'>;

/** One answer for a link that is unknown, used or over: which of them it is concerns nobody who only has the link. */
export function unusableLink(): DomainError {
  const message = 'This link was used before or has run out. Ask for a new one; only the newest mail counts.';
  return new DomainError('not_found', 'link_unusable', message);
}

/** What a link would do, if it still works. Only looks: pages show it before a person presses the button. */
export async function peekLink({ db, now }: LinkDeps, secret: string): Promise<EmailLink | null> {
  const hash = hashLinkSecret(authSecret(), secret);
  return hash === null ? null : findEmailLink(db, hash, now());
}

/**
 * Uses a link up and does what it is for, in one transaction: if that fails, the link still works.
 * @throws DomainError `not_found` / `link_unusable`.
 */
export async function redeemLink<Result>(
  deps: LinkDeps,
  secret: string,
  purposes: readonly LinkPurpose[],
  act: (trx: Transaction<DB>, link: EmailLink) => Promise<Result>,
): Promise<Result> {
  const found = await peekLink(deps, secret);
  if (found === null || !purposes.includes(found.purpose)) throw unusableLink();
  return deps.db.transaction().execute(async (trx) => {
    const link = await redeemEmailLink(trx, found.id, deps.now());
    if (link === null) throw unusableLink();
    return act(trx, link);
  });
}
