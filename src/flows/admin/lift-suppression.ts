import { liftSuppression as liftRow } from '@/db/email/suppressions';
import { DomainError } from '@/domain/errors';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

/**
 * Lets an address have email again, here and at the mail service; what was told of it until now counts no more.
 * @throws DomainError `not_found` / `no_suppression`.
 */
export async function liftSuppression(
  deps: Pick<Deps, 'db' | 'now' | 'origin' | 'mail' | 'log'>,
  { id, actorId }: { id: string; actorId: string },
): Promise<void> {
  const lifted = await deps.db.transaction().execute(async (trx) => {
    const one = await liftRow(trx, id, deps.now());
    const record = { type: 'suppression', id } as const;
    if (one) {
      const details = { reason: one.reason };
      await recordActOf(deps, trx, actorId, { action: 'suppression.lift', personId: one.userId, record, details });
    }
    return one;
  });
  if (lifted && !(await deps.mail.release(lifted.email)))
    deps.log.warn({ suppressionId: id }, 'the mail service may still drop what goes to an address that was let go');
  if (!lifted) throw new DomainError('not_found', 'no_suppression', 'This address gets email already.');
}
