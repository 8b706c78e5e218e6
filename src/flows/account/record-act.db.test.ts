import { describe, expect, it } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { hashPassword } from '@/auth/password';
import { type AuditedAct, listActs } from '@/db/admin/audit-list';
import { openSession } from '@/db/sessions';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import type { AuditAction } from '@/domain/account/audit';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { admitWaiting, setBeta } from '../admin/admit-person';
import { admitAddress, setAddressActive } from '../admin/manage-whitelist';
import { suspendPerson } from '../admin/restrict-person';
import { createMonitor } from '../monitors/create-monitor';
import { deleteMonitor } from '../monitors/delete-monitor';
import { updateMonitor } from '../monitors/update-monitor';
import { purgeAccounts } from '../upkeep/purge-accounts';
import { cancelEmailChange, requestEmailChange } from './change-email';
import { changePassword } from './change-password';
import { confirmLink } from './confirm-link';
import { keepAccount, requestDeletion } from './delete-account';
import { endSessions, signOutBrowser, signOutElsewhere } from './end-access';
import { makeExports, readExport, requestExport } from './export-data';
import { arriveWithGoogle, disconnectGoogle } from './google-account';
import { createApiToken, revokeApiToken } from './manage-api-tokens';
import { registerPerson } from './register-person';
import { mailPasswordReset, resetPassword } from './reset-password';

const database = useDatabase();
const base = accountDeps(database);
const origin = { ip: '192.168.7.9', userAgent: 'Firefox/150' };
const deps = Object.assign(base, { origin });
const PASSWORD = 'Leave-me-1';

const actsOf = async (person: string) => (await listActs(database.db, { person, limit: 100 })).reverse();
const actions = (acts: AuditedAct[]) => acts.map(({ action }) => action);

/** What the audit tells newly of a person while something is done. */
async function during(personId: string, work: () => Promise<unknown>): Promise<AuditedAct[]> {
  const before = new Set((await actsOf(personId)).map(({ id }) => id));
  await work();
  return (await actsOf(personId)).filter(({ id }) => !before.has(id));
}

async function person(given: Parameters<typeof insertUser>[1] = {}) {
  const user = await insertUser(database.db, { passwordHash: await hashPassword(PASSWORD), ...given });
  const times = { now: deps.now(), expiresAt: new Date(deps.now().getTime() + 30 * 86_400_000) };
  const open = () => openSession(database.db, user.id, origin, times);
  return { user, id: user.id, open, proof: { userId: user.id, sessionId: await open(), password: PASSWORD } };
}

