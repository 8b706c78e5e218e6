import { revokeApiToken as revokeRow } from '@/db/api-tokens';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { recordOwnAct } from './record-act';

/** Ends one of the person's API tokens at once. Throws `not_found` / `no_token`. */
export async function revokeApiToken(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const revoked = await revokeRow(trx, userId, id, deps.now());
    if (!revoked) throw new DomainError('not_found', 'no_token', 'That API token was revoked already.');
    await recordOwnAct(deps, trx, userId, { action: 'token.revoke', record: { type: 'token', id } });
  });
}
