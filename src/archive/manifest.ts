import { z } from 'zod';
import { Month } from '@/domain/month';
import type { ArchivePlace } from './archive-place';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

/** A file of rows, one JSON object a line, compressed. */
const FileOfRows = z.strictObject({
  name: z.string().regex(/^[a-z_]+-\d{4,}\.jsonl\.(?:gz|zst)$/),
  rows: Count,
  bytes: Count,
  /** Of the file as it lies there. */
  sha256: Sha256,
});
export type FileOfRows = z.infer<typeof FileOfRows>;

const ArchivedTable = z.strictObject({
  name: z.enum(['facts', 'evaluations']),
  columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)).min(1),
  rows: Count,
  /** Of all its lines, before compression. */
  sha256: Sha256,
  files: z.array(FileOfRows),
});
export type ArchivedTable = z.infer<typeof ArchivedTable>;

/** What an archive of a month holds. Written last: without it a folder is no archive. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  month: Month,
  madeAt: z.iso.datetime(),
  tables: z.array(ArchivedTable).min(1),
});
export type Manifest = z.infer<typeof Manifest>;

export const GENERATION = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
export const MANIFEST = 'manifest.json';

/** Where one writing of a month's archive lies. */
export interface Generation {
  month: Month;
  /** "20261130T201500Z-5f0c1a2b": each writing has its own, so that two never mix. */
  generation: string;
}

export const pathOf = ({ month, generation }: Generation, file: string) => `${month}/${generation}/${file}`;

export const rowsOf = ({ tables }: Pick<Manifest, 'tables'>) => tables.reduce((sum, { rows }) => sum + rows, 0);
export const bytesOf = ({ tables }: Pick<Manifest, 'tables'>) =>
  tables.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Null where there is none: the archive was never finished, or is gone.
 * @throws Error in plain words where it cannot be understood.
 */
export async function readManifest(place: ArchivePlace, of: Generation): Promise<Manifest | null> {
  const path = pathOf(of, MANIFEST);
  const bytes = await place.get(path);
  if (bytes === null) return null;
  const parsed = Manifest.safeParse(parseJson(bytes));
  if (parsed.success && parsed.data.month === of.month) return parsed.data;
  throw new Error(`${path} of ${place.name} is no manifest that this version can read.`);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The newest whole archive of a month at a place, whatever the database says; null where there is none. */
export async function findNewest(place: ArchivePlace, month: Month): Promise<Generation | null> {
  const paths = await place.list(`${month}/`);
  const whole = paths.flatMap((path) => {
    const [, generation = '', file] = path.split('/');
    return file === MANIFEST && GENERATION.test(generation) ? [generation] : [];
  });
  const generation = whole.sort().at(-1);
  return generation === undefined ? null : { month, generation };
}
