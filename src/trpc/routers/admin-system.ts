import { z } from 'zod';
import { listSourceHealth } from '@/db/source-health';
import { listMetricPoints } from '@/db/system/metric-points';
import { listProxies } from '@/db/system/proxies';
import { listFailingMonitors, listInFlight } from '@/db/system/troubles';
import { SeenSource, SourceStatus, sourceStatus } from '@/domain/source-health';
import { DeadLetter, LetterKey, QueueDepth } from '@/domain/system/dead-letters';
import { MetricPoint, MetricRange } from '@/domain/system/metric-points';
import { ProxyHealth } from '@/domain/system/proxies';
import { Storage } from '@/domain/system/storage';
import { FailingMonitor, InFlight } from '@/domain/system/troubles';
import { getEnv } from '@/env';
import { discardDeadLetters, readDeadLetters, readQueueDepths, retryDeadLetters } from '@/flows/admin/dead-letters';
import { readStorage } from '@/flows/admin/read-storage';
import { adminProcedure, router } from '../init';

const PAGE_SIZE = 25;
const MOST_IN_FLIGHT = 200;
const GIGABYTE = 1_000_000_000;

/** Pages by number, from 1: what they list is counted and ranked anew each time. */
const Numbered = z.strictObject({ page: z.number().int().min(1).max(100_000).default(1) });
const rowsOf = ({ page }: { page: number }) => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });

/** `total`: over all pages; 0 beyond the last one. */
const paged = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: z.number().int(), pageSize: z.number().int() });

const WhichLetters = z.strictObject({ letters: z.union([z.literal('all'), z.array(LetterKey).min(1).max(500)]) });

/** How the system itself does, for admins only. */
export const adminSystemRouter = router({
  /** The figures that are kept over time, by steps of the range, oldest first. Null: nobody saw it. */
  metrics: adminProcedure
    .input(z.strictObject({ range: MetricRange.default('24h') }))
    .output(z.array(MetricPoint))
    .query(({ ctx: { deps }, input }) => listMetricPoints(deps.db, input.range, deps.now())),

  /** Hosts of the last seven days that hold a text, most trouble first. */
  sources: adminProcedure
    .input(Numbered.extend({ search: z.string().trim().max(255).default('') }))
    .output(paged(SeenSource.extend({ status: SourceStatus })))
    .query(async ({ ctx: { deps }, input }) => {
      const which = { search: input.search, ...rowsOf(input) };
      const { sources, total } = await listSourceHealth(deps.db, which, deps.now());
      return { rows: sources.map((one) => ({ ...one, status: sourceStatus(one) })), total, pageSize: PAGE_SIZE };
    }),

  /** The operator's proxies that were used within seven days, those that failed most first. */
  proxies: adminProcedure.output(z.array(ProxyHealth)).query(({ ctx: { deps } }) => listProxies(deps.db, deps.now())),

  /** Active monitors that failed at least `least` times in a row. */
  failing: adminProcedure
    .input(Numbered.extend({ least: z.number().int().min(1).max(1_000).default(2) }))
    .output(paged(FailingMonitor))
    .query(async ({ ctx: { deps }, input }) => {
      const { monitors, total } = await listFailingMonitors(deps.db, { least: input.least, ...rowsOf(input) });
      return { rows: monitors, total, pageSize: PAGE_SIZE };
    }),

  /** Evaluations that are not done, the oldest first: two hundred at most, of `total`. */
  inFlight: adminProcedure
    .output(z.strictObject({ evaluations: z.array(InFlight), total: z.number().int() }))
    .query(({ ctx: { deps } }) => listInFlight(deps.db, MOST_IN_FLIGHT)),

  /** How deep each queue is. */
  queues: adminProcedure.output(z.array(QueueDepth)).query(({ ctx }) => readQueueDepths(ctx.deps)),

  /** What was given up within thirty days, newest first; `retriable` of all pages can be tried again. */
  deadLetters: adminProcedure
    .input(Numbered)
    .output(paged(DeadLetter).extend({ retriable: z.number().int() }))
    .query(async ({ ctx, input }) => {
      const { letters, total, retriable } = await readDeadLetters(ctx.deps, rowsOf(input));
      return { rows: letters, total, retriable, pageSize: PAGE_SIZE };
    }),

  /** Has them tried again; of all of them 500 at once. */
  retryLetters: adminProcedure
    .input(WhichLetters)
    .output(z.strictObject({ retried: z.number().int() }))
    .mutation(({ ctx, input }) => retryDeadLetters(ctx.deps, { ...input, actorId: ctx.person.id })),

  /** Puts them aside; of all of them 500 at once. */
  discardLetters: adminProcedure
    .input(WhichLetters)
    .output(z.strictObject({ discarded: z.number().int() }))
    .mutation(({ ctx, input }) => discardDeadLetters(ctx.deps, { ...input, actorId: ctx.person.id })),

  /** How large the database is, part by part, and how it grew in ninety days. */
  storage: adminProcedure.output(Storage).query(({ ctx }) => {
    const { STORAGE_LIMIT_GB } = getEnv();
    return readStorage(ctx.deps, STORAGE_LIMIT_GB === undefined ? null : STORAGE_LIMIT_GB * GIGABYTE);
  }),
});
