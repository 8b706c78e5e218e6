import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Transaction } from 'kysely';
import Papa from 'papaparse';
import {
  claimDataExport,
  countDataExports,
  type DataExport,
  failDataExport,
  findExportBytes,
  findNewestExport,
  finishDataExport,
  insertDataExport,
  updateExportProgress,
} from '@/db/data-exports';
import { OWN_DATA, type OwnRow, pageOwnPictures } from '@/db/own-data';
import type { DB } from '@/db/types';
import { findPerson } from '@/db/users';
import { EXPORT_KEPT_MS } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { mailNotice } from './mail-account';
import { recordActOf, recordOwnAct } from './record-act';

type ExportDeps = Pick<Deps, 'db' | 'now' | 'log' | 'origin'>;
/** Who makes them also tells of it. */
type MakeDeps = ExportDeps & { settings: Pick<Deps['settings'], 'appUrl'> };

const DAY_MS = 24 * 60 * 60_000;
const LEASE_MS = 60_000;
const MOST_ATTEMPTS = 3;
const MOST_A_DAY = 5;
const PAGE = 500;
const PICTURE_PAGE = 100;
/** Pictures beyond this are left out, newest data being in the app anyway; README.txt in the zip says so. */
const MOST_PICTURE_BYTES = 40_000_000;

const README = `Your data at Monitors!

Each kind of data is here twice: as JSON, exactly as it is stored, and as CSV for spreadsheets.
Times are in UTC. pictures/ holds the pictures that prove your values, named by the fact's id.
At most 40 MB of pictures are included. Passwords and secrets are not here: only their hashes exist.
`;

/**
 * Asks for a zip of all the person's data; it is made in the background. If one is being made, that one is meant.
 * @throws DomainError `limited` / `export_limit` after five within a day.
 */
export async function requestExport(deps: ExportDeps, userId: string): Promise<DataExport> {
  const { db } = deps;
  const at = deps.now();
  const since = new Date(at.getTime() - DAY_MS);
  if ((await countDataExports(db, userId, since)) >= MOST_A_DAY) {
    const message = `Your data can be fetched ${MOST_A_DAY} times a day. Use the file you have, or come back tomorrow.`;
    throw new DomainError('limited', 'export_limit', message, { retryAt: new Date(at.getTime() + DAY_MS) });
  }
  const asked = await db.transaction().execute(async (trx) => {
    const one = await insertDataExport(trx, userId, at);
    const record = one && ({ type: 'export', id: one.id } as const);
    if (record) await recordOwnAct(deps, trx, userId, { action: 'export.ask', record });
    return one;
  });
  const made = asked ?? (await findNewestExport(db, userId, at));
  if (made === null) throw new DomainError('conflict', 'export_over', 'That took too long. Please ask once more.');
  return made;
}

/** The zip file, for its owner only; null for anybody else, and when its day is over. */
export function readExport(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  userId: string,
  id: string,
): Promise<Buffer | null> {
  return deps.db.transaction().execute(async (trx) => {
    const bytes = await findExportBytes(trx, userId, id, deps.now());
    if (bytes) await recordOwnAct(deps, trx, userId, { action: 'export.download', record: { type: 'export', id } });
    return bytes;
  });
}

/** Makes the exports that wait, one after the other. Returns how many were made. */
export async function makeExports(deps: MakeDeps): Promise<number> {
  let made = 0;
  for (;;) {
    const job = await claimDataExport(deps.db, deps.now(), LEASE_MS);
    if (job === null) return made;
    try {
      const bytes = await writeExport(deps, job);
      await finish(deps, job, bytes);
      made += 1;
    } catch (error) {
      deps.log.error({ err: error, exportId: job.id }, 'an export could not be made');
      await failDataExport(deps.db, job.id, deps.now(), job.attempts < MOST_ATTEMPTS);
    }
  }
}

