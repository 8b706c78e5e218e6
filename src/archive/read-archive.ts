import { createHash } from 'node:crypto';
import type { ArchivePlace } from './archive-place';
import { unpack } from './compression';
import { type ArchivedTable, type FileOfRows, GENERATION, type Generation, type Manifest, pathOf } from './manifest';

/** A file of an archive is missing, or is not the one that was written. */
export class DamagedArchive extends Error {}

/**
 * The lines of a table in an archive, a file at a time, each compared with the manifest before it is given out.
 * @throws DamagedArchive
 */
export async function* readLines(
  place: ArchivePlace,
  of: Generation,
  table: ArchivedTable,
): AsyncGenerator<string[], void, void> {
  const hash = createHash('sha256');
  for (const file of table.files) {
    const text = await readFile(place, of, file);
    hash.update(text);
    yield text.toString('utf8').split('\n').slice(0, -1);
  }
  if (hash.digest('hex') !== table.sha256) throw new DamagedArchive(`The ${table.name} of ${of.month} are others`);
}

async function readFile(place: ArchivePlace, of: Generation, file: FileOfRows): Promise<Buffer> {
  const path = pathOf(of, file.name);
  const packed = await place.get(path);
  if (packed === null) throw new DamagedArchive(`${path} is not in ${place.name} any more`);
  if (createHash('sha256').update(packed).digest('hex') !== file.sha256) {
    throw new DamagedArchive(`${path} in ${place.name} is not what was written (SHA-256)`);
  }
  const text = await unpack(file.name, packed);
  let rows = 0;
  for (let at = text.indexOf(0x0a); at !== -1; at = text.indexOf(0x0a, at + 1)) rows += 1;
  if (rows !== file.rows) throw new DamagedArchive(`${path} holds ${rows} rows in place of ${file.rows}`);
  return text;
}

/**
 * Reads all of an archive back.
 * @throws DamagedArchive
 */
export async function verifyArchive(place: ArchivePlace, of: Generation, { tables }: Manifest): Promise<void> {
  for (const table of tables) {
    for await (const _lines of readLines(place, of, table)) {
      // Comparing is all.
    }
  }
}

/** Removes what other writings have left of the month's archive: torn ones, and those that were replaced. */
export async function sweepOthers(place: ArchivePlace, { month, generation }: Generation): Promise<void> {
  const paths = await place.list(`${month}/`);
  await place.remove(paths.filter((path) => path.split('/')[1] !== generation));
}

/** Removes one writing of a month's archive, its manifest first: what is left of it is no archive. */
export async function removeGeneration(place: ArchivePlace, of: Generation): Promise<void> {
  if (!GENERATION.test(of.generation)) throw new Error(`${of.generation} names no archive`);
  const paths = await place.list(pathOf(of, ''));
  await place.remove(paths.sort((a, b) => Number(b.endsWith('.json')) - Number(a.endsWith('.json'))));
}
