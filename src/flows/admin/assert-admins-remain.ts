import type { Transaction } from 'kysely';
import { countOtherAdmins } from '@/db/people';
import type { DB } from '@/db/types';
import { findPerson } from '@/db/users';
import { DomainError } from '@/domain/errors';

/**
 * That somebody can still run the service without this person; of two admins who remove each other at once, one is
 * refused.
 * @throws DomainError `conflict` / `last_admin`.
 */
export async function assertAdminsRemain(trx: Transaction<DB>, personId: string): Promise<void> {
  const person = await findPerson(trx, personId);
  if (person?.role !== 'admin' || (await countOtherAdmins(trx, personId)) > 0) return;
  const message = 'This is the last admin who can act. Make somebody else an admin first.';
  throw new DomainError('conflict', 'last_admin', message);
}

export function personNotFound(): DomainError {
  return new DomainError('not_found', 'person_not_found', 'There is no such person.');
}
