import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '@/domain/account/audit';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { listActs } from './admin/audit-list';
import { insertAct, listOpenedFrom, strikeGone, strikeOriginsBefore } from './audit';

const database = useDatabase();
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

function act(actorId: string, action: Act['action'] = 'session.open'): Act {
  return { action, actor: 'person', actorId, personId: actorId, record: { type: 'person', id: actorId } };
}

const write = (what: Act, at = new Date(), ip: string | null = '81.2.69.160') =>
  database.db.transaction().execute((trx) => insertAct(trx, what, { at, ip, userAgent: 'Firefox' }));

const originsOf = async (id: string) =>
  (await listActs(database.db, { person: id, limit: 100 })).map(({ ip, userAgent }) => ({ ip, userAgent }));

describe('the audit', () => {
  let personId = '';
  beforeAll(async () => {
    personId = (await insertUser(database.db)).id;
    await write(act(personId), daysAgo(1));
    await write(act(personId), daysAgo(40));
  });

  it.each([
    'UPDATE audit_log SET action = action',
    "UPDATE audit_log SET at = at - interval '1 day'",
    "UPDATE audit_log SET details = '{}', ip = NULL, user_agent = NULL, action = 'x'",
    "UPDATE audit_log SET ip = '10.0.0.1', user_agent = NULL",
    'UPDATE audit_log SET ip = NULL, user_agent = NULL',
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
    'SET session_replication_role = replica; DELETE FROM audit_log',
    "SET session_replication_role = replica; UPDATE audit_log SET action = 'x'",
  ])('refuses in the database: %s', async (statement) => {
    const client = await database.pool.connect();
    try {
      await expect(client.query(statement)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringContaining('append-only'),
      });
    } finally {
      await client.query('ROLLBACK');
      await client.query('SET session_replication_role = DEFAULT');
      client.release();
    }
    expect(await originsOf(personId)).toHaveLength(2);
  });

  it('lets from where somebody acted be struck out after thirty days, and no sooner', async () => {
    const early = database.db.transaction().execute((trx) => strikeOriginsBefore(trx, new Date()));
    await expect(early).rejects.toThrow('append-only');
    expect(await database.db.transaction().execute((trx) => strikeOriginsBefore(trx, daysAgo(31)))).toBe(1);
    expect(await originsOf(personId)).toEqual([
      { ip: '81.2.69.160', userAgent: 'Firefox' },
      { ip: null, userAgent: null },
    ]);
  });

  it('lets it be struck out for somebody whose account is gone, and only for them', async () => {
    const { id } = await insertUser(database.db);
    await write(act(id));
    const living = database.db.transaction().execute((trx) => strikeGone(trx, id));
    await expect(living).rejects.toThrow('append-only');
    await database.db.deleteFrom('users').where('id', '=', id).execute();
    await database.db.transaction().execute((trx) => strikeGone(trx, id));
    expect(await originsOf(id)).toEqual([{ ip: null, userAgent: null }]);
    expect((await originsOf(personId))[0]).toEqual({ ip: '81.2.69.160', userAgent: 'Firefox' });
  });

  it('lets a reason be struck out once the account of whom it tells is gone, and never be changed', async () => {
    const admin = await insertUser(database.db, { role: 'admin' });
    const { id } = await insertUser(database.db);
    await write({ ...act(admin.id, 'person.suspend'), actor: 'admin', personId: id, reason: 'Spam' });
    const reasons = async () => (await listActs(database.db, { target: id, limit: 9 })).map(({ reason }) => reason);
    const change = (to: string | null) =>
      database.db.updateTable('auditLog').set({ reason: to }).where('personId', '=', id);
    for (const to of [null, 'Better']) await expect(change(to).execute()).rejects.toThrow('append-only');
    await database.db.deleteFrom('users').where('id', '=', id).execute();
    await expect(change('Better').execute()).rejects.toThrow('append-only');
    // From where the admin acted stays, whose account is there.
    const both = database.db.updateTable('auditLog').set({ reason: null, ip: null }).where('personId', '=', id);
    await expect(both.execute()).rejects.toThrow('append-only');
    expect(await reasons()).toEqual(['Spam']);
    await database.db.transaction().execute((trx) => strikeGone(trx, id));
    expect(await reasons()).toEqual([null]);
    expect(await originsOf(admin.id)).toEqual([{ ip: '81.2.69.160', userAgent: 'Firefox' }]);
    const ofNobody = write({ ...act(admin.id), actor: 'admin', personId: null, reason: 'Spam' });
    await expect(ofNobody).rejects.toMatchObject({ code: '23514' });
  });

  it('names somebody for every act that is not the system’s', async () => {
    const nobodys = { ...act(personId), actorId: null };
    await expect(write(nobodys)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('listActs', () => {
  it('finds by person, by address, by action and by time, and gives every act once over its pages', async () => {
    const { id, email } = await insertUser(database.db);
    const moment = daysAgo(2);
    for (let n = 0; n < 3; n += 1) await write(act(id), moment);
    await write(act(id, 'monitor.create'), daysAgo(5));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listActs(database.db, { person: id, limit: 2, after });
      seen.push(...page.map((one) => one.id));
      after = page.length === 2 ? page[1]!.id : undefined;
    } while (after);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    const found = (filter: Partial<Parameters<typeof listActs>[1]>) =>
      listActs(database.db, { limit: 10, person: email.toUpperCase(), ...filter });
    expect(await found({})).toHaveLength(4);
    expect(await found({ action: 'monitor.create' })).toMatchObject([{ actorEmail: email, personEmail: email }]);
    expect(await found({ from: moment })).toHaveLength(3);
    expect(await found({ before: moment })).toHaveLength(1);
    expect(await found({ person: randomUUID() })).toEqual([]);
    expect(await found({ person: "nobody' OR true --" })).toEqual([]);
  });
});

describe('listOpenedFrom', () => {
  it('counts the addresses of one /64 as one network, and none that is older or whose account is gone', async () => {
    const made: string[] = [];
    for (const ip of ['2a02:1:2:3::1', '2a02:1:2:3:ffff::9', '2a02:1:2:4::1', '2a02:1:2:3::5']) {
      const { id } = await insertUser(database.db);
      await write(act(id, 'account.open'), new Date(), ip);
      made.push(id);
    }
    const old = await insertUser(database.db);
    await write(act(old.id, 'account.open'), daysAgo(2), '2a02:1:2:3::7');
    await database.db.deleteFrom('users').where('id', '=', made[3]!).execute();
    expect((await listOpenedFrom(database.db, '2a02:1:2:3::/64', daysAgo(1))).sort()).toEqual(made.slice(0, 2).sort());
    expect(await listOpenedFrom(database.db, '81.2.69.1', daysAgo(1))).toEqual([]);
  });
});
