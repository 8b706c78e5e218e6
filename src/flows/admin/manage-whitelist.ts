import type { Transaction } from 'kysely';
import { findAccountByEmail } from '@/db/account-access';
import type { DB } from '@/db/types';
import {
  addToWhitelist,
  findWhitelistEntry,
  listWhitelist,
  setWhitelistActive,
  type WhitelistEntry,
} from '@/db/whitelist';
import type { AuditAction } from '@/domain/account/audit';
import { DomainError } from '@/domain/errors';
import type { AccountDeps } from '../account/mail-account';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';
import { admitPerson } from './admit-person';

interface WhitelistRequest {
  search?: string | undefined;
  isActive?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** The whitelist, newest entry first. `cursor` is the `nextCursor` of the page before. */
export async function readWhitelist(
  { db }: Pick<Deps, 'db'>,
  { search, isActive, cursor, limit }: WhitelistRequest,
): Promise<{ entries: WhitelistEntry[]; nextCursor: string | null }> {
  const rows = await listWhitelist(db, { search: search?.trim(), isActive, limit: limit + 1, after: cursor });
  const entries = rows.slice(0, limit);
  return { entries, nextCursor: rows.length > entries.length ? (entries.at(-1)?.id ?? null) : null };
}

export interface Admitted {
  entry: WhitelistEntry;
  /** Whether somebody with this address was waiting and has been let in by this. */
  admitted: boolean;
}

/**
 * Puts an address on the whitelist, active unless told otherwise: whoever registers with it is admitted at once, and
 * who has registered with it already and waits is admitted now, by mail. One that is there already only becomes so.
 */
export async function admitAddress(
  deps: AccountDeps,
  { email, isActive = true, actorId }: { email: string; isActive?: boolean; actorId: string },
): Promise<Admitted> {
  return deps.db.transaction().execute(async (trx) => {
    const { id, added } = await addToWhitelist(trx, { email, isActive, addedBy: actorId, now: deps.now() });
    if (!added) return switchEntry(deps, trx, { entryId: id, isActive, actorId });
    await recordOn(deps, trx, { id, email, action: 'whitelist.add', actorId });
    return answer(trx, id, isActive && (await admitOwner(deps, trx, email, actorId)));
  });
}

/**
 * Lets an entry let people in, or no more, without taking it off the list. Somebody who has registered with its address
 * stays admitted; who waits is admitted when it becomes active. Throws `not_found`.
 */
export async function setAddressActive(
  deps: AccountDeps,
  request: { entryId: string; isActive: boolean; actorId: string },
): Promise<Admitted> {
  return deps.db.transaction().execute((trx) => switchEntry(deps, trx, request));
}

async function switchEntry(
  deps: AccountDeps,
  trx: Transaction<DB>,
  { entryId, isActive, actorId }: { entryId: string; isActive: boolean; actorId: string },
): Promise<Admitted> {
  const entry = await findWhitelistEntry(trx, entryId);
  if (entry === null) throw new DomainError('not_found', 'entry_not_found', 'There is no such entry in the whitelist.');
  const changed = await setWhitelistActive(trx, entry, isActive);
  const action = isActive ? 'whitelist.activate' : 'whitelist.revoke';
  if (changed) await recordOn(deps, trx, { ...entry, action, actorId });
  return answer(trx, entryId, isActive && (await admitOwner(deps, trx, entry.email, actorId)));
}

async function admitOwner(deps: AccountDeps, trx: Transaction<DB>, email: string, actorId: string): Promise<boolean> {
  const account = await findAccountByEmail(trx, email);
  return account !== null && ((await admitPerson(deps, trx, account.id, actorId))?.changed ?? false);
}

async function recordOn(
  deps: AccountDeps,
  trx: Transaction<DB>,
  { id, email, action, actorId }: { id: string; email: string; action: AuditAction; actorId: string },
): Promise<void> {
  const personId = (await findAccountByEmail(trx, email))?.id ?? null;
  await recordActOf(deps, trx, actorId, { action, personId, record: { type: 'whitelist_entry', id } });
}

async function answer(trx: Transaction<DB>, id: string, admitted: boolean): Promise<Admitted> {
  const entry = await findWhitelistEntry(trx, id);
  if (entry === null) throw new Error('An entry is gone that was just written');
  return { entry, admitted };
}
