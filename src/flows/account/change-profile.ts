import { lockEmailsOf } from '@/db/email/email-preferences';
import { updateProfile } from '@/db/users';
import type { Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { planAnew } from './plan-email';

type Profile = Pick<Person, 'name' | 'timeZone' | 'locale'>;

/**
 * Keeps a person's name, time zone and how numbers and dates are written for them. What waits for an hour of their
 * clock waits for that of the new zone.
 * @throws DomainError `not_found` / `no_account`.
 */
export function changeProfile(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { id, timeZone }: Pick<Person, 'id' | 'timeZone'>,
  profile: Profile,
): Promise<Person> {
  return db.transaction().execute(async (trx) => {
    const person = await updateProfile(trx, id, profile, now());
    if (person === null) throw new DomainError('not_found', 'no_account', 'This account no longer exists.');
    if (person.timeZone === timeZone) return person;
    await lockEmailsOf(trx, id);
    await planAnew(trx, person, now());
    return person;
  });
}
