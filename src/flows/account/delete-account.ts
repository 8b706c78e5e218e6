import { lockAccountAccess, setDeletionRequest } from '@/db/account-access';
import { revokeApiTokens } from '@/db/api-tokens';
import { revokeSessions } from '@/db/sessions';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
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
  const now = deps.now();
  const removedAt = new Date((account.deletionRequestedAt ?? now).getTime() + DELETION_DELAY_MS);
  if (account.deletionRequestedAt !== null) return removedAt;
  await deps.db.transaction().execute(async (trx) => {
    await setDeletionRequest(trx, account.id, now, now);
    await revokeSessions(trx, account.id, proof.sessionId, now);
    await revokeApiTokens(trx, account.id, now);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: account.timeZone }).format(removedAt);
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'deletion_requested', detail: day, path: '/account' });
    await recordOwnAct(deps, trx, account.id, { action: 'account.ask_deletion' });
  });
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