describe('a person’s own acts', () => {
  it('registering and signing in', async () => {
    const registration = { email: 'Reg@Example.org', password: PASSWORD, name: 'Reg', timeZone: 'UTC' };
    const { id } = await registerPerson(deps, registration, { everyone: true });
    const told = { actor: 'person', actorId: id, personId: id, recordType: 'person', recordId: id, ...origin };
    expect(await actsOf(id)).toMatchObject([{ action: 'account.open', details: { with: 'password' }, ...told }]);
    const failed = await during(id, () => registerPerson(deps, registration, { everyone: true }).catch(() => null));
    expect(failed).toEqual([]);
    const known = await person();
    const [signIn] = await actsOf(known.id);
    expect(signIn).toMatchObject({ action: 'session.open', recordType: 'session', recordId: known.proof.sessionId });
    expect(signIn).toMatchObject(origin);
  });

  it('passwords, by the old one and by a link', async () => {
    const { user, id, proof } = await person();
    const wrong = { ...proof, password: 'Wrong-one-1', newPassword: 'Other-one-2' };
    expect(await during(id, () => changePassword(deps, wrong).catch(() => null))).toEqual([]);
    const changed = await during(id, () => changePassword(deps, { ...proof, newPassword: 'Other-one-2' }));
    expect(actions(changed)).toEqual(['account.change_password']);
    await mailPasswordReset(deps, user.email);
    const secret = await deps.secretTo(user.email);
    const reset = await during(id, () => resetPassword(deps, { secret, password: 'Third-one-3' }));
    expect(actions(reset)).toEqual(['account.reset_password']);
    expect(JSON.stringify([changed, reset])).not.toMatch(/Other-one|Third-one|example\.org.*secret/);
  });

  it('addresses', async () => {
    const { user, id, proof } = await person();
    const email = `moved-${user.email}`;
    const ask = () => requestEmailChange(deps, { ...proof, email });
    expect(actions(await during(id, ask))).toEqual(['account.ask_email_change']);
    expect(actions(await during(id, () => cancelEmailChange(deps, id)))).toEqual(['account.cancel_email_change']);
    deps.pass(1_000);
    await ask();
    const half = await deps.secretTo(user.email);
    const other = await deps.secretTo(email);
    expect(actions(await during(id, () => confirmLink(deps, half)))).toEqual([]);
    expect(actions(await during(id, () => confirmLink(deps, other)))).toEqual(['account.change_email']);
  });

  it('Google', async () => {
    const { user, id } = await person();
    const identity = { googleId: 'g-audit', email: user.email, emailVerified: true, name: 'Gil' };
    const connect = () => arriveWithGoogle(deps, identity, { linkTo: id, everyone: true });
    expect(actions(await during(id, connect))).toEqual(['account.connect_google']);
    expect(actions(await during(id, () => disconnectGoogle(deps, id)))).toEqual(['account.disconnect_google']);
    const newcomer = { ...identity, googleId: 'g-new', email: 'g-new@example.org' };
    const arrival = await arriveWithGoogle(deps, newcomer, { linkTo: null, everyone: true });
    if (!('userId' in arrival)) throw new Error(arrival.refused);
    expect(await actsOf(arrival.userId)).toMatchObject([{ action: 'account.open', details: { with: 'google' } }]);
  });

  it('signing out of browsers', async () => {
    const { id, proof, open } = await person();
    const other = await open();
    const one = await during(id, () => signOutBrowser(deps, { userId: id, id: other }));
    expect(one).toMatchObject([{ action: 'session.end', recordId: other }]);
    expect(await during(id, () => signOutBrowser(deps, { userId: id, id: other }).catch(() => null))).toEqual([]);
    await open();
    const all = await during(id, () => signOutElsewhere(deps, proof));
    expect(all).toMatchObject([{ action: 'session.end_others', details: { ended: 1 } }]);
  });

  it('API tokens, without their secret or name', async () => {
    const { user, id } = await person();
    let made: Awaited<ReturnType<typeof createApiToken>> | undefined;
    const told = await during(id, async () => {
      made = await createApiToken(deps, user, { name: 'Ada’s laptop', scopes: ['read'] });
    });
    expect(told).toMatchObject([{ action: 'token.create', recordId: made?.id, details: { scopes: ['read'] } }]);
    expect(JSON.stringify(told)).not.toContain('laptop');
    const revoke = () => revokeApiToken(deps, { userId: id, id: made?.id ?? '' });
    expect(actions(await during(id, revoke))).toEqual(['token.revoke']);
    expect(await during(id, () => revoke().catch(() => null))).toEqual([]);
  });

  it('exports: asked by the person, made by the system, fetched by the person', async () => {
    const { id } = await person();
    const asked = await during(id, () => requestExport(deps, id));
    expect(await during(id, () => requestExport(deps, id))).toEqual([]);
    const made = await during(id, () => makeExports(deps));
    const exportId = asked[0]?.recordId ?? '';
    const fetched = await during(id, () => readExport(deps, id, exportId));
    const stranger = await person();
    expect(await readExport(deps, stranger.id, exportId)).toBeNull();
    expect(actions([...asked, ...made, ...fetched])).toEqual(['export.ask', 'export.make', 'export.download']);
    expect(made).toMatchObject([{ actor: 'system', actorId: null, personId: id, ip: null, recordId: exportId }]);
    expect(actions(await actsOf(stranger.id))).toEqual(['session.open']);
  });

  it('monitors, without their prompts', async () => {
    const { id } = await person();
    const scraper = new MemoryScraper();
    const limits = { monthlyUsd: '0', personDailyUsd: '0' };
    const options = { order: ['offline' as const], claude: null, openai: null, limits, callMs: 1_000 };
    const outside = {
      ...deps,
      db: database.db,
      scraper,
      readers: createReaders(options, createMemoryLedger(), rulesHere),
      wakeMail: null,
    };
    const prompt = 'Tell me when the Kettle One costs less than $300 https://shop.example.org/kettle-one';
    let monitorId = '';
    const created = await during(id, async () => {
      monitorId = (await createMonitor(outside, { userId: id, prompt })).id;
    });
    const own = { userId: id, monitorId };
    const updated = await during(id, () => updateMonitor(outside, { ...own, name: 'Kettle', isActive: false }));
    const resumed = await during(id, () => updateMonitor(outside, { ...own, isActive: true }));
    expect(await during(id, () => updateMonitor(outside, { ...own, isActive: true }))).toEqual([]);
    const deleted = await during(id, () => deleteMonitor(outside, own));
    const all = [...created, ...updated, ...resumed, ...deleted];
    expect(actions(all).sort()).toEqual(
      ['monitor.create', 'monitor.delete', 'monitor.pause', 'monitor.resume', 'monitor.update'].sort(),
    );
    expect(new Set(all.map(({ recordId }) => recordId))).toEqual(new Set([monitorId]));
    expect(all.find(({ action }) => action === 'monitor.update')?.details).toEqual({ changed: ['name'] });
    expect(JSON.stringify(all)).not.toContain('ettle');
  });

  it('leaving: asked, taken back, carried out, after which the acts name nobody and nowhere', async () => {
    const { user, id, proof } = await person();
    expect(actions(await during(id, () => requestDeletion(deps, proof)))).toEqual(['account.ask_deletion']);
    expect(actions(await during(id, () => keepAccount(deps, id)))).toEqual(['account.keep']);
    expect(await during(id, () => keepAccount(deps, id))).toEqual([]);
    await requestDeletion(deps, proof);
    deps.pass(DELETION_DELAY_MS);
    const [removed] = await during(id, () => purgeAccounts(deps));
    expect(removed).toMatchObject({ action: 'account.remove', actor: 'system', personId: id });
    const left = await actsOf(id);
    expect(left).toHaveLength(5);
    expect(left.filter(({ ip, userAgent, actorEmail }) => ip ?? userAgent ?? actorEmail)).toEqual([]);
    expect(JSON.stringify(left)).not.toContain(user.email);
  });
});

