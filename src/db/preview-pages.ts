import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { PointCandidate } from '@/domain/contract/pointing';
import type { Snapshot } from '@/domain/snapshot';
import { jsonText } from './json-column';
import type { KeptPreview, KeptReading } from './previews';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** Gzipped; larger pages cannot be pointed at. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Of a person's previews so many keep their page. */
const MOST_PAGES = 5;

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

interface KeptPicture {
  bytes: Uint8Array;
  /** CSS pixels. */
  width: number;
  height: number;
}

export interface NewPreviewPage {
  previewId: string;
  source: string;
  snapshot: Snapshot;
  candidates: PointCandidate[];
  picture: KeptPicture | null;
}

type KeptPage = Omit<NewPreviewPage, 'picture'>;

/** Whose, and from when on it counts. */
interface Which {
  previewId: string;
  userId: string;
  since: Date;
}

/** The page as it is kept: without what it states for machines, which nobody points at. Null where it is too large. */
export async function packPage(snapshot: Snapshot): Promise<Buffer | null> {
  const bytes = await packed(JSON.stringify({ ...snapshot, structured: [] }));
  return bytes.length <= MOST_BYTES ? bytes : null;
}

/** Keeps the page of a preview, and lets go of those of the person's older previews. */
export async function insertPreviewPage(
  db: Connection,
  userId: string,
  { picture, candidates, ...page }: Omit<NewPreviewPage, 'snapshot'> & { snapshot: Buffer },
): Promise<void> {
  await db
    .insertInto('previewPages')
    .values({
      ...page,
      candidates: jsonText(candidates) ?? '[]',
      picture: picture && Buffer.from(picture.bytes),
      pictureWidth: picture?.width ?? null,
      pictureHeight: picture?.height ?? null,
    })
    .execute();
  const older = db
    .selectFrom('previews')
    .select('id')
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .offset(MOST_PAGES);
  await db.deleteFrom('previewPages').where('previewId', 'in', older).execute();
}

const ownPage = (db: Connection, { previewId, userId, since }: Which) =>
  db
    .selectFrom('previewPages')
    .innerJoin('previews', 'previews.id', 'previewPages.previewId')
    .where('previewId', '=', previewId)
    .where('userId', '=', userId)
    .where('createdAt', '>=', since);

/** The page of one of the person's previews; null where it is another's, too old or used. */
export async function findPreviewPage(db: Connection, which: Which): Promise<KeptPage | null> {
  const row = await ownPage(db, which)
    .select(['previewId', 'previewPages.source', 'snapshot', 'candidates'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const snapshot: Snapshot = JSON.parse((await unpacked(row.snapshot)).toString());
  return { ...row, snapshot, candidates: z.array(PointCandidate).parse(row.candidates) };
}

/** The picture of that page, a JPEG; null as above, and where none was taken. */
export async function findPreviewPicture(db: Connection, which: Which): Promise<Buffer | null> {
  const row = await ownPage(db, which).select('picture').executeTakeFirst();
  return row?.picture ?? null;
}

/** Puts what the person pointed at in the place of what was read, with its own picture. */
export async function replaceKeptReading(
  db: Connection,
  { previewId, userId }: Omit<Which, 'since'>,
  { reading, crop, interpretation }: Pick<KeptPreview, 'crop' | 'interpretation'> & { reading: KeptReading },
): Promise<void> {
  await db
    .updateTable('previews')
    .set({
      reading: jsonText(reading),
      interpretation: jsonText(interpretation),
      crop: crop && Buffer.from(crop.bytes),
      cropMediaType: crop?.mediaType ?? null,
    })
    .where('id', '=', previewId)
    .where('userId', '=', userId)
    .execute();
}
