import type { Transaction } from 'kysely';
import { type AccountState, listWaiting, setBetaUser } from '@/db/people';
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import { type AccountDeps, mailNotice } from '../account/mail-account';
import { recordActOf } from '../account/record-act';

/**
 * Opens the beta for somebody and mails them that it is open; once, however often it is asked for. Somebody suspended
 * is admitted without a mail: the door is not open to them yet. `actorId` is the admin, null for the app by itself.
 * Null if there is no such person.
 */
export async function admitPerson(
  deps: AccountDeps,
  trx: Transaction<DB>,
  personId: string,
  actorId: string | null,
): Promise<(AccountState & { changed: boolean }) | null> {
  const account = await setBetaUser(trx, personId, true, deps.now());
  if (account?.changed && account.suspendedAt === null) {
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'admitted', detail: account.email, path: '/monitors/new' });
  }
  if (account?.changed) {
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.admit', personId, record });
  }
  return account;
}

const AT_ONCE = 100;

/** For a beta that has been opened to all: lets in everybody who registered before and waits. Returns how many. */
export async function admitWaiting(deps: AccountDeps): Promise<number> {
  let admitted = 0;
  for (const id of await listWaiting(deps.db, AT_ONCE)) {
    const account = await deps.db.transaction().execute((trx) => admitPerson(deps, trx, id, null));
    if (account?.changed) admitted += 1;
  }
  if (admitted > 0) deps.log.info({ people: admitted }, 'the beta is open to all: people who waited were admitted');
  return admitted;
}

/**
 * Opens the beta for a person, who is mailed that it is, or closes it. Doing it twice changes nothing and mails
 * nothing. Throws `not_found`.
 */
export async function setBeta(
  deps: AccountDeps,
  request: { personId: string; isBetaUser: boolean; actorId: string },
): Promise<AccountState> {
  const { personId, isBetaUser, actorId } = request;
  const account = await deps.db
    .transaction()
    .execute((trx) =>
      isBetaUser ? admitPerson(deps, trx, personId, actorId) : putBack(deps, trx, { personId, actorId }),
    );
  if (account === null) throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
  const { changed, ...state } = account;
  return state;
}

async function putBack(deps: AccountDeps, trx: Transaction<DB>, request: { personId: string; actorId: string }) {
  const { personId, actorId } = request;
  const account = await setBetaUser(trx, personId, false, deps.now());
  if (account?.changed) {
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.put_back', personId, record });
  }
  return account;
}
