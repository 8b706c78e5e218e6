import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderPlace } from '@/archive/folder-place';
import { Manifest } from '@/archive/manifest';
import { listActs } from '@/db/admin/audit-list';
import { makeFactMonth } from '@/db/retention/fact-months';
import { useDatabase } from '@/test/database';
import { insertHistory, insertMonitorWithHistory } from '@/test/factories';
import { doAll } from '../do-maintenance';
import { enforceRetention } from '../enforce-retention';
import { archiveMonths } from './archive-months';
import { removeArchives } from './clean-archives';
import { restoreMonth } from './restore-month';

const database = useDatabase();
/** October 2025 has left by then, and November until the 22nd. */
const NOW = new Date('2026-11-22T12:00:00Z');
const DAYS = ['2025-10-01', '2025-10-31', '2025-11-02', '2025-11-25', '2026-11-20'];
let folder = '';
let now = NOW;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'monitors-archive-'));
  now = NOW;
  await database.db.deleteFrom('users').execute();
  await database.db.deleteFrom('archivedMonths').execute();
  await database.db.transaction().execute(async (trx) => {
    // Those that a test before has dropped.
    for (const month of ['2025-10', '2025-11']) await makeFactMonth(trx, month);
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const deps = (given: object = {}) => ({
  db: database.db,
  now: () => now,
  log: pino({ level: 'silent' }),
  archive: { place: folderPlace(folder), keptDays: 90 },
  ...given,
});
const rounds = {
  archived: archiveMonths,
  removed: async (of: ReturnType<typeof deps>, days: number) => leave(of, days),
};
const leave = async (of: ReturnType<typeof deps>, days: number) => (await enforceRetention(of, days)).factMonths;
const round = (of = deps()) => doAll(rounds, of, 365);

async function rowsOf(table: 'facts' | 'evaluations'): Promise<unknown[]> {
  const { rows } = await sql`SELECT to_jsonb(kept) AS row FROM ${sql.table(table)} AS kept ORDER BY id`.execute(
    database.db,
  );
  return rows;
}
const daysLeft = async () =>
  (await database.db.selectFrom('facts').select('extractedAt').orderBy('extractedAt').execute()).map(
    ({ extractedAt }) => extractedAt.toISOString().slice(0, 10),
  );
const filesOf = (month: string) =>
  existsSync(join(folder, month)) ? readdirSync(join(folder, month), { recursive: true }).map(String).sort() : [];
const file = (name: RegExp) => join(folder, '2025-10', filesOf('2025-10').find((path) => name.test(path)) ?? 'none');
const actions = async () =>
  (await listActs(database.db, { limit: 500 })).map(({ action, recordId }) => `${action} ${recordId}`);

describe('a month that leaves', () => {
  it('is archived, read back, dropped, and comes back the same row by row', async () => {
    const monitor = await insertMonitorWithHistory(database.db, DAYS);
    await insertHistory(database.db, monitor, [
      { at: new Date('2025-10-05T00:00:00Z'), crop: Buffer.from([0, 255, 10]) },
    ]);
    const before = [await rowsOf('facts'), await rowsOf('evaluations')];
    expect(await round()).toEqual({ archived: 2, removed: 1 });
    expect(await daysLeft()).toEqual(['2025-11-25', '2026-11-20']);
    expect(await rowsOf('evaluations')).toHaveLength(2);
    const manifest = Manifest.parse(JSON.parse(readFileSync(file(/manifest\.json$/), 'utf8')));
    expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['facts', 3],
      ['evaluations', 3],
    ]);
    for (const month of ['2025-10', '2025-11'] as const)
      await restoreMonth(deps(), deps().archive.place, { month, missing: true });
    expect([await rowsOf('facts'), await rowsOf('evaluations')]).toEqual(before);
    expect(await actions()).toEqual(
      expect.arrayContaining(['archive.write 2025-10', 'archive.drop_month 2025-10', 'archive.restore 2025-10']),
    );
  });

  it('stays where it was brought back, for thirty days, and then leaves again without a new archive', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03']);
    await round();
    await restoreMonth(deps(), deps().archive.place, { month: '2025-10' });
    await round();
    expect(await daysLeft()).toEqual(['2025-10-03']);
    now = new Date(NOW.getTime() + 31 * 86_400_000);
    expect(await round()).toMatchObject({ archived: 0 });
    expect(await daysLeft()).toEqual([]);
  });

  it('that has no archive stays', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03', '2025-11-02']);
    const full = { ...folderPlace(folder), put: () => Promise.reject(new Error('ENOSPC: no space left on device')) };
    expect(await round(deps({ archive: { place: full, keptDays: 90 } }))).toEqual({ archived: null, removed: 0 });
    expect(await daysLeft()).toEqual(['2025-10-03', '2025-11-02']);
  });

  it('leaves without one where the settings name no place, or days are fewer than a month has', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03', '2025-11-02']);
    expect(await round(deps({ archive: undefined }))).toEqual({ archived: 0, removed: 1 });
    expect(await daysLeft()).toEqual([]);
    await insertMonitorWithHistory(database.db, ['2025-11-02', '2026-11-02']);
    expect(await doAll(rounds, deps(), 10)).toMatchObject({ archived: 0 });
    expect([await daysLeft(), readdirSync(folder)]).toEqual([[], []]);
  });
});

