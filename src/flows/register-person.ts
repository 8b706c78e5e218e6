import { hashPassword } from '@/auth/password';
import { insertUser } from '@/db/users';
import { isWhitelisted } from '@/db/whitelist';
import { DomainError } from '@/domain/errors';
import type { Person } from '@/domain/person';
import type { Deps } from './deps';

export interface Registration {
  email: string;
  password: string;
  name: string;
  /** IANA name, as the browser gives it. */
  timeZone: string;
}

/**
 * Opens an account. `everyone`: the beta is open, or the app runs for one developer; else only addresses on the
 * whitelist are admitted, and the others wait.
 *
 * The password is hashed before the address is looked at, so that time does not tell which addresses have an account.
 * That an address cannot be used has to be said, until a mail can say it to its owner alone.
 * @throws DomainError `conflict` / `email_unusable`.
 */
export async function registerPerson(
  { db }: Pick<Deps, 'db'>,
  registration: Registration,
  admission: { everyone: boolean },
): Promise<Person> {
  const { email, name, timeZone } = registration;
  const passwordHash = await hashPassword(registration.password);
  const isBetaUser = admission.everyone || (await isWhitelisted(db, email));
  const person = await insertUser(db, { email: email.toLowerCase(), name, timeZone, passwordHash, isBetaUser });
  if (person !== null) return person;
  const message = 'This email address cannot be used for a new account. If it is yours, sign in instead.';
  throw new DomainError('conflict', 'email_unusable', message, { fields: { email: [message] } });
}
