import { createHash, randomBytes } from 'node:crypto';
import type { Month } from '@/domain/month';
import type { ArchivePlace } from './archive-place';
import { BEST } from './compression';
import { type ArchivedTable, type FileOfRows, type Generation, MANIFEST, Manifest, pathOf } from './manifest';

/** So much text is compressed into one file; it is in memory for that long. */
const FILE_BYTES = 16 * 1_024 * 1_024;

/** Rows of one table, a JSON object a line, in the order in which they are to be compared. */
export interface RowsToArchive {
  name: ArchivedTable['name'];
  columns: string[];
  pages: AsyncIterable<string[]>;
}

export function newGeneration(month: Month, now: Date): Generation {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return { month, generation: `${time}-${randomBytes(4).toString('hex')}` };
}

/** Writes an archive of a month, its manifest last, and returns that. What is there of others is left alone. */
export async function writeArchive(
  place: ArchivePlace,
  of: Generation,
  { tables, now }: { tables: RowsToArchive[]; now: Date },
): Promise<Manifest> {
  const written: ArchivedTable[] = [];
  for (const table of tables) written.push(await writeTable(place, of, table));
  const manifest: Manifest = { format: 1, month: of.month, madeAt: now.toISOString(), tables: written };
  const text = `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`;
  await place.put(pathOf(of, MANIFEST), Buffer.from(text));
  return manifest;
}

async function writeTable(place: ArchivePlace, of: Generation, table: RowsToArchive): Promise<ArchivedTable> {
  const { name, columns, pages } = table;
  const hash = createHash('sha256');
  const files: FileOfRows[] = [];
  let pieces: Buffer[] = [];
  let size = 0;
  let rows = 0;
  const close = async () => {
    if (rows === 0) return;
    const packed = await BEST.pack(Buffer.concat(pieces));
    const file = `${name}-${String(files.length + 1).padStart(4, '0')}.jsonl.${BEST.ending}`;
    await place.put(pathOf(of, file), packed);
    files.push({ name: file, rows, bytes: packed.length, sha256: createHash('sha256').update(packed).digest('hex') });
    [pieces, size, rows] = [[], 0, 0];
  };
  for await (const lines of pages) {
    if (lines.length === 0) continue;
    const text = Buffer.from(`${lines.join('\n')}\n`);
    hash.update(text);
    pieces.push(text);
    size += text.length;
    rows += lines.length;
    if (size >= FILE_BYTES) await close();
  }
  await close();
  return { name, columns, rows: files.reduce((sum, file) => sum + file.rows, 0), sha256: hash.digest('hex'), files };
}
