import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { listActs } from '../admin/audit-list';
import { insertAct, strikeOriginsBefore } from '../audit';
import { createDb, type Database } from '../client';
import { dropFactMonth, ensureFactPartitions, makeFactMonth } from '../retention/fact-months';
import { grantToApp } from './app-role';

const ROLE = `monitors_app_${process.pid}`;
const database = useDatabase();
let app: Database;
const appUrl = () => {
  const url = new URL(database.connectionString);
  [url.username, url.password] = [ROLE, 'app'];
  return url.href;
};

beforeAll(async () => {
  await sql`CREATE ROLE ${sql.id(ROLE)} LOGIN PASSWORD 'app'`.execute(database.db);
  await grantToApp(database.db, ROLE);
  await grantToApp(database.db, ROLE);
  app = createDb(appUrl(), { prepared: true });
});
const rest = useRest({
  get db() {
    return app.db;
  },
  get pool() {
    return app.pool;
  },
  get connectionString() {
    return appUrl();
  },
});
afterAll(async () => {
  await app.db.destroy();
  await sql`DROP OWNED BY ${sql.id(ROLE)} CASCADE`.execute(database.db);
  await sql`DROP ROLE ${sql.id(ROLE)}`.execute(database.db);
});

describe("the app's own role", () => {
  it.each([
    'ALTER TABLE audit_log DISABLE TRIGGER ALL',
    'ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only',
    'DROP TRIGGER audit_log_strike_only ON audit_log',
    'DROP TABLE audit_log',
    'TRUNCATE audit_log',
    'DELETE FROM audit_log',
    "UPDATE audit_log SET action = 'x'",
    'ALTER TABLE audit_log OWNER TO CURRENT_USER',
    'CREATE OR REPLACE FUNCTION public.refuse_audit_change() RETURNS trigger LANGUAGE sql AS $$ SELECT NULL $$',
    'DROP FUNCTION guard_audit_change()',
    'SET session_replication_role = replica',
    'CREATE TABLE public.mine (a int)',
    'DELETE FROM kysely_migration',
  ])('may not: %s', async (statement) => {
    await expect(app.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('adds acts, reads them, strikes out where they came from, and makes and drops months of facts', async () => {
    const { id } = await insertUser(app.db);
    const act = { action: 'session.open', actor: 'person', actorId: id, personId: id } as const;
    const at = new Date(Date.now() - 40 * 86_400_000);
    const record = { type: 'person', id } as const;
    await app.db
      .transaction()
      .execute((trx) => insertAct(trx, { ...act, record }, { at, ip: '81.2.69.160', userAgent: 'Firefox' }));
    const before = new Date(Date.now() - 31 * 86_400_000);
    expect(await app.db.transaction().execute((trx) => strikeOriginsBefore(trx, before))).toBe(1);
    expect(await listActs(app.db, { person: id, limit: 10 })).toMatchObject([{ ip: null, userAgent: null }]);
    expect(await ensureFactPartitions(app.db, new Date(Date.UTC(2040, 0, 1)))).toBeGreaterThan(0);
    expect(await app.db.transaction().execute((trx) => dropFactMonth(trx, '2039-05'))).toBe(true);
    await app.db.transaction().execute((trx) => makeFactMonth(trx, '2039-05'));
    expect(await app.db.transaction().execute((trx) => dropFactMonth(trx, '2039-05'))).toBe(true);
  });

  it('is enough for the app: an account, a monitor, a check, its history, and its end', async () => {
    const person = { email: 'ada@example.org', password: 'Correct1Horse', name: 'Ada' };
    const opened = await rest.send('POST', '/api/auth/register', { body: person });
    expect(opened.status).toBe(201);
    const { token } = await opened.json();
    const url = 'https://shop.example.org/kettle-one';
    const page = '<html lang="en"><main><h1>Kettle One</h1><p>Price: <b>$279.00</b></p><p>Hot tea.</p></main>';
    rest.deps.scraper.pages.set(url, { html: page });
    const prompt = `Tell me when the Kettle One costs less than $300 ${url}`;
    const made = await rest.send('POST', '/api/monitors', { token, body: { prompt } });
    expect(made.status).toBe(201);
    const { monitor } = await made.json();
    const checked = await rest.send('POST', `/api/monitors/${monitor.id}/refresh`, { token, body: {} });
    expect(checked.status).toBe(200);
    expect((await rest.send('GET', `/api/monitors/${monitor.id}/history`, { token })).status).toBe(200);
    expect((await rest.send('DELETE', `/api/monitors/${monitor.id}`, { token })).status).toBe(200);
    expect((await rest.send('POST', '/api/auth/logout', { token, body: {} })).status).toBe(200);
  });
});

it('a queue that another role made is named, with what to do', async () => {
  const other = `${ROLE}_other`;
  await sql`CREATE ROLE ${sql.id(other)}`.execute(database.db);
  await expect(grantToApp(database.db, other)).rejects.toThrow('DROP SCHEMA pgboss CASCADE');
  await sql`DROP ROLE ${sql.id(other)}`.execute(database.db);
});

it('the owner of the tables is refused as such a role', async () => {
  const { rows } = await sql<{ name: string }>`SELECT current_user AS name`.execute(database.db);
  await expect(grantToApp(database.db, rows[0]?.name ?? '')).rejects.toThrow('owns the tables');
});