describe('what raised an alert', () => {
  it('stays a year where days are fewer, with its evaluation and its email', async () => {
    const monitor = await insertMonitorWithHistory(database.db, ['2026-03-02']);
    await insertHistory(database.db, monitor, [
      { at: new Date('2026-03-05T09:00:00Z'), alert: true },
      { at: new Date('2025-11-10T09:00:00Z'), alert: true },
    ]);
    await doAll(rounds, deps(), 90);
    expect(await daysLeft()).toEqual(['2026-03-05']);
    expect(await rowsOf('evaluations')).toHaveLength(1);
    expect(await database.db.selectFrom('emailNotifications').select('createdAt').execute()).toHaveLength(1);
    now = new Date('2027-04-02T00:00:00Z');
    await doAll({ ...rounds, gone: removeArchives }, deps(), 90);
    await doAll(rounds, deps(), 90);
    expect([await daysLeft(), await rowsOf('evaluations')]).toEqual([[], []]);
    expect(await database.db.selectFrom('emailNotifications').select('createdAt').execute()).toEqual([]);
  });
});

describe('an archive', () => {
  it('that was half written is begun anew, and swept away', async () => {
    await insertMonitorWithHistory(database.db, DAYS);
    const { place } = deps().archive;
    await place.put('2025-10/20261101T000000Z-00000000/facts-0001.jsonl.gz', Buffer.from('torn'));
    // A worker that died while it wrote: its lease is over.
    const lease = { leaseToken: crypto.randomUUID(), leaseExpiresAt: new Date(NOW.getTime() - 1) };
    await database.db
      .insertInto('archivedMonths')
      .values({ month: '2025-10-01', ...lease })
      .execute();
    expect(await round()).toEqual({ archived: 2, removed: 1 });
    expect(filesOf('2025-10').filter((path) => path.includes('/'))).toHaveLength(3);
    expect(filesOf('2025-10').join()).not.toContain('00000000/');
  });

  it('of which a write breaks off leaves nothing, and the month as it was', async () => {
    await insertMonitorWithHistory(database.db, DAYS);
    const whole = folderPlace(folder);
    const breaking = {
      ...whole,
      put: (path: string, bytes: Buffer) =>
        path.endsWith('.json') ? Promise.reject(new Error('gone')) : whole.put(path, bytes),
    };
    expect(await round(deps({ archive: { place: breaking, keptDays: 90 } }))).toMatchObject({ archived: null });
    expect([filesOf('2025-10'), await daysLeft()]).toEqual([[], DAYS]);
    expect(await round()).toEqual({ archived: 2, removed: 1 });
  });

  it('that is not what was written when it is read back does not count', async () => {
    await insertMonitorWithHistory(database.db, DAYS);
    const whole = folderPlace(folder);
    const lying = {
      ...whole,
      put: (path: string, bytes: Buffer) =>
        whole.put(path, path.includes('facts') ? Buffer.concat([bytes, bytes]) : bytes),
    };
    expect(await round(deps({ archive: { place: lying, keptDays: 90 } }))).toMatchObject({
      archived: null,
      removed: 0,
    });
    expect(await daysLeft()).toEqual(DAYS);
  });

  it('that was changed before its month is dropped is begun anew from the rows that are still there', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03', '2025-10-04']);
    await archiveMonths(deps(), 365);
    writeFileSync(file(/facts-0001/), 'changed');
    expect(await leave(deps(), 365)).toBe(1);
    const { tables } = await restoreMonth(deps(), deps().archive.place, { month: '2025-10' });
    expect(tables[0]).toEqual({ name: 'facts', rows: 2, withoutMonitor: 0 });
  });

  it('is written once by two workers, and its month dropped once', async () => {
    await insertMonitorWithHistory(database.db, DAYS);
    const before = await actions();
    const done = await Promise.all([round(), round(), round()]);
    const again = await round();
    // No task failed; who of them did which part is chance.
    for (const one of [...done, again]) expect(Object.values(one)).not.toContain(null);
    const after = await actions();
    const more = (act: string) =>
      after.filter((one) => one === act).length - before.filter((one) => one === act).length;
    expect([more('archive.write 2025-10'), more('archive.drop_month 2025-10')]).toEqual([1, 1]);
    expect(await daysLeft()).toEqual(['2025-11-25', '2026-11-20']);
  });

  it('can be read by its owner alone, and goes when it has had its time', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03']);
    await round();
    expect([statSync(file(/facts-0001/)).mode & 0o777, statSync(join(folder, '2025-10')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    now = new Date('2027-01-29T00:00:00Z');
    expect(await removeArchives(deps(), 365)).toBe(0);
    now = new Date('2027-01-31T00:00:00Z');
    expect(await removeArchives(deps(), 365)).toBe(1);
    expect([filesOf('2025-10'), await removeArchives(deps(), 365)]).toEqual([[], 0]);
    expect(await actions()).toContain('archive.remove 2025-10');
  });
});

describe('restoring', () => {
  const restore = (month = '2025-10') => restoreMonth(deps(), deps().archive.place, { month });

  it('refuses a month whose rows are still there, and says what to do', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03']);
    await archiveMonths(deps(), 365);
    const before = await rowsOf('facts');
    await expect(restore()).rejects.toThrow('2 rows of 2025-10 are still in the database, so nothing was touched');
    expect(await rowsOf('facts')).toEqual(before);
  });

  it('says what is there where there is no archive', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03']);
    await round();
    await expect(restore('2025-09')).rejects.toThrow('no whole archive of 2025-09');
    await expect(restore('2025-09')).rejects.toThrow('What is there: 2025-10.');
  });

  it('touches nothing where a file was changed', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03']);
    await round();
    writeFileSync(file(/evaluations-0001/), readFileSync(file(/facts-0001/)));
    await expect(restore()).rejects.toThrow('is not what was written (SHA-256)');
    expect(await daysLeft()).toEqual([]);
  });

  it('that was broken off is finished by doing it again', async () => {
    await insertMonitorWithHistory(database.db, ['2025-10-03', '2025-10-04']);
    const before = await rowsOf('facts');
    await round();
    const { place } = deps().archive;
    let reads = 0;
    const dying = {
      ...place,
      get: (path: string) => (++reads > 4 ? Promise.reject(new Error('killed')) : place.get(path)),
    };
    await expect(restoreMonth(deps(), dying, { month: '2025-10' })).rejects.toThrow('killed');
    expect(await daysLeft()).toHaveLength(2);
    await restore();
    expect(await rowsOf('facts')).toEqual(before);
  });
});
