import type { Transaction } from 'kysely';
import { type AccountAccess, setGoogleId } from '@/db/account-access';
import { countApiTokens, revokeApiTokens } from '@/db/api-tokens';
import { endEmailLinks } from '@/db/email-links';
import { revokeSession, revokeSessions } from '@/db/sessions';
import type { DB } from '@/db/types';
import { findPerson } from '@/db/users';
import type { KeptAccess, StandingAccess } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { recordActOf, recordOwnAct } from './record-act';

const LINKS = ['reset_password', 'change_email_old', 'change_email_new', 'link_google'] as const;

/**
 * Whether Google was connected after the password was last set, so perhaps by somebody who knew that password. A link
 * of unknown age counts as such; one of an account that never had a password is its own way in.
 */
function isLinkNewer({ googleId, googleLinkedAt, passwordHash, passwordChangedAt, createdAt }: AccountAccess): boolean {
  if (googleId === null || passwordHash === null) return false;
  return googleLinkedAt === null || googleLinkedAt > (passwordChangedAt ?? createdAt);
}

/** The other ways into an account, which a new password ends unless its owner says otherwise. */
export async function findStandingAccess(db: Deps['db'], account: AccountAccess): Promise<StandingAccess> {
  return { apiTokens: await countApiTokens(db, account.id), newGoogle: isLinkNewer(account) };
}

/**
 * Ends the other ways into an account after its password was set: sessions but the one named, links that were mailed,
 * and, unless kept, API tokens and a Google link that is newer than the password before. `account` is as it was then.
 * @returns what ended, in sentences for the mail.
 */
export async function endAccess(
  trx: Transaction<DB>,
  account: AccountAccess,
  { session, keep, now }: { session: string | null; keep: KeptAccess; now: Date },
): Promise<string[]> {
  await revokeSessions(trx, account.id, session, now);
  await endEmailLinks(trx, account.id, [...LINKS], now);
  const ended = [session === null ? 'All browsers were signed out.' : 'All other browsers were signed out.'];
  const tokens = keep.apiTokens ? 0 : await revokeApiTokens(trx, account.id, now);
  if (tokens > 0) ended.push(tokens === 1 ? 'Its API token was ended.' : `Its ${tokens} API tokens were ended.`);
  if (isLinkNewer(account) && !keep.google) {
    await setGoogleId(trx, account.id, null, now);
    ended.push('Google no longer signs in to it: connect it again on your account page if that was you.');
  }
  return ended;
}

/** Signs a person out everywhere. Returns how many sign-ins ended. Throws `not_found`. */
export async function endSessions(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { personId, actorId }: { personId: string; actorId: string },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    if ((await findPerson(trx, personId)) === null)
      throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
    const ended = await revokeSessions(trx, personId, null, deps.now());
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.sign_out', personId, record, details: { ended } });
    return ended;
  });
}

type SignOutDeps = Pick<Deps, 'db' | 'now' | 'origin'>;

/** Signs out one of the person's browsers. Throws `not_found` / `no_session`. */
export async function signOutBrowser(deps: SignOutDeps, request: { userId: string; id: string }): Promise<void> {
  const { userId, id } = request;
  await deps.db.transaction().execute(async (trx) => {
    const revoked = await revokeSession(trx, userId, id, deps.now());
    if (!revoked) throw new DomainError('not_found', 'no_session', 'That sign-in has already ended.');
    await recordOwnAct(deps, trx, userId, { action: 'session.end', record: { type: 'session', id } });
  });
}

/** Signs the person out everywhere but in the session that asks. Returns how many sign-ins ended. */
export async function signOutElsewhere(
  deps: SignOutDeps,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const ended = await revokeSessions(trx, userId, sessionId, deps.now());
    await recordOwnAct(deps, trx, userId, { action: 'session.end_others', details: { ended } });
    return ended;
  });
}
