import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FailureOutcome } from '@/domain/outcome';
import type { Series, SeriesPoint, Span } from '@/domain/series';
import { FactValue } from '@/domain/value/value';
import type { DB } from './types';

/** So many stretches at most: a chart has no more room, and a stretch gives up to three points. */
const MOST_STRETCHES = 360;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Up to here single facts are read; beyond it their hours, which a trigger keeps. */
const LONGEST_OF_FACTS_MS = 36 * HOUR_MS;

/** Numbers with their moments (epoch seconds). */
interface Stretch {
  count: number;
  low: Read;
  high: Read;
  last: Read;
  alerts: number;
  alert: Read | null;
}

type Read = [value: string, epoch: string];

/** The numbers of a monitor for a chart, in a unit: that of its latest one. Null where none was ever read. */
export async function readSeries(db: Kysely<DB>, monitorId: string, span: Span): Promise<Series | null> {
  const unit = await latestUnit(db, monitorId);
  if (unit === null) return null;
  const stepMs = stepOf(span);
  const which = { monitorId, unit, span, stepMs };
  const [stretches, before, failures, absences] = await Promise.all([
    listStretches(db, which),
    findBefore(db, which),
    listFailures(db, which),
    listAbsences(db, which),
  ]);
  const within = ({ at }: { at: number }) => at >= span.from.getTime() && at <= span.until.getTime();
  return {
    ...{ from: span.from.getTime(), until: span.until.getTime(), stepMs, unit: unit === '' ? null : unit },
    before,
    points: stretches.flatMap(pointsOf).filter(within),
    count: stretches.reduce((sum, { count }) => sum + count, 0),
    alerts: stretches.flatMap(alertOf).filter(within),
    failures,
    absences,
  };
}

/** Minutes for a day or so, whole hours beyond it. */
function stepOf({ from, until }: Span): number {
  const span = until.getTime() - from.getTime();
  const unit = span <= LONGEST_OF_FACTS_MS ? MINUTE_MS : HOUR_MS;
  return Math.max(1, Math.ceil(span / MOST_STRETCHES / unit)) * unit;
}

async function latestUnit(db: Kysely<DB>, monitorId: string): Promise<string | null> {
  const row = await db
    .selectFrom('factHours')
    .select('unit')
    .where('monitorId', '=', monitorId)
    .orderBy('hour', 'desc')
    .orderBy('lastAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.unit ?? null;
}

interface Which {
  monitorId: string;
  unit: string;
  span: Span;
  stepMs: number;
}

/** Single facts in the shape of hours. */
function factsOf({ monitorId, unit, span }: Which): RawBuilder<unknown> {
  return sql`(
    SELECT extracted_at AS at, 1 AS count, (value->>'number')::numeric AS low, extracted_at AS low_at,
      (value->>'number')::numeric AS high, extracted_at AS high_at,
      (value->>'number')::numeric AS last, extracted_at AS last_at, triggered_alert::int AS alerts,
      CASE WHEN triggered_alert THEN (value->>'number')::numeric END AS alert,
      CASE WHEN triggered_alert THEN extracted_at END AS alert_at
    FROM facts
    WHERE monitor_id = ${monitorId} AND extracted_at >= ${span.from} AND extracted_at <= ${span.until}
      AND value->>'type' = 'number' AND coalesce(value->>'unit', '') = ${unit})`;
}

function hoursOf({ monitorId, unit, span }: Which): RawBuilder<unknown> {
  return sql`(
    SELECT hour AS at, count, low, low_at, high, high_at, last, last_at, alerts, alert, alert_at
    FROM fact_hours
    WHERE monitor_id = ${monitorId} AND unit = ${unit}
      AND hour >= date_trunc('hour', ${span.from}::timestamptz, 'UTC') AND hour <= ${span.until})`;
}

async function listStretches(db: Kysely<DB>, which: Which): Promise<Stretch[]> {
  const source = which.stepMs < HOUR_MS ? factsOf(which) : hoursOf(which);
  const epoch = (column: string) => sql`extract(epoch FROM ${sql.ref(column)})`;
  // Pairs are compared by their first number, then by their second: no sorting of each stretch for each of its points.
  const { rows } = await sql<Stretch>`
    SELECT count, ARRAY[low[1], low[2]]::text[] AS low, ARRAY[high[1], -high[2]]::text[] AS high,
      ARRAY[last[2], last[1]]::text[] AS last, alerts,
      CASE WHEN alerts > 0 THEN ARRAY[alert[2], alert[1]]::text[] END AS alert
    FROM (
      SELECT sum(count)::int AS count, min(ARRAY[low, ${epoch('low_at')}]) AS low,
        max(ARRAY[high, -${epoch('high_at')}]) AS high, max(ARRAY[${epoch('last_at')}, last]) AS last,
        sum(alerts)::int AS alerts, max(ARRAY[${epoch('alert_at')}, alert]) FILTER (WHERE alerts > 0) AS alert
      FROM ${source} AS read
      GROUP BY date_bin(${`${which.stepMs} milliseconds`}::interval, at, 'epoch')
    ) AS stretches
    ORDER BY stretches.last`.execute(db);
  return rows;
}

const pointOf = ([value, epoch]: Read) => ({ at: Math.round(Number(epoch) * 1_000), value });

function pointsOf({ low, high, last }: Stretch): SeriesPoint[] {
  const points = new Map([low, high, last].map(pointOf).map((point) => [point.at, point]));
  return [...points.values()].sort((one, other) => one.at - other.at);
}

const alertOf = ({ alerts, alert }: Stretch) => (alert === null ? [] : [{ ...pointOf(alert), count: alerts }]);

/** The value that stood when the window begins, unless that was none, or one of another unit. */
async function findBefore(db: Kysely<DB>, { monitorId, unit, span }: Which): Promise<Series['before']> {
  const row = await db
    .selectFrom('facts')
    .select(['extractedAt', 'value'])
    .where('monitorId', '=', monitorId)
    .where('extractedAt', '<', span.from)
    .orderBy('extractedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  const value = FactValue.nullable().parse(row?.value ?? null);
  if (!row || value?.type !== 'number' || (value.unit ?? '') !== unit) return null;
  return { at: row.extractedAt.getTime(), value: value.number };
}

async function listFailures(db: Kysely<DB>, { monitorId, span, stepMs }: Which): Promise<Series['failures']> {
  const { rows } = await sql<{ at: Date; last: Date; count: number; outcome: FailureOutcome }>`
    SELECT min(finished_at) AS at, max(finished_at) AS last, count(*)::int AS count,
      (array_agg(outcome ORDER BY finished_at DESC))[1] AS outcome
    FROM evaluations
    WHERE monitor_id = ${monitorId} AND outcome NOT IN ('value', 'absent')
      AND finished_at >= ${span.from} AND finished_at <= ${span.until}
    GROUP BY date_bin(${`${stepMs} milliseconds`}::interval, finished_at, 'epoch')
    ORDER BY 1`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.getTime(), last: row.last.getTime() }));
}

async function listAbsences(db: Kysely<DB>, { monitorId, span }: Which): Promise<number[]> {
  const rows = await db
    .selectFrom('facts')
    .select('extractedAt')
    .where('monitorId', '=', monitorId)
    .where('changeType', '<>', 'stable')
    .where('outcome', '=', 'absent')
    .where('extractedAt', '>=', span.from)
    .where('extractedAt', '<=', span.until)
    .orderBy('extractedAt', 'desc')
    .limit(MOST_STRETCHES)
    .execute();
  return rows.map(({ extractedAt }) => extractedAt.getTime()).reverse();
}
