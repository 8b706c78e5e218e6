import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArchivePlace, ArchiveSettings } from '@/archive/archive-place';
import { openArchivePlace } from '@/archive/open-place';
import { makeFactMonth } from '@/db/retention/fact-months';
import { useDatabase } from '@/test/database';
import { insertMonitorWithHistory } from '@/test/factories';
import { enforceRetention } from '../enforce-retention';
import { archiveMonths } from './archive-months';
import { cleanArchives, removeArchives } from './clean-archives';
import { restoreMonth } from './restore-month';

const database = useDatabase();
let server: Awaited<ReturnType<typeof startS3Server>>;
let place: ArchivePlace;
let now = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  // A new database has the months around the day that it is made; these are tests of others.
  await database.db.transaction().execute(async (trx) => {
    for (const month of ['2025-10', '2025-11'] as const) await makeFactMonth(trx, month);
  });
  server = await startS3Server();
  place = openArchivePlace(server.settings);
});
afterAll(() => server.close());

const deps = () => ({
  db: database.db,
  now: () => now,
  log: pino({ level: 'silent' }),
  archive: { place, keptDays: 90 },
});
const facts = async () =>
  (await sql`SELECT to_jsonb(facts) AS fact FROM facts ORDER BY id`.execute(database.db)).rows as unknown[];

it('archives into a bucket, restores from it, cleans it of who left, and empties it in the end', async () => {
  const stays = await insertMonitorWithHistory(database.db, ['2025-10-03', '2025-10-04']);
  const leaves = await insertMonitorWithHistory(database.db, ['2025-10-05']);
  const before = await facts();
  expect(await archiveMonths(deps(), 365)).toBe(1);
  expect((await enforceRetention(deps(), 365)).factMonths).toBe(1);
  expect([await facts(), (await place.list('2025-10/')).length]).toEqual([[], 3]);
  await restoreMonth(deps(), place, { month: '2025-10' });
  expect(await facts()).toEqual(before);
  const [path = ''] = await place.list('2025-10/');
  await database.db.deleteFrom('users').where('id', '=', leaves.userId).execute();
  expect([await cleanArchives(deps()), await cleanArchives(deps())]).toEqual([1, 0]);
  // The writing before is gone, with all that it held.
  expect([await place.get(path), (await place.list('')).length]).toEqual([null, 3]);
  await database.db.deleteFrom('facts').where('monitorId', '=', stays.id).execute();
  await database.db.deleteFrom('evaluations').where('monitorId', '=', stays.id).execute();
  const { tables } = await restoreMonth(deps(), place, { month: '2025-10' });
  expect(tables.map(({ rows, withoutMonitor }) => [rows, withoutMonitor])).toEqual([
    [2, 0],
    [2, 0],
  ]);
  now = new Date('2027-02-20T00:00:00Z');
  expect(await removeArchives(deps(), 365)).toBe(1);
  expect(await place.list('')).toEqual([]);
});

it('says that the storage is not there, and leaves the month where it is', async () => {
  await insertMonitorWithHistory(database.db, ['2025-11-03']);
  const settings: ArchiveSettings = { ...server.settings, bucket: 'nobody-made-this' } as ArchiveSettings;
  const archive = { place: openArchivePlace(settings), keptDays: 90 };
  await expect(archiveMonths({ ...deps(), archive }, 365)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  await database.db.deleteFrom('archivedMonths').execute();
  const before = await facts();
  await enforceRetention({ ...deps(), archive }, 365);
  expect([before.length, await facts()]).toEqual([3, before]);
});

/** Storage that speaks S3, on loopback, with one empty bucket. */
async function startS3Server(): Promise<{ settings: ArchiveSettings; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'monitors-s3-'));
  const bucket = 'monitors-archive';
  const configureBuckets = [{ name: bucket, configs: [] }];
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    settings: { kind: 's3', bucket, region: 'us-east-1', endpoint, keyId: 'S3RVER', secret: 'S3RVER' },
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
