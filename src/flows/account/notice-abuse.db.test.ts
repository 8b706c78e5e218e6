import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listActs } from '@/db/admin/audit-list';
import { listLiveRestrictions, listRestrictions } from '@/db/restrictions';
import { ABUSE_PATTERNS } from '@/domain/limits';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { liftRestrictions } from '../admin/restrict-person';
import { noticeNewAccount, noticeRefusal } from './notice-abuse';
import { registerPerson } from './register-person';

const database = useDatabase();
const deps = accountDeps(database);
const HOUR_MS = 3_600_000;
let admin: { id: string; email: string };

beforeAll(async () => {
  vi.stubEnv('ADDRESS_LIMIT_FACTOR', '1');
  admin = await insertUser(database.db, { role: 'admin' });
});
beforeEach(async () => {
  await database.db.deleteFrom('emailNotifications').execute();
});

const live = (id: string) => listLiveRestrictions(database.db, id, deps.now());
const person = async () => (await insertUser(database.db)).id;

/** As many refusals as are tolerated, at once. */
async function toTheLimit(personId: string, pattern: 'hammering' | 'refused_urls') {
  await Promise.all(
    Array.from({ length: ABUSE_PATTERNS[pattern].limit }, () => noticeRefusal(deps, { personId, pattern })),
  );
}

describe('noticeRefusal', () => {
  it.each([
    ['hammering', 'refresh', 1],
    ['refused_urls', 'write', 24],
  ] as const)('%s: restricts one above the limit, once, and tells the admins once', async (pattern, kind, hours) => {
    const personId = await person();
    await toTheLimit(personId, pattern);
    expect(await live(personId)).toEqual([]);
    await Promise.all(Array.from({ length: 10 }, () => noticeRefusal(deps, { personId, pattern })));
    const [restriction, ...more] = await live(personId);
    expect(more).toEqual([]);
    expect(restriction).toMatchObject({ kind, pattern, userId: personId });
    expect(restriction!.endsAt.getTime() - restriction!.startsAt.getTime()).toBe(hours * HOUR_MS);
    const mails = await deps.mailsTo(admin.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: 'Somebody was restricted for a while · Monitors!', kind: 'account' });
    expect(mails[0]?.text).toContain(restriction!.reason);
    const acts = await listActs(database.db, { person: personId, action: 'restriction.set', limit: 5 });
    expect(acts).toMatchObject([{ actor: 'system', recordId: restriction!.id, details: { pattern, kind } }]);
  });

  it('forgets what is older than the hour', async () => {
    const personId = await person();
    await toTheLimit(personId, 'refused_urls');
    deps.pass(HOUR_MS + 5 * 60_000);
    await toTheLimit(personId, 'refused_urls');
    expect(await live(personId)).toEqual([]);
  });

  it('ends by itself, and counting begins anew', async () => {
    const personId = await person();
    await toTheLimit(personId, 'hammering');
    await noticeRefusal(deps, { personId, pattern: 'hammering' });
    expect(await live(personId)).toHaveLength(1);
    deps.pass(HOUR_MS);
    expect(await live(personId)).toEqual([]);
    await noticeRefusal(deps, { personId, pattern: 'hammering' });
    expect(await live(personId)).toEqual([]);
  });

  it('never throws: what was refused stays refused as it was', async () => {
    const personId = '00000000-0000-4000-8000-000000000000';
    await expect(noticeRefusal(deps, { personId, pattern: 'hammering' })).resolves.toBeUndefined();
  });
});

describe('liftRestrictions', () => {
  it('ends them before their time, tells the audit, and forgives what was counted', async () => {
    const personId = await person();
    await toTheLimit(personId, 'hammering');
    await noticeRefusal(deps, { personId, pattern: 'hammering' });
    await toTheLimit(personId, 'refused_urls');
    expect(await liftRestrictions(deps, { personId, actorId: admin.id })).toBe(1);
    expect(await live(personId)).toEqual([]);
    await noticeRefusal(deps, { personId, pattern: 'refused_urls' });
    expect(await live(personId)).toEqual([]);
    const [listed] = await listRestrictions(database.db, { limit: 1 });
    expect(listed).toMatchObject({ userId: personId, liftedBy: admin.email, liftedAt: expect.any(Date) });
    const acts = await listActs(database.db, { person: personId, action: 'restriction.lift', limit: 5 });
    expect(acts).toMatchObject([{ actor: 'admin', actorId: admin.id, details: { pattern: 'hammering' } }]);
    await expect(liftRestrictions(deps, { personId, actorId: admin.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('noticeNewAccount', () => {
  let number = 0;
  async function register(ip: string): Promise<string> {
    number += 1;
    const registration = { email: `many-${number}@example.org`, password: 'Open-me-1', name: 'Many', timeZone: 'UTC' };
    const from = { ...deps, db: database.db, origin: { ip, userAgent: null } };
    return (await registerPerson(from, registration, { everyone: true })).id;
  }
  const { limit } = ABUSE_PATTERNS.many_accounts;

  it('restricts all accounts of a day from one network once they are too many, and tells it in one mail', async () => {
    const ids: string[] = [];
    for (let n = 0; n < limit; n += 1) ids.push(await register(`2a02:1:2:3::${n + 1}`));
    const neighbour = await register('2a02:1:2:4::1');
    for (const id of ids) expect(await live(id)).toEqual([]);
    ids.push(await register('2a02:1:2:3::ffff'));
    for (const id of ids) expect(await live(id)).toMatchObject([{ kind: 'all', pattern: 'many_accounts' }]);
    expect(await live(neighbour)).toEqual([]);
    const mails = await deps.mailsTo(admin.email);
    expect(mails.map(({ text }) => text).join()).toContain(`and ${limit} more`);
    expect(mails).toHaveLength(1);

    for (const id of ids) await liftRestrictions(deps, { personId: id, actorId: admin.id });
    const next = await register('2a02:1:2:3::eeee');
    expect(await live(next)).toHaveLength(1);
    for (const id of ids) expect(await live(id)).toEqual([]);
  });

  it('leaves alone those who opened theirs more than a day ago', async () => {
    for (let n = 0; n < limit; n += 1) await register('81.2.69.7');
    deps.pass(24 * HOUR_MS + 1);
    expect(await live(await register('81.2.69.7'))).toEqual([]);
  });

  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.1', 'fd00::1', '::1'])(
    'counts nothing from %s: behind it stands a proxy or a developer',
    async (ip) => {
      const ids: string[] = [];
      for (let n = 0; n < limit + 2; n += 1) ids.push(await register(ip));
      for (const id of ids) expect(await live(id)).toEqual([]);
    },
    30_000,
  );

  it('counts nothing where the address is unknown', async () => {
    await expect(noticeNewAccount(deps)).resolves.toBeUndefined();
  });
});