describe('acts of admins', () => {
  it('tell who did it, to whom, from where, and nothing when nothing changed', async () => {
    const { id: actorId } = await person({ role: 'admin' });
    const { id: personId, user } = await person({ isBetaUser: false });
    const done: [AuditAction, () => Promise<unknown>][] = [
      ['person.admit', () => setBeta(deps, { personId, isBetaUser: true, actorId })],
      ['person.put_back', () => setBeta(deps, { personId, isBetaUser: false, actorId })],
      ['person.sign_out', () => endSessions(deps, { personId, actorId })],
      ['person.suspend', () => suspendPerson(deps, { personId, reason: 'A private reason', actorId })],
      ['person.reinstate', () => suspendPerson(deps, { personId, reason: null, actorId })],
    ];
    for (const [action, work] of done) {
      const told = await during(personId, work);
      expect(told).toMatchObject([{ action, actor: 'admin', actorId, personId, recordId: personId, ...origin }]);
      // A reason stands by itself, so that it can go with the account.
      expect(told[0]?.reason).toBe(action === 'person.suspend' ? 'A private reason' : null);
      expect(JSON.stringify(told[0]?.details)).not.toContain('private');
    }
    expect(await during(personId, () => setBeta(deps, { personId, isBetaUser: false, actorId }))).toEqual([]);
    const listed = await during(personId, () => admitAddress(deps, { email: user.email, actorId }));
    expect(actions(listed).sort()).toEqual(['person.admit', 'whitelist.add']);
    const entryId = listed.find(({ action }) => action === 'whitelist.add')?.recordId ?? '';
    for (const [isActive, action] of [[false, 'whitelist.revoke'] as const, [true, 'whitelist.activate'] as const]) {
      const change = () => setAddressActive(deps, { entryId, isActive, actorId });
      expect(await during(actorId, change)).toMatchObject([{ action, personId, recordId: entryId }]);
      expect(await during(actorId, change)).toEqual([]);
    }
  });

  it('the app by itself admits as the system', async () => {
    const { id } = await person({ isBetaUser: false });
    expect(await during(id, () => admitWaiting(deps))).toMatchObject([
      { action: 'person.admit', actor: 'system', actorId: null, ip: null },
    ]);
  });

  it('stand or fall with the act: what cannot be told is not done', async () => {
    const { id: personId } = await person();
    const impossible = { ...deps, db: database.db, origin: { ip: 'no address', userAgent: null } };
    const act = suspendPerson(impossible, { personId, reason: 'x', actorId: crypto.randomUUID() });
    await expect(act).rejects.toThrow('inet');
    const row = await database.db.selectFrom('users').select('suspendedAt').where('id', '=', personId).execute();
    expect(row).toEqual([{ suspendedAt: null }]);
  });
});
