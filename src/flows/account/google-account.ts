import type { Transaction } from 'kysely';
import {
  findAccountByEmail,
  findAccountByGoogleId,
  lockAccountAccess,
  markEmailVerified,
  setGoogleId,
  setPassword,
} from '@/db/account-access';
import { revokeApiTokens } from '@/db/api-tokens';
import type { EmailLink } from '@/db/email-links';
import { revokeSessions } from '@/db/sessions';
import type { DB } from '@/db/types';
import { insertUser } from '@/db/users';
import { isWhitelisted } from '@/db/whitelist';
import { CreateUserSchema } from '@/domain/account/account-input';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { type AccountDeps, mailLink, mailNotice, welcome } from './mail-account';
import { noticeNewAccount } from './notice-abuse';
import { recordOwnAct } from './record-act';
import { unusableLink } from './redeem-link';

/** What Google says of somebody, as its signed token has it. */
export interface GoogleIdentity {
  googleId: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

/** Why somebody who comes from Google is not signed in. */
export type GoogleRefusal = 'unverified' | 'suspended' | 'confirm' | 'other_account';
export type GoogleArrival = { userId: string } | { refused: GoogleRefusal };

/**
 * Somebody comes back from Google. `linkTo` is who is signed in and asked to connect Google.
 *
 * An address alone opens no account that exists: whoever registered it first may not own it. Its owner signs in and
 * connects Google, or confirms by a link that we mail to that address (`confirm`).
 */
export async function arriveWithGoogle(
  deps: AccountDeps,
  identity: GoogleIdentity,
  options: { linkTo: string | null; everyone: boolean },
): Promise<GoogleArrival> {
  const email = CreateUserSchema.shape.email.safeParse(identity.email);
  if (!identity.emailVerified || !email.success) return { refused: 'unverified' };
  const verified = { ...identity, email: email.data };
  if (options.linkTo !== null) return connect(deps, options.linkTo, verified);
  const known = await findAccountByGoogleId(deps.db, identity.googleId);
  if (known !== null) return known.suspendedAt === null ? { userId: known.id } : { refused: 'suspended' };
  return (await openAccount(deps, verified, options.everyone)) ?? askOwner(deps, verified);
}

async function connect(deps: AccountDeps, userId: string, identity: GoogleIdentity): Promise<GoogleArrival> {
  return deps.db.transaction().execute(async (trx) => {
    const account = await lockAccountAccess(trx, userId);
    if (account === null || account.suspendedAt !== null) return { refused: 'suspended' };
    if (!(await setGoogleId(trx, userId, identity.googleId, deps.now()))) return { refused: 'other_account' };
    const notice = { notice: 'google_linked', detail: identity.email, path: '/account' } as const;
    await mailNotice(deps, trx, { userId, recipient: account.email }, notice);
    await recordOwnAct(deps, trx, userId, { action: 'account.connect_google' });
    return { userId };
  });
}

/** Null if the address has an account. */
async function openAccount(
  deps: AccountDeps,
  identity: GoogleIdentity,
  everyone: boolean,
): Promise<GoogleArrival | null> {
  const { email, googleId } = identity;
  const opened = await deps.db.transaction().execute(async (trx) => {
    const isBetaUser = everyone || (await isWhitelisted(trx, email));
    const name = CreateUserSchema.shape.name.safeParse(identity.name).data ?? email.slice(0, 100);
    const person = await insertUser(trx, { email, name, timeZone: 'UTC', passwordHash: null, isBetaUser });
    if (person === null) return null;
    await setGoogleId(trx, person.id, googleId, deps.now());
    await markEmailVerified(trx, person.id, email, deps.now());
    await recordOwnAct(deps, trx, person.id, { action: 'account.open', details: { with: 'google' } });
    await welcome(deps, trx, person.id);
    return { userId: person.id };
  });
  if (opened !== null) await noticeNewAccount(deps);
  return opened;
}

async function askOwner(deps: AccountDeps, { email, googleId }: GoogleIdentity): Promise<GoogleArrival> {
  const account = await findAccountByEmail(deps.db, email);
  if (account === null) return { refused: 'unverified' };
  if (account.suspendedAt !== null) return { refused: 'suspended' };
  // The same person, who arrived twice at once.
  if (account.googleId === googleId) return { userId: account.id };
  const receiver = { userId: account.id, recipient: account.email };
  await mailLink(deps, deps.db, receiver, { purpose: 'link_google', email, googleId });
  return { refused: 'confirm' };
}

/**
 * The owner of an address has confirmed Google for its account. If the address was never confirmed, whoever registered
 * it may be somebody else: their password, sessions and tokens end.
 */
export async function confirmGoogle(deps: AccountDeps, trx: Transaction<DB>, link: EmailLink): Promise<void> {
  const now = deps.now();
  const account = await lockAccountAccess(trx, link.userId);
  if (account === null || account.suspendedAt !== null || link.googleId === null) throw unusableLink();
  if (!(await markEmailVerified(trx, account.id, link.email, now))) throw unusableLink();
  if (!(await setGoogleId(trx, account.id, link.googleId, now))) throw unusableLink();
  if (account.emailVerifiedAt === null) {
    await setPassword(trx, account.id, null, { now });
    await revokeSessions(trx, account.id, null, now);
    await revokeApiTokens(trx, account.id, now);
  }
  const notice = { notice: 'google_linked', detail: link.email, path: '/account' } as const;
  await mailNotice(deps, trx, { userId: account.id, recipient: account.email }, notice);
  const details = { passwordRemoved: account.emailVerifiedAt === null };
  await recordOwnAct(deps, trx, account.id, { action: 'account.connect_google', details });
}

/**
 * Google signs in to this account no longer.
 * @throws DomainError `conflict` / `only_way_in` while the account has no password.
 */
export async function disconnectGoogle(deps: Pick<Deps, 'db' | 'now' | 'origin'>, userId: string): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const account = await lockAccountAccess(trx, userId);
    if (account === null || account.googleId === null) return;
    if (account.passwordHash === null) {
      throw new DomainError('conflict', 'only_way_in', 'Set a password first: Google is your only way in.');
    }
    await setGoogleId(trx, userId, null, deps.now());
    await recordOwnAct(deps, trx, userId, { action: 'account.disconnect_google' });
  });
}
