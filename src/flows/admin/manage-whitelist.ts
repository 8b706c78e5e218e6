import { findAccountByEmail } from '@/db/account-access';
import { addToWhitelist, listWhitelist, revokeFromWhitelist, type WhitelistEntry } from '@/db/whitelist';
import { DomainError } from '@/domain/errors';
import type { AccountDeps } from '../account/mail-account';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';
import { admitPerson } from './admit-person';

/** The whitelist, newest entry first. `cursor` is the `nextCursor` of the page before. */
export async function readWhitelist(
  { db }: Pick<Deps, 'db'>,
  request: { cursor?: string | undefined; limit: number },
): Promise<{ entries: WhitelistEntry[]; nextCursor: string | null }> {
  const rows = await listWhitelist(db, { limit: request.limit + 1, after: request.cursor });
  const entries = rows.slice(0, request.limit);
  return { entries, nextCursor: rows.length > entries.length ? (entries.at(-1)?.id ?? null) : null };
}

export interface Admitted {
  /** The whitelist's entry. */
  id: string;
  /** Whether somebody with this address was waiting and has been let in by this. */
  admitted: boolean;
}

/**
 * Puts an address on the whitelist: whoever registers with it is admitted at once, and who has registered with it
 * already and waits is admitted now, by mail.
 */
export async function admitAddress(deps: AccountDeps, request: { email: string; actorId: string }): Promise<Admitted> {
  const { email, actorId } = request;
  return deps.db.transaction().execute(async (trx) => {
    const id = await addToWhitelist(trx, email, actorId, deps.now());
    const account = await findAccountByEmail(trx, email);
    const record = { type: 'whitelist_entry', id } as const;
    const personId = account?.id ?? null;
    await recordActOf(deps, trx, actorId, { action: 'whitelist.add', personId, record });
    const person = account && (await admitPerson(deps, trx, account.id, actorId));
    return { id, admitted: person?.changed ?? false };
  });
}

/** Takes an address off the whitelist. Somebody who has registered with it stays admitted. Throws `not_found`. */
export async function revokeAddress(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { entryId, actorId }: { entryId: string; actorId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const email = await revokeFromWhitelist(trx, entryId);
    if (email === null)
      throw new DomainError('not_found', 'entry_not_found', 'This address is not on the whitelist any more.');
    const personId = (await findAccountByEmail(trx, email))?.id ?? null;
    const record = { type: 'whitelist_entry', id: entryId } as const;
    await recordActOf(deps, trx, actorId, { action: 'whitelist.revoke', personId, record });
  });
}
