import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { Considered, Shown } from '@/domain/contract/considered';
import { Locator } from '@/domain/contract/reading';
import type { Outcome } from '@/domain/outcome';
import { FailureOutcome } from '@/domain/outcome-schema';
import type { Span } from '@/domain/series';
import { FactValue } from '@/domain/value/value';
import { type Fact, listFacts } from './facts';
import type { DB, Evaluations } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** A row of a history: from before it older ones are read. */
export interface HistoryPlace {
  at: Date;
  id: string;
}

/** A check that read nothing: it moved no value and told of nothing. */
interface FailedEvaluation {
  id: string;
  at: Date;
  outcome: FailureOutcome;
  sentence: string;
  /** What happened, in the words of the look or the reader. */
  message: string | null;
  /** The address that was looked at; null of evaluations from before it was kept, and of those that never began. */
  source: string | null;
  shown: Shown | null;
  hasPicture: boolean;
  chargeReturned: boolean;
  tookMs: number | null;
}

export const FAILED = sql<boolean>`outcome NOT IN ('value', 'absent')`;

/** The monitor's failed evaluations, newest first, from before a place where one is given. */
async function listFailedEvaluations(
  db: Connection,
  monitorId: string,
  page: { limit: number; before?: HistoryPlace | undefined },
): Promise<FailedEvaluation[]> {
  const { before } = page;
  const rows = await db
    .selectFrom('evaluations')
    .select(['id', 'finishedAt', 'outcome', 'sentence', 'message', 'source', 'shown', 'chargeReturned', 'tookMs'])
    .select((eb) => eb('crop', 'is not', null).as('hasPicture'))
    .where('monitorId', '=', monitorId)
    .where(FAILED)
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('finishedAt', 'id'), '<', eb.tuple(before?.at as Date, before?.id as string))),
    )
    .orderBy('finishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(toFailed);
}

type FailedRow = Pick<
  Selectable<Evaluations>,
  'id' | 'finishedAt' | 'outcome' | 'sentence' | 'message' | 'source' | 'shown' | 'chargeReturned' | 'tookMs'
>;

function toFailed({ finishedAt, outcome, sentence, shown, ...row }: FailedRow & { hasPicture: unknown }) {
  return {
    ...row,
    at: finishedAt ?? new Date(0),
    outcome: FailureOutcome.parse(outcome),
    sentence: sentence ?? '',
    shown: Shown.nullable().catch(null).parse(shown),
    hasPicture: row.hasPicture === true,
  };
}

/** A row of a history: what was read, or why nothing was. */
export type HistoryRow = { at: Date; id: string } & ({ fact: Fact } | { failed: FailedEvaluation });

/** Facts and failed evaluations of a monitor as one history, newest first, from before a place where one is given. */
export async function listHistory(
  db: Connection,
  monitorId: string,
  { limit, before }: { limit: number; before?: HistoryPlace | undefined },
): Promise<HistoryRow[]> {
  const [facts, failures] = await Promise.all([
    listFacts(db, monitorId, { limit, ...(before ? { before: { extractedAt: before.at, id: before.id } } : {}) }),
    listFailedEvaluations(db, monitorId, { limit, before }),
  ]);
  const rows: HistoryRow[] = [
    ...facts.map((fact) => ({ at: fact.extractedAt, id: fact.id, fact })),
    ...failures.map((failed) => ({ at: failed.at, id: failed.id, failed })),
  ];
  return rows.sort(newestFirst).slice(0, limit);
}

function newestFirst(one: HistoryPlace, other: HistoryPlace): number {
  return other.at.getTime() - one.at.getTime() || (other.id > one.id ? 1 : -1);
}

/** What a row of a history shows only when it is opened. */
export interface RowDetails {
  /** Values that were considered and refused, with the reasons. */
  refused: Considered[];
  /** How the value is found again without a reader; null of failures, and where it cannot be. */
  locator: Locator | null;
}

const Refused = z.array(Considered).nullable().catch(null);

/** Details of a fact or of a failed evaluation of this monitor; null where it has no such row. */
export async function findRowDetails(
  db: Connection,
  monitorId: string,
  { id, at }: HistoryPlace,
): Promise<RowDetails | null> {
  const fact = await db
    .selectFrom('facts')
    .select(['refused', 'locator'])
    .where('monitorId', '=', monitorId)
    .where('id', '=', id)
    // Facts that SQL wrote have microseconds, which no Date holds.
    .where('extractedAt', '>=', at)
    .where('extractedAt', '<', new Date(at.getTime() + 1))
    .executeTakeFirst();
  if (fact) {
    const locator = Locator.nullable().catch(null).parse(fact.locator);
    return { refused: Refused.parse(fact.refused) ?? [], locator };
  }
  const failed = await db
    .selectFrom('evaluations')
    .select('refused')
    .where('monitorId', '=', monitorId)
    .where('id', '=', id)
    .where(FAILED)
    .executeTakeFirst();
  return failed ? { refused: Refused.parse(failed.refused) ?? [], locator: null } : null;
}

/** An evaluation as the public contract tells of it, failed or not. */
export type EvaluationSummary = Pick<
  Selectable<Evaluations>,
  | 'id'
  | 'monitorId'
  | 'phase'
  | 'alert'
  | 'requestedAt'
  | 'finishedAt'
  | 'chargeReturned'
  | 'source'
  | 'sentence'
  | 'message'
  | 'tookMs'
> & { outcome: Outcome | null; shown: Shown | null; hasPicture: boolean };

/** The monitor's evaluations, newest first; `after` is the last evaluation of the page before. */
export async function listEvaluationSummaries(
  db: Connection,
  monitorId: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<EvaluationSummary[]> {
  const rows = await db
    .selectFrom('evaluations')
    .select(['id', 'monitorId', 'phase', 'outcome', 'alert', 'requestedAt', 'finishedAt', 'chargeReturned'])
    .select(['source', 'sentence', 'message', 'tookMs', 'shown'])
    .select((eb) => eb('crop', 'is not', null).as('hasPicture'))
    .where('monitorId', '=', monitorId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(requested_at, id) < (SELECT requested_at, id FROM evaluations
          WHERE id = ${after} AND monitor_id = ${monitorId})`,
      ),
    )
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ shown, hasPicture, ...row }) => ({
    ...row,
    shown: Shown.nullable().catch(null).parse(shown),
    hasPicture: hasPicture === true,
  }));
}

/** A value and since when it stood. */
export interface Turn {
  id: string;
  at: Date;
  value: FactValue | null;
  quote: string;
  alert: boolean;
}

/** Where the value of a monitor became another one, newest first; and the one that stood when the span begins. */
export async function listTurns(db: Connection, monitorId: string, span: Span, limit: number): Promise<Turn[]> {
  const changes = db
    .selectFrom('facts')
    .select(['id', 'extractedAt as at', 'value', 'quote', 'triggeredAlert as alert'])
    .where('monitorId', '=', monitorId)
    .where('changeType', '<>', 'stable');
  const [within, [before]] = await Promise.all([
    changes
      .where('extractedAt', '>=', span.from)
      .where('extractedAt', '<=', span.until)
      .orderBy('extractedAt', 'desc')
      .limit(limit)
      .execute(),
    changes.where('extractedAt', '<', span.from).orderBy('extractedAt', 'desc').limit(1).execute(),
  ]);
  const all = before && within.length < limit ? [...within, before] : within;
  return all.map((row) => ({ ...row, value: FactValue.nullable().parse(row.value) }));
}
