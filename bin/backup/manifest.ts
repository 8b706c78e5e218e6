import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const NAME = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const MOMENT = String.raw`\('[0-9 :+-]{10,32}'\)`;

const TableInBackup = z.strictObject({
  name: NAME,
  columns: z.array(NAME).min(1),
  /** What rows are put in order by, so that the same rows are the same text. */
  key: z.array(NAME).min(1),
  rows: z.int().nonnegative(),
  /** Of the rows as PostgreSQL's COPY writes them, before compression. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TableInBackup = z.infer<typeof TableInBackup>;

const Manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The version of PostgreSQL that it was made from. */
  server: z.string(),
  /** The last migration that the database had. */
  migration: z.string().regex(/^\d{4}_\w+$/),
  /** The months of facts, each a partition. Both go into SQL as they are, so they may be nothing else. */
  months: z.array(
    z.strictObject({
      name: z.string().regex(/^facts_\d{4}_\d{2}$/),
      bound: z.string().regex(new RegExp(`^FOR VALUES FROM ${MOMENT} TO ${MOMENT}$`)),
    }),
  ),
  tables: z.array(TableInBackup).min(1),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = 'manifest.json';
export const fileOf = (folder: string, table: string) => join(folder, `${table}.copy.gz`);

/** @throws Error in plain words when the folder holds no backup, or one that this version cannot read. */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch {
    throw new Error(`${folder} holds no backup: it has no ${MANIFEST}.`);
  }
  const parsed = Manifest.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`The ${MANIFEST} of ${folder} cannot be read: ${z.prettifyError(parsed.error)}`);
}
