import { z } from 'zod';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far back figures are shown, and how much time one point stands for: at most 181 points each. */
export const METRIC_RANGES = {
  '24h': { ms: DAY_MS, stepMs: 10 * MINUTE_MS },
  '7d': { ms: 7 * DAY_MS, stepMs: HOUR_MS },
  '30d': { ms: 30 * DAY_MS, stepMs: 6 * HOUR_MS },
  '90d': { ms: 90 * DAY_MS, stepMs: 12 * HOUR_MS },
} as const;

export const MetricRange = z.enum(['24h', '7d', '30d', '90d']);
export type MetricRange = z.infer<typeof MetricRange>;

/** Every figure that is kept over time. */
export const METRICS = [
  'totalUsers',
  'activeUsers24h',
  'totalMonitors',
  'activeMonitors',
  'evaluationsLast24h',
  'emailsSentLast24h',
  'requestsPerMinute',
  'failedShare',
  'responseMs',
  'queueWaiting',
  'queueOldestSeconds',
  'databaseConnections',
  'aiProviderUptime',
  'emailServiceUptime',
  'aiTokensUsed',
  'aiCostUsd',
  'emailsSentCount',
  'emailCostUsd',
] as const;
export type Metric = (typeof METRICS)[number];

/** The figures of one step. Null is what nobody saw: no zero. */
export const MetricPoint = z.strictObject({ at: z.date(), ...nullables(METRICS) });
export type MetricPoint = z.infer<typeof MetricPoint>;

function nullables<Name extends string>(names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, z.number().nullable()])) as Record<
    Name,
    z.ZodNullable<z.ZodNumber>
  >;
}
