import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { CHANGE_TYPES, type ChangeType } from '@/domain/value/change';
import { FactValue } from '@/domain/value/value';
import type { DB } from '../types';

/** So many of a monitor's last readings make its line; beyond `MOST_SINGLE` the extremes of `STRETCHES` are told. */
const LAST_READINGS = 240;
const MOST_SINGLE = 40;
const STRETCHES = 20;

/** When a monitor's value last became another one. */
interface LastChange {
  at: Date;
  /** Its first value: nothing was before. */
  isFirst: boolean;
  type: ChangeType;
  amount: string | null;
  percentage: string | null;
  from: FactValue | null;
  to: FactValue | null;
  alert: boolean;
}

/** What a card tells of a monitor beyond the monitor itself. */
export interface Card {
  id: string;
  tags: string[];
  /** What stood on the page where the latest value was read, and when that was; null before the first. */
  quote: string | null;
  readAt: Date | null;
  change: LastChange | null;
  /** Moment (epoch ms) and number of its last readings in their order; a yes is 1. Empty for texts and lists. */
  line: [at: number, value: number][];
}

/** Cards of a person's monitors in the order of their own; those never arranged come first, newest first. */
export async function listCards(db: Kysely<DB>, userId: string): Promise<Card[]> {
  const { rows } = await sql<Row>`
    SELECT monitors.id, monitors.tags, latest.quote, latest.extracted_at AS read_at, changed.extracted_at AS changed_at,
      changed.change_type, changed.change_amount, changed.change_percentage, changed.change_from_previous,
      changed.triggered_alert, coalesce(changed.is_first, false) AS is_first, line.points
    FROM monitors
    LEFT JOIN LATERAL (${latest}) AS latest ON true
    LEFT JOIN LATERAL (${changed}) AS changed ON true
    LEFT JOIN LATERAL (${line}) AS line ON latest.kind IN ('number', 'boolean')
    WHERE monitors.user_id = ${userId} AND monitors.deleted_at IS NULL
    ORDER BY monitors.place NULLS FIRST, monitors.created_at DESC, monitors.id`.execute(db);
  return rows.map(toCard);
}

const latest = sql`
  SELECT quote, extracted_at, value->>'type' AS kind, coalesce(value->>'unit', '') AS unit
  FROM facts WHERE monitor_id = monitors.id ORDER BY extracted_at DESC LIMIT 1`;

const changed = sql`
  SELECT extracted_at, change_type, change_amount, change_percentage, change_from_previous, triggered_alert,
    NOT EXISTS (SELECT FROM facts AS before
      WHERE before.monitor_id = monitors.id AND before.extracted_at < facts.extracted_at) AS is_first
  FROM facts WHERE monitor_id = monitors.id AND change_type <> 'stable' ORDER BY extracted_at DESC LIMIT 1`;

/**
 * Of the last readings those of one kind and unit: every one where they are few, else the lowest and the highest of
 * each stretch, and the last.
 */
const line = sql`
  SELECT json_agg(json_build_array(floor(extract(epoch FROM at) * 1000), value) ORDER BY at) AS points
  FROM (
    SELECT at, value, newest, count,
      row_number() OVER (PARTITION BY stretch ORDER BY value, at) AS from_low,
      row_number() OVER (PARTITION BY stretch ORDER BY value DESC, at) AS from_high
    FROM (
      SELECT at, value, newest, count, (newest - 1) * ${STRETCHES}::int / count AS stretch
      FROM (
        SELECT at, value, row_number() OVER (ORDER BY at DESC) AS newest, count(*) OVER () AS count
        FROM (
          SELECT extracted_at AS at, CASE latest.kind WHEN 'number' THEN (value->>'number')::numeric
            ELSE (value->>'boolean')::boolean::int END AS value
          FROM (
            SELECT extracted_at, value FROM facts
            WHERE monitor_id = monitors.id ORDER BY extracted_at DESC LIMIT ${LAST_READINGS}::int
          ) AS newest
          WHERE value->>'type' = latest.kind AND coalesce(value->>'unit', '') = latest.unit
        ) AS lately
      ) AS counted
    ) AS stretched
  ) AS ranked
  WHERE count <= ${MOST_SINGLE}::int OR newest = 1 OR from_low = 1 OR from_high = 1`;

interface Row {
  id: string;
  tags: string[];
  quote: string | null;
  readAt: Date | null;
  changedAt: Date | null;
  changeType: string | null;
  changeAmount: string | null;
  changePercentage: string | null;
  changeFromPrevious: unknown;
  triggeredAlert: boolean | null;
  isFirst: boolean;
  points: [number, number][] | null;
}

const Turn = z.object({ from: FactValue.nullable(), to: FactValue.nullable() }).nullable().catch(null);

function toCard(row: Row): Card {
  const { id, tags, quote, readAt, changedAt, points } = row;
  // A number that a page wrote may be greater than any that can be drawn.
  const line = (points ?? []).filter(([, value]) => Number.isFinite(value));
  return { id, tags, quote, readAt, change: changedAt && toChange(row, changedAt), line };
}

function toChange(row: Row, at: Date): LastChange {
  const turn = Turn.parse(row.changeFromPrevious);
  return {
    ...{ at, isFirst: row.isFirst, alert: row.triggeredAlert === true },
    type: z.enum(CHANGE_TYPES).parse(row.changeType),
    ...{ amount: row.changeAmount, percentage: row.changePercentage },
    ...{ from: turn?.from ?? null, to: turn?.to ?? null },
  };
}
