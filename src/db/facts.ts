import { type Kysely, sql, type Transaction } from 'kysely';
import type { Considered } from '@/domain/contract/considered';
import { type Locator, type ReaderName, ReaderName as ReaderNameSchema } from '@/domain/contract/reading';
import { Box } from '@/domain/snapshot';
import type { ChangeType } from '@/domain/value/change';
import { equalValues } from '@/domain/value/fact-value';
import { FactValue } from '@/domain/value/value';
import { jsonText } from './json-column';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** What was read once, with what proves it and what was decided. */
export interface Fact {
  id: string;
  monitorId: string;
  evaluationId: string;
  extractedAt: Date;
  outcome: 'value' | 'absent';
  value: FactValue | null;
  /** The address that was read. */
  source: string;
  /** Milliseconds. */
  processingTime: number;
  triggeredAlert: boolean;
  changeType: ChangeType;
  changeAmount: string | null;
  changePercentage: string | null;
  confidence: number;
  /** What went wrong on the way to it, a sentence each. */
  errors: string[];
  quote: string;
  box: Box | null;
  /** When its picture was taken: with the fact, or earlier where it was only confirmed; null without one. */
  pictureTakenAt: Date | null;
  reader: ReaderName;
  look: 'full' | 'cheap';
  sentence: string;
}

/** A picture that is kept with an earlier fact. */
export interface FactPicture {
  factId: string;
  takenAt: Date;
}

export interface NewFact extends Omit<Fact, 'id' | 'pictureTakenAt'> {
  changeFromPrevious: { from: FactValue | null; to: FactValue | null } | null;
  locator: Locator | null;
  /** What was considered and refused. */
  refused?: Considered[];
  crop: { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/webp' } | null;
  /** Where it has none of its own: the picture of an earlier fact that proves the same. */
  picture: FactPicture | null;
}

const COLUMNS = [
  'id',
  'monitorId',
  'evaluationId',
  'extractedAt',
  'outcome',
  'value',
  'source',
  'processingTime',
  'triggeredAlert',
  'changeType',
  'changeAmount',
  'changePercentage',
  'confidence',
  'errors',
  'quote',
  'box',
  'reader',
  'look',
  'sentence',
] as const;

/** Stores a fact and returns its id. */
export async function insertFact(trx: Transaction<DB>, fact: NewFact): Promise<string> {
  const { crop, picture, value, box, locator, refused = [], changeFromPrevious, ...columns } = fact;
  const row = await trx
    .insertInto('facts')
    .values({
      ...columns,
      value: jsonText(value),
      box: jsonText(box),
      locator: jsonText(locator),
      refused: jsonText(refused.length === 0 ? null : refused),
      changeFromPrevious: jsonText(changeFromPrevious),
      crop: crop ? Buffer.from(crop.bytes) : null,
      cropMediaType: crop?.mediaType ?? null,
      pictureFactId: crop ? null : (picture?.factId ?? null),
      pictureTakenAt: crop ? null : (picture?.takenAt ?? null),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Its own picture was taken with it. */
const pictureTime = sql<Date | null>`CASE WHEN crop IS NULL THEN picture_taken_at ELSE extracted_at END`.as(
  'pictureTakenAt',
);

/** The picture of the monitor's latest fact where that says the same by the same words; null where there is none. */
export async function findPictureOf(
  db: Connection,
  monitorId: string,
  { value, quote }: Pick<Fact, 'value' | 'quote'>,
): Promise<FactPicture | null> {
  const row = await db
    .selectFrom('facts')
    .select(['id', 'value', 'quote', 'pictureFactId'])
    .select(pictureTime)
    .where('monitorId', '=', monitorId)
    .orderBy('extractedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.pictureTakenAt || row.quote !== quote) return null;
  const known = FactValue.nullable().parse(row.value);
  const same = value !== null && known !== null && equalValues(value, known);
  return same ? { factId: row.pictureFactId ?? row.id, takenAt: row.pictureTakenAt } : null;
}

/** The monitor's facts, newest first, from before `cursor` where one is given. */
export async function listFacts(
  db: Connection,
  monitorId: string,
  page: { limit: number; before?: { extractedAt: Date; id: string } },
): Promise<Fact[]> {
  let query = db.selectFrom('facts').select(COLUMNS).select(pictureTime).where('monitorId', '=', monitorId);
  const { before } = page;
  if (before) {
    query = query.where((eb) => eb(eb.refTuple('extractedAt', 'id'), '<', eb.tuple(before.extractedAt, before.id)));
  }
  const rows = await query.orderBy('extractedAt', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map(toFact);
}

/** The values the monitor has shown lately, newest first: what plausibility is measured against. */
export async function listRecentValues(db: Connection, monitorId: string, limit: number): Promise<FactValue[]> {
  const rows = await db
    .selectFrom('facts')
    .select('value')
    .where('monitorId', '=', monitorId)
    .where('outcome', '=', 'value')
    .orderBy('extractedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => FactValue.parse(row.value));
}

/** What stood on the page when a monitor last had this value; null where it never had. */
export async function findQuoteOf(db: Connection, monitorId: string, value: FactValue): Promise<string | null> {
  const row = await db
    .selectFrom('facts')
    .select('quote')
    .where('monitorId', '=', monitorId)
    .where('value', '=', sql<never>`${jsonText(value)}::jsonb`)
    .orderBy('extractedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.quote ?? null;
}

/** The picture that proves a fact of this person; null if there is none. */
export async function findCrop(
  db: Connection,
  userId: string,
  factId: string,
): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const row = await db
    .selectFrom('facts')
    .innerJoin('monitors', 'monitors.id', 'facts.monitorId')
    .leftJoin('facts as pictured', (join) =>
      join
        .onRef('pictured.id', '=', sql`coalesce(facts.picture_fact_id, facts.id)`)
        .onRef('pictured.extractedAt', '=', sql`coalesce(facts.picture_taken_at, facts.extracted_at)`)
        .onRef('pictured.monitorId', '=', 'facts.monitorId'),
    )
    .select(['pictured.crop', 'pictured.cropMediaType'])
    .where('facts.id', '=', factId)
    .where('monitors.userId', '=', userId)
    .executeTakeFirst();
  return row?.crop && row.cropMediaType ? { bytes: row.crop, mediaType: row.cropMediaType } : null;
}

/** The picture of what a page showed to a failed evaluation of this person; null if there is none. */
export async function findFailureCrop(
  db: Connection,
  userId: string,
  evaluationId: string,
): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const row = await db
    .selectFrom('evaluations')
    .select(['crop', 'cropMediaType'])
    .where('id', '=', evaluationId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.crop && row.cropMediaType ? { bytes: row.crop, mediaType: row.cropMediaType } : null;
}

type FactRow = Omit<Fact, 'value' | 'box' | 'reader' | 'outcome' | 'changeType' | 'look'> & {
  value: unknown;
  box: unknown;
  reader: string;
  outcome: string;
  changeType: string;
  look: string;
};

function toFact(row: FactRow): Fact {
  return {
    ...row,
    outcome: row.outcome as Fact['outcome'],
    changeType: row.changeType as ChangeType,
    look: row.look as Fact['look'],
    value: FactValue.nullable().parse(row.value),
    box: Box.nullable().parse(row.box),
    reader: ReaderNameSchema.parse(row.reader),
  };
}
