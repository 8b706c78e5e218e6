import type { Kysely, Transaction } from 'kysely';
import type { Monitor } from '@/domain/monitor';
import { FactValue } from '@/domain/value/value';
import { builtOnce } from './connection/built-once';
import type { DB } from './types';

/**
 * What the public contract tells of a monitor: without its memory, recipe and interpretation, so it is cheap to read.
 */
export interface MonitorSummary
  extends Pick<
    Monitor,
    'id' | 'name' | 'prompt' | 'isActive' | 'currentValue' | 'lastChecked' | 'triggerCount' | 'createdAt' | 'updatedAt'
  > {
  type: 'state' | 'change';
}

const COLUMNS = [
  'monitors.id',
  'monitors.name',
  'monitors.prompt',
  'monitors.type',
  'monitors.isActive',
  'monitors.currentValue',
  'monitors.lastChecked',
  'monitors.triggerCount',
  'monitors.createdAt',
  'monitors.updatedAt',
] as const;

const ofPerson = builtOnce((db, { userId }: { userId: string }) =>
  selectSummary(db).where('monitors.userId', '=', userId).orderBy('monitors.createdAt', 'desc').orderBy('monitors.id'),
);

/** The person's monitors, newest first. */
export async function listMonitorSummaries(db: Kysely<DB>, userId: string): Promise<MonitorSummary[]> {
  const rows = await ofPerson(db, { userId });
  return rows.map(toSummary);
}

/** The columns of a summary, for queries that add to them. */
export function selectSummary(db: Kysely<DB> | Transaction<DB>) {
  return db.selectFrom('monitors').select(COLUMNS);
}

export function toSummary<Row extends { type: string; currentValue: unknown }>(row: Row) {
  return {
    ...row,
    type: row.type as MonitorSummary['type'],
    currentValue: FactValue.nullable().parse(row.currentValue),
  };
}
