import type { Kysely } from 'kysely';
import type { Span } from '@/domain/series';
import { FactValue } from '@/domain/value/value';
import { FAILED } from './history';
import type { DB } from './types';

/** One line of a history that is written to a file. */
export interface HistoryLine {
  at: Date;
  outcome: string;
  value: FactValue | null;
  alert: boolean;
  quote: string;
  sentence: string;
  source: string;
}

/** Everything that was read or failed within a span, oldest first, at most `limit` of each. */
export async function listHistoryLines(
  db: Kysely<DB>,
  monitorId: string,
  { from, until }: Span,
  limit: number,
): Promise<HistoryLine[]> {
  const [facts, failures] = await Promise.all([
    db
      .selectFrom('facts')
      .select(['extractedAt as at', 'outcome', 'value', 'triggeredAlert as alert', 'quote', 'sentence', 'source'])
      .where('monitorId', '=', monitorId)
      .where('extractedAt', '>=', from)
      .where('extractedAt', '<=', until)
      .orderBy('extractedAt', 'desc')
      .limit(limit)
      .execute(),
    db
      .selectFrom('evaluations')
      .select(['finishedAt as at', 'outcome', 'sentence', 'source'])
      .where('monitorId', '=', monitorId)
      .where(FAILED)
      .where('finishedAt', '>=', from)
      .where('finishedAt', '<=', until)
      .orderBy('finishedAt', 'desc')
      .limit(limit)
      .execute(),
  ]);
  const lines = [
    ...facts.map((fact) => ({ ...fact, value: FactValue.nullable().parse(fact.value) })),
    ...failures.map(({ at, outcome, sentence, source }) => ({
      ...{ at: at ?? new Date(0), outcome: outcome ?? '', sentence: sentence ?? '', source: source ?? '' },
      ...{ value: null, alert: false, quote: '' },
    })),
  ];
  return lines.sort((one, other) => one.at.getTime() - other.at.getTime());
}
