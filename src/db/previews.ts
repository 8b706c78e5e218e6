import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { Interpretation } from '@/domain/contract/interpretation';
import { ReaderName, Recipe } from '@/domain/contract/reading';
import { Box } from '@/domain/snapshot';
import { FactValue } from '@/domain/value/value';
import { jsonText } from './json-column';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

const Evidence = z.strictObject({
  quote: z.string(),
  span: z.strictObject({ start: z.number(), end: z.number() }),
  box: Box.nullable(),
});

const MediaType = z.enum(['image/jpeg', 'image/webp']);

/** What a preview read, value or absence: a failure is not kept. */
export const KeptReading = z.strictObject({
  outcome: z.enum(['value', 'absent']),
  value: FactValue.nullable(),
  evidence: Evidence,
  /** Absent in those that were kept before readings had one. */
  probability: z.number().min(0).max(1).default(1),
  errors: z.array(z.string()).default([]),
  reader: ReaderName,
  recipe: Recipe.nullable(),
  /** The address that was read. */
  source: z.string(),
  look: z.enum(['full', 'cheap']),
  confirmed: z.boolean(),
});
export type KeptReading = z.infer<typeof KeptReading>;

export interface NewPreview {
  userId: string;
  createdAt: Date;
  prompt: string;
  source: string | null;
  interpretation: Interpretation;
  /** Null where nothing was read. */
  reading: KeptReading | null;
  tookMs: number;
  crop: { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/webp' } | null;
}

export interface KeptPreview extends NewPreview {
  id: string;
}

/** Keeps a preview and returns its id. */
export async function insertPreview(db: Connection, preview: NewPreview): Promise<string> {
  const { crop, interpretation, reading, ...columns } = preview;
  const row = await db
    .insertInto('previews')
    .values({
      ...columns,
      interpretation: jsonText(interpretation),
      reading: jsonText(reading),
      crop: crop ? Buffer.from(crop.bytes) : null,
      cropMediaType: crop?.mediaType ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** One of this person's previews, from after `since`; null where it is another's, used or too old. */
export async function findPreview(
  db: Connection,
  { id, userId, since }: Pick<KeptPreview, 'id' | 'userId'> & { since: Date },
): Promise<KeptPreview | null> {
  const row = await db
    .selectFrom('previews')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('createdAt', '>=', since)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { crop, cropMediaType, ...columns } = row;
  return {
    ...columns,
    interpretation: Interpretation.parse(row.interpretation),
    reading: row.reading === null ? null : KeptReading.parse(row.reading),
    crop: crop && cropMediaType ? { bytes: crop, mediaType: MediaType.parse(cropMediaType) } : null,
  };
}

/** Removes a preview that is used; false where somebody else did before: it counts once. */
export async function takePreview(trx: Transaction<DB>, id: string): Promise<boolean> {
  const result = await trx.deleteFrom('previews').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Removes those that have had their time, and returns how many. */
export async function deletePreviews(db: Connection, before: Date): Promise<number> {
  const result = await db.deleteFrom('previews').where('createdAt', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
