import { hashPassword } from '@/auth/password';
import { findAccountByEmail } from '@/db/account-access';
import { insertUser } from '@/db/users';
import { isWhitelisted } from '@/db/whitelist';
import type { Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { type AccountDeps, mailLink, mailNotice } from './mail-account';
import { noticeNewAccount } from './notice-abuse';
import { recordOwnAct } from './record-act';

export interface Registration {
  email: string;
  password: string;
  name: string;
  /** IANA name, as the browser gives it. */
  timeZone: string;
}

/** `everyone`: the beta is open, or the app runs for one developer; else only the whitelist is admitted. */
export interface Admission {
  everyone: boolean;
}

/**
 * Opens an account for somebody who is signed in at once, and mails the link that confirms the address. That an address
 * cannot be used has to be said here: no session can be had for it. Where addresses must be confirmed first, use
 * `registerQuietly`.
 * @throws DomainError `conflict` / `email_unusable`.
 */
export async function registerPerson(
  deps: AccountDeps,
  registration: Registration,
  admission: Admission,
): Promise<Person> {
  const person = await openAccount(deps, registration, admission);
  if (person !== null) return person;
  const message = 'This email address cannot be used for a new account. If it is yours, sign in instead.';
  throw new DomainError('conflict', 'email_unusable', message, { fields: { email: [message] } });
}

/**
 * Opens an account and tells nobody but the owner of the address: they are mailed the link that confirms it, or that
 * they have an account. Answer before you await this, so that time tells nothing either.
 */
export async function registerQuietly(
  deps: AccountDeps,
  registration: Registration,
  admission: Admission,
): Promise<void> {
  if ((await openAccount(deps, registration, admission)) !== null) return;
  const owner = await findAccountByEmail(deps.db, registration.email);
  if (owner === null || owner.suspendedAt !== null) return;
  const receiver = { userId: owner.id, recipient: owner.email };
  if (owner.emailVerifiedAt === null) {
    await mailLink(deps, deps.db, receiver, { purpose: 'verify_email', email: owner.email });
  } else {
    const notice = { notice: 'already_registered', detail: owner.email, path: '/sign-in' } as const;
    await mailNotice(deps, deps.db, receiver, notice);
  }
}

/** Null if the address is taken. The password is hashed before the address is looked at, so that time does not tell. */
async function openAccount(
  deps: Pick<Deps, 'db'> & AccountDeps,
  registration: Registration,
  admission: Admission,
): Promise<Person | null> {
  const { name, timeZone } = registration;
  const email = registration.email.toLowerCase();
  const passwordHash = await hashPassword(registration.password);
  const opened = await deps.db.transaction().execute(async (trx) => {
    const isBetaUser = admission.everyone || (await isWhitelisted(trx, email));
    const person = await insertUser(trx, { email, name, timeZone, passwordHash, isBetaUser });
    if (person === null) return null;
    await mailLink(deps, trx, { userId: person.id, recipient: email }, { purpose: 'verify_email', email });
    await recordOwnAct(deps, trx, person.id, { action: 'account.open', details: { with: 'password' } });
    return person;
  });
  if (opened !== null) await noticeNewAccount(deps);
  return opened;
}
