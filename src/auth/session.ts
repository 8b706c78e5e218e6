import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { mayUseMonitors, type Person } from '@/domain/account/person';
import { DomainError, databaseDown } from '@/domain/errors';
import { getEnv } from '@/env';
import { auth, SESSION_COOKIE, SignInRefused, signIn, signOut } from './next-auth';
import { PATH_HEADER } from './own-host';

/** A sign-in that is still good, looked up in the database for this request. */
export interface CurrentSession {
  id: string;
  person: Person;
}

/**
 * The session of this request, null when nobody is signed in. One lookup a request in server components.
 * @throws DomainError `unavailable` / `database_down` where that cannot be told.
 */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const session = await auth();
  if (session?.unknown) throw databaseDown(null);
  return session?.person ? { id: session.sid, person: session.person } : null;
});

/** Who is signed in, or null. */
export async function currentPerson(): Promise<Person | null> {
  return (await currentSession())?.person ?? null;
}

/** For pages: who is signed in; anybody else is sent to the sign-in page, and back to this page afterwards. */
export async function requirePerson(): Promise<Person> {
  const person = await currentPerson();
  if (person !== null) return person;
  const path = (await headers()).get(PATH_HEADER) ?? '/dashboard';
  const ended = (await hadSession()) ? '&ended=1' : '';
  redirect(`/sign-in?next=${encodeURIComponent(path)}${ended}`);
}

/** Whether this browser was signed in: its cookie is there, and no good any more. */
async function hadSession(): Promise<boolean> {
  return (await cookies()).getAll().some(({ name }) => name.endsWith(SESSION_COOKIE));
}

/** For pages of the product itself: as `requirePerson`; somebody not yet admitted is sent to the waiting page. */
export async function requireBetaPerson(): Promise<Person> {
  const person = await requirePerson();
  if (!mayUseMonitors(person)) redirect('/waiting');
  return person;
}

/** For pages of the administration: an admin; to anybody else the page does not exist. */
export async function requireAdmin(): Promise<Person> {
  const person = await requirePerson();
  if (person.role !== 'admin') notFound();
  return person;
}

const REFUSALS = {
  wrong: 'This email address and password do not belong together. Check both and try again.',
  // Who registered with an address must not learn from signing in whether it had an account before.
  wrongOrUnconfirmed:
    'This email address and password do not belong together, or the address is not confirmed yet. Check ' +
    'both, or open the link in our mail first.',
} as const;

/**
 * Signs in and sets the session cookie on the present response (a route handler's).
 * @throws DomainError `unauthenticated` / `wrong_credentials`, the same for an unknown address and a wrong password;
 * `forbidden` / `suspended`; `limited` / `too_many` after too many that failed; `unavailable` / `limits_down`.
 */
export async function signInWithPassword(email: string, password: string): Promise<void> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    if (error.refusal !== null) throw error.refusal;
    const wrong = getEnv().VERIFY_EMAIL ? REFUSALS.wrongOrUnconfirmed : REFUSALS.wrong;
    throw new DomainError('unauthenticated', 'wrong_credentials', wrong);
  }
}

/** Ends this request's session and clears its cookie. */
export async function endSession(): Promise<void> {
  await signOut({ redirect: false });
}
