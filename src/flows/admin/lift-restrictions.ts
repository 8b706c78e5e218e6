import { liftRestrictions as liftRows } from '@/db/restrictions';
import { DomainError } from '@/domain/errors';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

/** Lifts every restriction of a person before its time. Returns how many. Throws `not_found` where none holds. */
export async function liftRestrictions(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { personId, actorId }: { personId: string; actorId: string },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const lifted = await liftRows(trx, { userId: personId, liftedBy: actorId, now: deps.now() });
    if (lifted.length === 0)
      throw new DomainError('not_found', 'no_restriction', 'No restriction of this person holds any more.');
    for (const { id, pattern } of lifted) {
      const record = { type: 'restriction', id } as const;
      await recordActOf(deps, trx, actorId, { action: 'restriction.lift', personId, record, details: { pattern } });
    }
    return lifted.length;
  });
}
