import type { Kysely } from 'kysely';
import type { Monitor } from '@/domain/monitor';
import { FactValue } from '@/domain/value';
import type { DB } from './types';

/** What the public contract tells of a monitor: without its memory, recipe and interpretation, so it is cheap to read. */
export interface MonitorSummary
  extends Pick<
    Monitor,
    'id' | 'name' | 'prompt' | 'isActive' | 'currentValue' | 'lastChecked' | 'triggerCount' | 'createdAt' | 'updatedAt'
  > {
  type: 'state' | 'change';
}

const COLUMNS = [
  'id',
  'name',
  'prompt',
  'type',
  'isActive',
  'currentValue',
  'lastChecked',
  'triggerCount',
  'createdAt',
  'updatedAt',
] as const;

/** The person's monitors, newest first. */
export async function listMonitorSummaries(db: Kysely<DB>, userId: string): Promise<MonitorSummary[]> {
  const rows = await db
    .selectFrom('monitors')
    .select(COLUMNS)
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toSummary);
}

/** One monitor of this person, or null: somebody else's is as if it were not there. */
export async function findMonitorSummary(db: Kysely<DB>, userId: string, id: string): Promise<MonitorSummary | null> {
  const row = await db
    .selectFrom('monitors')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row ? toSummary(row) : null;
}

function toSummary<Row extends { type: string; currentValue: unknown }>(row: Row) {
  return {
    ...row,
    type: row.type as MonitorSummary['type'],
    currentValue: FactValue.nullable().parse(row.currentValue),
  };
}
