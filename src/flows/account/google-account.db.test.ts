import { describe, expect, it } from 'vitest';
import { hashPassword } from '@/auth/password';
import { findAccountAccess } from '@/db/account-access';
import { findLiveSession, openSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { confirmLink } from './confirm-link';
import { arriveWithGoogle, disconnectGoogle } from './google-account';

const database = useDatabase();
const deps = accountDeps(database);
const fresh = { linkTo: null, everyone: true };
let number = 0;

function identity(given: { email?: string; emailVerified?: boolean; name?: string } = {}) {
  number += 1;
  return { googleId: `g-${number}`, email: `google-${number}@example.org`, emailVerified: true, name: 'Gil', ...given };
}

describe('arriving with Google', () => {
  it('opens a confirmed account, and the same one the next time, whatever its address is then', async () => {
    const gil = identity();
    const first = await arriveWithGoogle(deps, gil, fresh);
    if (!('userId' in first)) throw new Error(first.refused);
    expect(await findPerson(database.db, first.userId)).toMatchObject({ name: 'Gil', emailVerified: true });
    expect(await arriveWithGoogle(deps, { ...gil, email: 'elsewhere@example.org' }, fresh)).toEqual(first);
  });

  it('opens one account when eight arrivals race', async () => {
    const gil = identity();
    const arrivals = await Promise.all(Array.from({ length: 8 }, () => arriveWithGoogle(deps, gil, fresh)));
    const opened = new Set(arrivals.flatMap((arrival) => ('userId' in arrival ? [arrival.userId] : [])));
    expect(opened.size).toBe(1);
  });

  it('is refused without a confirmed address, and while suspended', async () => {
    expect(await arriveWithGoogle(deps, identity({ emailVerified: false }), fresh)).toEqual({ refused: 'unverified' });
    expect(await arriveWithGoogle(deps, identity({ email: 'no address' }), fresh)).toEqual({ refused: 'unverified' });
    const gil = identity();
    await insertUser(database.db, { googleId: gil.googleId, suspendedAt: new Date() });
    expect(await arriveWithGoogle(deps, gil, fresh)).toEqual({ refused: 'suspended' });
  });

  it('takes no account by its address: the owner of the address is asked by mail', async () => {
    const user = await insertUser(database.db, { passwordHash: await hashPassword('Mine-only-1') });
    const gil = identity({ email: user.email });
    expect(await arriveWithGoogle(deps, gil, fresh)).toEqual({ refused: 'confirm' });
    expect((await findAccountAccess(database.db, user.id))?.googleId).toBeNull();
    expect(await confirmLink(deps, await deps.secretTo(user.email))).toBe('google_linked');
    expect(await arriveWithGoogle(deps, gil, fresh)).toEqual({ userId: user.id });
    // The address had been confirmed before: its password is its owner's.
    expect((await findAccountAccess(database.db, user.id))?.passwordHash).not.toBeNull();
  });

  it('throws out who registered an address that was never theirs', async () => {
    const squatted = await insertUser(database.db, {
      passwordHash: await hashPassword('Squatter-1'),
      emailVerifiedAt: null,
    });
    const times = { now: deps.now(), expiresAt: new Date(deps.now().getTime() + 3_600_000) };
    const session = await openSession(database.db, squatted.id, { userAgent: null, ip: null }, times);
    await arriveWithGoogle(deps, identity({ email: squatted.email }), fresh);
    await confirmLink(deps, await deps.secretTo(squatted.email));
    expect(await findAccountAccess(database.db, squatted.id)).toMatchObject({ passwordHash: null });
    expect(await findLiveSession(database.db, session, deps.now())).toBeNull();
  });

  it('connects to who is signed in and asked for it, unless it signs in to another account', async () => {
    const user = await insertUser(database.db, { passwordHash: await hashPassword('Mine-only-1') });
    const gil = identity();
    const here = { ...fresh, linkTo: user.id };
    expect(await arriveWithGoogle(deps, gil, here)).toEqual({ userId: user.id });
    const other = await insertUser(database.db);
    expect(await arriveWithGoogle(deps, gil, { ...fresh, linkTo: other.id })).toEqual({ refused: 'other_account' });
    await disconnectGoogle(deps, user.id);
    expect((await findAccountAccess(database.db, user.id))?.googleId).toBeNull();
  });

  it('stays connected while it is the only way in', async () => {
    const arrival = await arriveWithGoogle(deps, identity(), fresh);
    if (!('userId' in arrival)) throw new Error(arrival.refused);
    await expect(disconnectGoogle(deps, arrival.userId)).rejects.toMatchObject({ reason: 'only_way_in' });
  });
});
