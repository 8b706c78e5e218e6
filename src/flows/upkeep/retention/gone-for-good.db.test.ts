import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '@/archive/compression';
import { folderPlace } from '@/archive/folder-place';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { requestDeletion } from '@/flows/account/delete-account';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertHistory, insertMonitor, insertUser } from '@/test/factories';
import { makeExports, requestExport } from '../../account/export-data';
import { doAll, MAINTENANCE } from '../do-maintenance';

const database = useDatabase();
let dataDir = '';
let offset = 0;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'monitors-data-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Each is unlike anything else, so that finding one is finding that person. */
const LEFT = {
  address: 'ottilie.quillfeather@left.example.org',
  name: 'Ottilie Quillfeather',
  prompt: 'Tell me when the Zanzibar-Teapot-77 costs less than $300 at https://shop.example.org/zanzibar',
  quote: 'Zanzibar price today $279.77',
  sentence: 'Alert: the Zanzibar kettle is below',
  page: 'Once upon a Zanzibar page text',
  picture: 'ZANZIBAR-PICTURE-BYTES',
  agent: 'Zanzibar-Browser/7.7',
};
const STAYS = { address: 'stays@example.org', quote: 'Kettle price today $199.55' };

const deps = () => ({
  ...accountDeps(database),
  db: database.db,
  now: () => new Date(Date.now() + offset),
  archive: { place: folderPlace(join(dataDir, 'archive')), keptDays: 90 },
});

/** All rows of all tables of all schemas as text: the queue's as well. Bytes also by themselves, and unpacked. */
async function dump(): Promise<Buffer[]> {
  const tables = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const pieces: Buffer[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await database.pool.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
    for (const row of rows) {
      pieces.push(Buffer.from(JSON.stringify(row)));
      for (const value of Object.values(row)) if (Buffer.isBuffer(value)) pieces.push(value, unpacked(value));
    }
  }
  return pieces;
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** All files of the app in the data folder: as they lie there, and what is in those that are compressed. */
async function files(): Promise<Buffer[]> {
  const found = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pieces: Buffer[] = [];
  for (const { parentPath, name } of found) {
    const bytes = readFileSync(join(parentPath, name));
    pieces.push(bytes, Buffer.from(name));
    if (/\.(?:gz|zst)$/.test(name)) pieces.push(await unpack(name, bytes));
  }
  return pieces;
}

/** Which of these words stand anywhere; in hexadecimal too, as JSON and COPY write bytes. */
function wordsIn(pieces: Buffer[], words: Record<string, string>): string[] {
  const isIn = (word: string) =>
    pieces.some((piece) => piece.includes(word) || piece.includes(Buffer.from(word).toString('hex')));
  return Object.keys(words).filter((key) => isIn(words[key] ?? ''));
}

/** A person in every place that we know of, with history that is archived. */
async function somebody() {
  const user = await insertUser(database.db, { email: LEFT.address, name: LEFT.name });
  const monitor = await insertMonitor(database.db, {
    userId: user.id,
    prompt: LEFT.prompt,
    lastSentence: LEFT.sentence,
  });
  const reading = { quote: LEFT.quote, sentence: LEFT.sentence, alert: true, crop: Buffer.from(LEFT.picture) };
  const times = ['2025-10-03T12:00:00Z', '2025-11-28T12:00:00Z', '2026-11-20T12:00:00Z'];
  await insertHistory(
    database.db,
    monitor,
    times.map((time) => ({ ...reading, at: new Date(time) })),
  );
  const preview = { userId: user.id, createdAt: new Date(), prompt: LEFT.prompt, tookMs: 1 };
  const { id: previewId } = await database.db
    .insertInto('previews')
    .values({ ...preview, interpretation: '{}', reading: JSON.stringify({ quote: LEFT.quote }) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const page = { source: 'https://shop.example.org/', snapshot: gzipSync(LEFT.page), candidates: '[]' };
  await database.db
    .insertInto('previewPages')
    .values({ previewId, ...page })
    .execute();
  const session = { userId: user.id, expiresAt: new Date(Date.now() + 60_000), userAgent: LEFT.agent };
  const { id: sessionId } = await database.db
    .insertInto('sessions')
    .values(session)
    .returning('id')
    .executeTakeFirstOrThrow();
  return { user, sessionId };
}

describe('an account that is deleted for good', () => {
  it('is in no row of any table and in no file of the app, archives and all; others are', async () => {
    const { user, sessionId } = await somebody();
    const other = await insertUser(database.db, { email: STAYS.address });
    const monitor = await insertMonitor(database.db, { userId: other.id });
    await insertHistory(database.db, monitor, [{ at: new Date('2025-10-04T12:00:00Z'), quote: STAYS.quote }]);
    await requestExport(deps(), user.id);
    await makeExports(deps());
    // Where another process left a file of a person's archive half written.
    const torn = '20260101T000000Z-00000000';
    const file = `2025-10/${torn}/facts-0001.jsonl.gz`;
    await deps().archive.place.put(file, gzipSync(LEFT.quote));
    await doAll(MAINTENANCE, deps(), 365);
    writeFileSync(join(dataDir, 'auth-secret'), 'a secret of the app');
    // The test finds what it looks for, while it is there.
    expect(wordsIn(await dump(), LEFT)).toEqual(Object.keys(LEFT));
    expect(wordsIn(await files(), LEFT)).toEqual(['quote', 'sentence', 'picture']);
    expect(readdirSync(join(dataDir, 'archive', '2025-10'))).not.toContain(torn);

    await requestDeletion(deps(), { userId: user.id, sessionId });
    offset = DELETION_DELAY_MS + 60_000;
    const done = await doAll(MAINTENANCE, deps(), 365);
    expect(done).toMatchObject({ accountsRemoved: 1, archivesCleaned: 2 });
    expect([wordsIn(await dump(), LEFT), wordsIn(await files(), LEFT)]).toEqual([[], []]);
    expect(wordsIn(await dump(), STAYS)).toEqual(['address']);
    expect(wordsIn(await files(), STAYS)).toEqual(['quote']);
  });
});
