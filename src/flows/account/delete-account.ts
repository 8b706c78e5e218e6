import type { Transaction } from 'kysely';
import { type AccountAccess, lockAccountAccess, setDeletionRequest } from '@/db/account-access';
import { revokeApiTokens } from '@/db/api-tokens';
import { revokeSessions } from '@/db/sessions';
import type { DB } from '@/db/types';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { formatMoment, localeOf } from '@/domain/written/locales';
import type { Deps } from '../deps';
import { type AccountDeps, mailNotice } from './mail-account';
import { type Proof, proveOwner } from './prove-owner';
import { recordOwnAct } from './record-act';

/**
 * Asks for the deletion of an account: in seven days `purgeAccounts` removes everything. Until then its owner can sign
 * in and keep it. Other sessions and API tokens end now. Asking again changes nothing.
 * @returns when everything will be removed.
 * @throws DomainError as proveOwner does.
 */
export async function requestDeletion(deps: AccountDeps, proof: Proof): Promise<Date> {
  const account = await proveOwner(deps, proof);
  if (account.deletionRequestedAt !== null) return new Date(account.deletionRequestedAt.getTime() + DELETION_DELAY_MS);
  return deps.db.transaction().execute(async (trx) => {
    const about = { keepSession: proof.sessionId, notice: 'deletion_requested' } as const;
    const removedAt = await beginDeletion(deps, trx, account, about);
    await recordOwnAct(deps, trx, account.id, { action: 'account.ask_deletion' });
    return removedAt;
  });
}

/**
 * Asks for an account's deletion: ends its sign-ins, but the one to keep, and its API tokens, and mails its owner until
 * when it can be kept. Returns when everything will be removed.
 */
export async function beginDeletion(
  deps: AccountDeps,
  trx: Transaction<DB>,
  { id, email, timeZone, locale }: Pick<AccountAccess, 'id' | 'email' | 'timeZone' | 'locale'>,
  { keepSession, notice }: { keepSession: string | null; notice: 'deletion_requested' | 'deletion_by_admin' },
): Promise<Date> {
  const now = deps.now();
  const removedAt = new Date(now.getTime() + DELETION_DELAY_MS);
  await setDeletionRequest(trx, id, now, now);
  await revokeSessions(trx, id, keepSession, now);
  await revokeApiTokens(trx, id, now);
  const detail = formatMoment(removedAt, { dateStyle: 'full', timeZone }, localeOf(locale));
  await mailNotice(deps, trx, { userId: id, recipient: email }, { notice, detail, path: '/account' });
  return removedAt;
}

/** Takes the request back. Does nothing if there is none. */
export async function keepAccount(deps: Pick<Deps, 'db' | 'now' | 'origin'>, userId: string): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const account = await lockAccountAccess(trx, userId);
    if (account === null || account.deletionRequestedAt === null) return;
    await setDeletionRequest(trx, userId, null, deps.now());
    await recordOwnAct(deps, trx, userId, { action: 'account.keep' });
  });
}
