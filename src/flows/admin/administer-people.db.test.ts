import { beforeAll, describe, expect, it } from 'vitest';
import { listActs } from '@/db/admin/audit-list';
import { listLiveRestrictions, listRestrictions } from '@/db/restrictions';
import { findLiveSession, openSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { DELETION_DELAY_MS, LINKS_PER_HOUR } from '@/domain/account/account-access';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { keepAccount } from '../account/delete-account';
import { purgeAccounts } from '../upkeep/purge-accounts';
import { deletePerson, keepPerson } from './delete-person';
import { mailConfirmation } from './mail-confirmation';
import { liftRestrictions, restrictPerson, suspendPerson } from './restrict-person';

const database = useDatabase();
const deps = accountDeps(database);
const NOBODY = '00000000-0000-4000-8000-000000000000';
const reason = 'They asked for it by letter.';

let actorId = '';
beforeAll(async () => {
  actorId = (await insertUser(database.db, { role: 'admin' })).id;
});

const actsOn = (target: string) => listActs(database.db, { target, limit: 100 });

describe('deletePerson', () => {
  it('is as the person’s own: mailed, signed out, kept for seven days, and audited with its reason', async () => {
    const user = await insertUser(database.db);
    const times = { now: deps.now(), expiresAt: new Date(deps.now().getTime() + 30 * 86_400_000) };
    const session = await openSession(database.db, user.id, { userAgent: null, ip: null }, times);
    const request = { personId: user.id, email: user.email.toUpperCase(), reason, actorId };
    const removedAt = await deletePerson(deps, request);
    expect(await findLiveSession(database.db, session, deps.now())).toBeNull();
    expect((await deps.mailsTo(user.email))[0]?.text).toContain('An admin of this service has asked for it');
    deps.pass(60_000);
    expect(await deletePerson(deps, request)).toEqual(removedAt);
    const [act, ...others] = (await actsOn(user.id)).filter(({ action }) => action === 'person.ask_deletion');
    expect(act).toMatchObject({ actor: 'admin', actorId, personId: user.id, reason });
    expect(others).toEqual([]);
    deps.pass(DELETION_DELAY_MS - 120_000);
    await purgeAccounts(deps);
    expect(await findPerson(database.db, user.id)).not.toBeNull();
    deps.pass(120_000);
    await purgeAccounts(deps);
    expect(await findPerson(database.db, user.id)).toBeNull();
    expect((await actsOn(user.id)).map((left) => left.reason)).toEqual([null, null, null]);
  });

  it('can be taken back by the person and by an admin', async () => {
    const user = await insertUser(database.db);
    const request = { personId: user.id, email: user.email, reason, actorId };
    await deletePerson(deps, request);
    await keepAccount(deps, user.id);
    await deletePerson(deps, request);
    await keepPerson(deps, { personId: user.id, actorId });
    await keepPerson(deps, { personId: user.id, actorId });
    deps.pass(DELETION_DELAY_MS * 2);
    await purgeAccounts(deps);
    expect(await findPerson(database.db, user.id)).not.toBeNull();
    const kept = (await actsOn(user.id)).filter(({ action }) => action === 'person.keep');
    expect(kept).toMatchObject([{ actor: 'admin', actorId }]);
  });

  it('asks for the address of the account and no other', async () => {
    const user = await insertUser(database.db);
    for (const email of ['', 'other@example.org', `${user.email}.org`, '%', user.id])
      await expect(deletePerson(deps, { personId: user.id, email, reason, actorId })).rejects.toMatchObject({
        ...{ code: 'invalid', reason: 'other_address', fields: { email: [expect.any(String)] } },
      });
    expect(await actsOn(user.id)).toEqual([]);
    const nobody = { personId: NOBODY, email: 'x@example.org', reason, actorId };
    await expect(deletePerson(deps, nobody)).rejects.toMatchObject({ code: 'not_found' });
    await expect(keepPerson(deps, nobody)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not for an admin’s own account', async () => {
    const admin = await insertUser(database.db, { role: 'admin' });
    const own = { personId: admin.id, email: admin.email, reason, actorId: admin.id };
    await expect(deletePerson(deps, own)).rejects.toMatchObject({ code: 'conflict', reason: 'own_account' });
  });

  it('leaves one of two admins who delete or suspend each other at the same moment', async () => {
    await database.db.updateTable('users').set({ role: 'member' }).where('role', '=', 'admin').execute();
    for (let round = 0; round < 5; round += 1) {
      const one = await insertUser(database.db, { role: 'admin' });
      const two = await insertUser(database.db, { role: 'admin' });
      const results = await Promise.allSettled([
        deletePerson(deps, { personId: one.id, email: one.email, reason, actorId: two.id }),
        suspendPerson(deps, { personId: two.id, reason, actorId: one.id }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = results.find((result) => result.status === 'rejected');
      expect(refused?.reason).toMatchObject({ code: 'conflict', reason: 'last_admin' });
      await database.db.updateTable('users').set({ role: 'member' }).where('role', '=', 'admin').execute();
    }
    await database.db.updateTable('users').set({ role: 'admin' }).where('id', '=', actorId).execute();
  });
});

describe('restrictPerson', () => {
  it('closes what it names for so many days, and says who did it and why, in the list and in the audit', async () => {
    const user = await insertUser(database.db);
    const request = { personId: user.id, kind: 'write', days: 3, reason, actorId } as const;
    const { id, endsAt } = await restrictPerson(deps, request);
    expect(Math.round((endsAt.getTime() - deps.now().getTime()) / 86_400_000)).toBe(3);
    expect(await listLiveRestrictions(database.db, user.id, deps.now())).toMatchObject([{ id, kind: 'write', reason }]);
    await expect(restrictPerson(deps, request)).rejects.toMatchObject({ reason: 'restricted_already' });
    const [listed] = await listRestrictions(database.db, { limit: 1, liveAt: deps.now() });
    expect(listed).toMatchObject({ id, pattern: 'admin', seen: 0, reason, setBy: expect.stringContaining('@') });
    expect(await actsOn(id)).toMatchObject([{ action: 'restriction.set', actor: 'admin', actorId, reason }]);
    expect(await liftRestrictions(deps, { personId: user.id, actorId })).toBe(1);
    expect(await listRestrictions(database.db, { limit: 1, liveAt: deps.now() })).toEqual([]);
    expect((await listRestrictions(database.db, { limit: 1 }))[0]).toMatchObject({ id, liftedAt: expect.any(Date) });
  });

  it('refuses an admin’s own account and nobody’s', async () => {
    const request = { kind: 'all', days: 1, reason, actorId } as const;
    await expect(restrictPerson(deps, { ...request, personId: actorId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(restrictPerson(deps, { ...request, personId: NOBODY })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('mailConfirmation', () => {
  it('mails the link again, audited, as often as a person may themselves', async () => {
    const user = await insertUser(database.db, { emailVerifiedAt: null });
    for (let time = 0; time < LINKS_PER_HOUR; time += 1) await mailConfirmation(deps, { personId: user.id, actorId });
    expect(await deps.secretTo(user.email)).toMatch(/\S{20}/);
    const again = mailConfirmation(deps, { personId: user.id, actorId });
    await expect(again).rejects.toMatchObject({ code: 'limited', reason: 'mailed_often' });
    expect(await deps.mailsTo(user.email)).toHaveLength(LINKS_PER_HOUR);
    expect(await actsOn(user.id)).toHaveLength(LINKS_PER_HOUR);
  });

  it('refuses where it is of no use', async () => {
    const confirmed = await insertUser(database.db);
    const suspended = await insertUser(database.db, { emailVerifiedAt: null, suspendedAt: new Date() });
    for (const [personId, why] of [
      [confirmed.id, 'confirmed'],
      [suspended.id, 'suspended'],
      [NOBODY, 'person_not_found'],
    ] as const)
      await expect(mailConfirmation(deps, { personId, actorId })).rejects.toMatchObject({ reason: why });
    expect(await deps.mailsTo(confirmed.email)).toEqual([]);
  });
});
