import { addToWhitelist, listWhitelist, revokeFromWhitelist, type WhitelistEntry } from '@/db/whitelist';
import { DomainError } from '@/domain/errors';
import type { Deps } from './deps';

/** The whitelist, newest entry first. `cursor` is the `nextCursor` of the page before. */
export async function readWhitelist(
  { db }: Pick<Deps, 'db'>,
  request: { cursor?: string | undefined; limit: number },
): Promise<{ entries: WhitelistEntry[]; nextCursor: string | null }> {
  const rows = await listWhitelist(db, { limit: request.limit + 1, after: request.cursor });
  const entries = rows.slice(0, request.limit);
  return { entries, nextCursor: rows.length > entries.length ? (entries.at(-1)?.id ?? null) : null };
}

/** Puts an address on the whitelist: whoever registers with it is admitted at once. Returns the entry's id. */
export async function admitAddress(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  request: { email: string; actorId: string },
): Promise<string> {
  return addToWhitelist(db, request.email, request.actorId, now());
}

/** Takes an address off the whitelist. Somebody who has registered with it stays admitted. Throws `not_found`. */
export async function revokeAddress(
  { db }: Pick<Deps, 'db'>,
  request: { entryId: string; actorId: string },
): Promise<void> {
  const email = await revokeFromWhitelist(db, request.entryId);
  if (email === null)
    throw new DomainError('not_found', 'entry_not_found', 'This address is not on the whitelist any more.');
}