async function finish(deps: MakeDeps, job: { id: string; userId: string }, bytes: Buffer): Promise<void> {
  const { id, userId } = job;
  const now = deps.now();
  const times = { now, expiresAt: new Date(now.getTime() + EXPORT_KEPT_MS) };
  await deps.db.transaction().execute(async (trx) => {
    if (!(await finishDataExport(trx, id, bytes, times))) return;
    const details = { bytes: bytes.length };
    const record = { type: 'export', id } as const;
    await recordActOf(deps, trx, null, { action: 'export.make', personId: userId, record, details });
    await tellOf(deps, trx, userId, bytes.length);
  });
}

async function tellOf(deps: MakeDeps, trx: Transaction<DB>, userId: string, bytes: number): Promise<void> {
  const person = await findPerson(trx, userId);
  if (person === null) return;
  const size = bytes < 100_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const detail = `${size}, kept for ${EXPORT_KEPT_MS / DAY_MS} days`;
  await mailNotice(
    deps,
    trx,
    { userId, recipient: person.email },
    { notice: 'export_ready', detail, path: '/account' },
  );
}

async function writeExport(deps: ExportDeps, job: { id: string; userId: string }): Promise<Buffer> {
  const zip = createZip();
  const readme = zip.text('README.txt');
  readme(README);
  readme(null);
  const names = Object.keys(OWN_DATA);
  const tell = (step: number) =>
    updateExportProgress(
      deps.db,
      job.id,
      Math.floor((step / (names.length + 1)) * 99),
      new Date(deps.now().getTime() + LEASE_MS),
    );
  for (const [step, name] of names.entries()) {
    await writeTable(deps, zip, name, job.userId, () => tell(step));
  }
  await writePictures(deps, zip, job.userId, () => tell(names.length));
  return zip.finish();
}

async function writeTable(
  { db }: ExportDeps,
  zip: ZipWriter,
  name: string,
  userId: string,
  tell: () => Promise<void>,
): Promise<void> {
  const page = OWN_DATA[name];
  if (!page) return;
  const json = zip.text(`${name}.json`);
  const csv = zip.text(`${name}.csv`);
  let after: string | null = null;
  json('[');
  for (;;) {
    await tell();
    const rows: OwnRow[] = await page(db, userId, after, PAGE);
    for (const [index, row] of rows.entries()) {
      json(`${after === null && index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`);
    }
    if (rows.length > 0) csv(toCsv(rows, after === null));
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) break;
  }
  json('\n]\n');
  json(null);
  csv(null);
}

/** A cell that begins like a formula is made a text: spreadsheets would carry it out, and page text is not ours. */
function toCsv(rows: OwnRow[], header: boolean): string {
  const flat = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])));
  return `${Papa.unparse(flat, { header, escapeFormulae: true })}\r\n`;
}

function cell(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

async function writePictures(
  { db }: ExportDeps,
  zip: ZipWriter,
  userId: string,
  tell: () => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  let left = MOST_PICTURE_BYTES;
  for (;;) {
    await tell();
    const pictures = await pageOwnPictures(db, userId, after, PICTURE_PAGE);
    for (const { id, bytes, mediaType } of pictures) {
      left -= bytes.length;
      if (left < 0) return;
      zip.stored(`pictures/${id}.${mediaType === 'image/webp' ? 'webp' : 'jpg'}`, bytes);
    }
    after = pictures.at(-1)?.id ?? after;
    if (pictures.length < PICTURE_PAGE) return;
  }
}

/** A zip file that is written piece by piece. */
interface ZipWriter {
  /** Opens a text file; `null` ends it. */
  text(name: string): (piece: string | null) => void;
  /** Adds a file that is compressed already. */
  stored(name: string, bytes: Uint8Array): void;
  /** Bytes so far. */
  size(): number;
  finish(): Buffer;
}

function createZip(): ZipWriter {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let fault: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) fault = error;
    pieces.push(piece);
    size += piece.length;
  });
  const encoder = new TextEncoder();
  return {
    text(name) {
      const file = new ZipDeflate(name, { level: 6 });
      zip.add(file);
      return (piece) => file.push(encoder.encode(piece ?? ''), piece === null);
    },
    stored(name, bytes) {
      const file = new ZipPassThrough(name);
      zip.add(file);
      file.push(bytes, true);
    },
    size: () => size,
    finish() {
      zip.end();
      if (fault) throw fault;
      return Buffer.concat(pieces);
    },
  };
}
