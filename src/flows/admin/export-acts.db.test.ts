import Papa from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import { listActs } from '@/db/admin/audit-list';
import { insertAct } from '@/db/audit';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { exportActs } from './export-acts';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const deps = () => ({ db: database.db, now: () => NOW });

const EVIL = [
  '=HYPERLINK("http://evil.example";"x")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '"; DROP',
  'a\r\nb,"c"',
];
let actorId = '';
const people: { id: string; email: string }[] = [];

beforeAll(async () => {
  actorId = (await insertUser(database.db, { role: 'admin' })).id;
  for (const [n, text] of EVIL.entries()) {
    const user = await insertUser(database.db, { email: `=cmd${n}@example.org` });
    people.push(user);
    const at = new Date(NOW.getTime() - (n + 1) * 1_000);
    const act = { action: 'person.suspend', actor: 'admin', actorId, personId: user.id, reason: text } as const;
    const from = { at, ip: null, userAgent: text };
    await database.db
      .transaction()
      .execute((trx) => insertAct(trx, { ...act, record: { type: 'person', id: user.id } }, from));
  }
});

async function rowsOf(filter: Omit<Parameters<typeof exportActs>[1], 'actorId'> = {}) {
  let text = '';
  for await (const part of await exportActs(deps(), { ...filter, actorId })) text += part;
  expect(text.startsWith('\uFEFF')).toBe(true);
  const parsed = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

it('gives every act once, newest first, and no cell that a spreadsheet would carry out', async () => {
  const rows = await rowsOf({ action: 'person.suspend' });
  expect(rows.map(({ personId }) => personId)).toEqual(people.map(({ id }) => id));
  for (const [n, row] of rows.entries()) {
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(row.reason).toMatch(/^'?/);
    expect(row.reason?.replace(/^'/, '')).toBe(EVIL[n]);
    expect(row).toMatchObject({ personEmail: `'=cmd${n}@example.org`, action: 'person.suspend', actorId });
  }
});

it('is in the audit itself, by the names of its filters and not by what was looked for', async () => {
  const { email } = people[0]!;
  await rowsOf({ target: email, from: new Date('2026-11-01T00:00:00Z') });
  // The test before exported at the same moment.
  const acts = await listActs(database.db, { action: 'audit.export', limit: 10 });
  const told = acts.find(({ details }) => details.acts === 1);
  expect(told).toMatchObject({ actor: 'admin', actorId, recordType: 'audit', at: NOW });
  expect(told?.details).toEqual({ acts: 1, filters: ['target', 'from'] });
  expect(JSON.stringify(told)).not.toContain(email);
});

it('refuses more than one file holds, before anything is given or told', async () => {
  const before = await listActs(database.db, { action: 'audit.export', limit: 100 });
  const all = exportActs(deps(), { actorId, action: 'person.suspend', most: EVIL.length - 1 });
  await expect(all).rejects.toMatchObject({ code: 'unprocessable', reason: 'too_many_acts' });
  expect(await listActs(database.db, { action: 'audit.export', limit: 100 })).toHaveLength(before.length);
  expect(await exportActs(deps(), { actorId, action: 'person.suspend', most: EVIL.length })).toBeDefined();
});

it('reads page by page, and gives thousands', async () => {
  const { id } = await insertUser(database.db);
  await database.pool.query(
    `INSERT INTO audit_log (at, action, actor, actor_id, person_id, subject_type, subject_id)
     SELECT $2::timestamptz - interval '1 hour', 'session.open', 'person', $1::uuid, $1::uuid, 'session', n::text
     FROM generate_series(1, 2500) n`,
    [id, NOW],
  );
  const rows = await rowsOf({ by: id });
  expect(new Set(rows.map(({ recordId }) => recordId)).size).toBe(2_500);
  expect(rows).toHaveLength(2_500);
});

it('finds by who acted, on whom or what, as what, and of which kind', async () => {
  const { id, email } = people[0]!;
  const count = async (filter: Parameters<typeof rowsOf>[0]) => (await rowsOf(filter)).length;
  expect(await count({ by: id })).toBe(0);
  expect(await count({ target: email.toUpperCase() })).toBe(1);
  expect(await count({ target: id, actor: 'system' })).toBe(0);
  expect(await count({ target: id, actor: 'admin', recordType: 'person' })).toBe(1);
  expect(await count({ target: id, recordType: 'monitor' })).toBe(0);
  for (const target of ["' OR true --", '%', '_', '00000000-0000-4000-8000-00000000000g'])
    expect([target, await count({ target }), await count({ by: target }), await count({ person: target })]).toEqual([
      ...[target, 0, 0, 0],
    ]);
});
