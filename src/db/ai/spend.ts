import { type Kysely, sql } from 'kysely';
import type { ReaderUsage } from '@/domain/contract/reading';
import type { DB } from '../types';

/** Whole UTC days: from the start of one until before the start of another. */
export interface SpendRange {
  since: Date;
  before: Date;
}

/** US dollars as a decimal, and calls; a call that served several evaluations is one. */
interface Spend {
  usd: string;
  calls: number;
}

const USD = sql<string>`coalesce(sum(cost_usd), 0)`.as('usd');
const CALLS = sql<number>`count(DISTINCT coalesce(call_id, ai_usage.id))`.as('calls');

function within(db: Kysely<DB>, { since, before }: SpendRange) {
  return db.selectFrom('aiUsage').where('aiUsage.at', '>=', since).where('aiUsage.at', '<', before);
}

/** All of it, and how many questions were asked in those calls. */
export async function sumSpend(db: Kysely<DB>, range: SpendRange): Promise<Spend & { questions: number }> {
  return within(db, range)
    .select(({ fn }) => [USD, CALLS, fn.countAll<number>().as('questions')])
    .executeTakeFirstOrThrow();
}

/** By UTC day, oldest first; days without calls are left out. */
export async function listSpendByDay(db: Kysely<DB>, range: SpendRange): Promise<(Spend & { day: string })[]> {
  const day = sql<string>`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  return within(db, range)
    .select([day.as('day'), USD, CALLS])
    .groupBy(day)
    .orderBy('day')
    .execute();
}

export interface ModelSpend extends Spend {
  reader: string;
  model: string | null;
  questions: number;
  /** Questions without an answer that could be understood. */
  failed: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  /** False where any of it was counted at the dearest rates because nobody has named its price. */
  priceKnown: boolean;
}

/** By model, the dearest first. */
export async function listSpendByModel(db: Kysely<DB>, range: SpendRange): Promise<ModelSpend[]> {
  return within(db, range)
    .select(({ fn }) => [
      sql<string>`reader`.as('reader'),
      'model',
      USD,
      CALLS,
      fn.countAll<number>().as('questions'),
      sql<number>`count(*) FILTER (WHERE outcome <> 'ok')`.as('failed'),
      sql<number>`sum(input_tokens)`.as('inputTokens'),
      sql<number>`sum(cached_tokens)`.as('cachedTokens'),
      sql<number>`sum(output_tokens)`.as('outputTokens'),
      sql<boolean>`bool_and(price_known)`.as('priceKnown'),
    ])
    .groupBy(['reader', 'model'])
    .orderBy('usd', 'desc')
    .orderBy('reader')
    .orderBy('model')
    .execute();
}

export interface PurposeSpend extends Spend {
  purpose: ReaderUsage['purpose'];
  /** Of reading: for an evaluation; else for a preview. */
  inCheck: boolean;
}

/** By what models were asked for, the dearest first. */
export async function listSpendByPurpose(db: Kysely<DB>, range: SpendRange): Promise<PurposeSpend[]> {
  const inCheck = sql<boolean>`purpose = 'read' AND evaluation_id IS NOT NULL`;
  return within(db, range)
    .select(['purpose', inCheck.as('inCheck'), USD, CALLS])
    .groupBy(['purpose', inCheck])
    .orderBy('usd', 'desc')
    .orderBy('purpose')
    .orderBy('inCheck')
    .execute();
}

export interface PersonSpend extends Spend {
  /** Null for what nobody is charged: persons who left. */
  userId: string | null;
  email: string | null;
}

/** By person, the dearest first, at most `limit`. */
export async function listSpendByPerson(db: Kysely<DB>, range: SpendRange, limit: number): Promise<PersonSpend[]> {
  return within(db, range)
    .leftJoin('users', 'users.id', 'aiUsage.userId')
    .select(['aiUsage.userId', 'users.email', USD, CALLS])
    .groupBy(['aiUsage.userId', 'users.email'])
    .orderBy('usd', 'desc')
    .orderBy('aiUsage.userId')
    .limit(limit)
    .execute();
}
