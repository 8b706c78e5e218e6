import { type Kysely, sql } from 'kysely';
import type { ProxyHealth } from '@/domain/system/proxies';
import type { DB, ProxyHours } from '../types';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

interface Counted {
  proxy: string;
  verdict: ProxyHours['verdict'];
  count: number;
  lastAt: Date;
}

/** Adds what a process has counted of its proxies to the hours in which they were last used. */
export async function addProxyCounts(db: Kysely<DB>, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map((one) => ({ ...one, hour: new Date(Math.floor(one.lastAt.getTime() / HOUR_MS) * HOUR_MS) }));
  // In one order, so that two processes at a time do not wait for each other.
  rows.sort((a, b) => a.proxy.localeCompare(b.proxy) || a.verdict.localeCompare(b.verdict));
  await db
    .insertInto('proxyHours')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['hour', 'proxy', 'verdict']).doUpdateSet((eb) => ({
        count: eb('proxyHours.count', '+', eb.ref('excluded.count')),
        lastAt: sql`greatest(proxy_hours.last_at, excluded.last_at)`,
      })),
    )
    .execute();
}

/** How each proxy of the last seven days did, those that failed most first. Hours count whole. */
export async function listProxies(db: Kysely<DB>, now: Date): Promise<ProxyHealth[]> {
  const [day, week] = [new Date(now.getTime() - DAY_MS), new Date(now.getTime() - 7 * DAY_MS)];
  const counts = (since: Date) => sql`jsonb_build_object(
    'ok', coalesce(sum(count) FILTER (WHERE verdict = 'ok' AND hour > ${since}), 0),
    'blocked', coalesce(sum(count) FILTER (WHERE verdict = 'blocked' AND hour > ${since}), 0),
    'failed', coalesce(sum(count) FILTER (WHERE verdict = 'failed' AND hour > ${since}), 0))`;
  const { rows } = await sql<ProxyHealth>`
    SELECT proxy, ${counts(day)} AS day, ${counts(week)} AS week,
      max(last_at) FILTER (WHERE verdict = 'ok') AS last_success_at,
      max(last_at) FILTER (WHERE verdict <> 'ok') AS last_failure_at
    FROM proxy_hours WHERE hour > ${week} GROUP BY proxy
    ORDER BY coalesce(sum(count) FILTER (WHERE verdict <> 'ok' AND hour > ${day}), 0) DESC,
      coalesce(sum(count) FILTER (WHERE verdict <> 'ok'), 0) DESC, proxy
    LIMIT 500`.execute(db);
  return rows;
}
