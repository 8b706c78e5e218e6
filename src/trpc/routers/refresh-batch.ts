import { z } from 'zod';
import { closeRefreshBatch, findLatestRefreshBatch, findRefreshBatch, hasEvaluationSince } from '@/db/refresh-batches';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import { Outcome } from '@/domain/outcome-schema';
import { isOfBatch } from '@/domain/queue-priority';
import { type RefreshBatch, SUMMARY_SHOWN_MS } from '@/domain/refresh-batch';
import { noticeRefusal } from '@/flows/account/notice-abuse';
import { followRefreshBatch } from '@/flows/refresh/follow-evaluation';
import { requestRefreshOfMany } from '@/flows/refresh/request-refresh-of-many';
import { betaProcedure, router } from '../init';
import { liveStream } from '../live-stream';
import { isTooOften } from '../restricted';

const ItemView = z.strictObject({
  monitorId: z.uuid(),
  name: z.string(),
  evaluation: z
    .strictObject({
      id: z.uuid(),
      phase: z.enum(['queued', 'loading', 'reading', 'deciding', 'done']),
      outcome: Outcome.nullable(),
      sentence: z.string().nullable(),
      alert: z.boolean(),
      changed: z.boolean(),
      /** It waits behind others: *Check now* would bring it forward. */
      canHurry: z.boolean(),
    })
    .nullable(),
  refusal: z.strictObject({ reason: z.string(), sentence: z.string() }).nullable(),
});

/** A refresh of many as its owner's pages see it. */
const RefreshBatchView = z.strictObject({
  id: z.uuid(),
  requestedAt: z.date(),
  /** Null while one of its evaluations is under way. */
  endedAt: z.date().nullable(),
  items: z.array(ItemView),
});
type RefreshBatchView = z.infer<typeof RefreshBatchView>;

const MonitorIds = z
  .array(z.uuid('This is not the id of a monitor.'))
  .min(1, 'No monitor was selected. Select at least one.')
  .max(100)
  .refine((ids) => new Set(ids.map((id) => id.toLowerCase())).size <= LIMITS.monitorsPerPerson, {
    message: `At most ${LIMITS.monitorsPerPerson} monitors can be checked at once.`,
  });

const BatchId = z.strictObject({ batchId: z.uuid('This is not the id of a refresh.') });

/** Longer than any refresh of many is under way. */
const LOOKED_BACK_MS = 60 * 60_000;

export const refreshBatchRouter = router({
  /** Asks for an evaluation of each of these monitors, or of every active one. What is refused is told by item. */
  start: betaProcedure
    .meta({ scope: 'refresh' })
    .input(z.strictObject({ monitorIds: MonitorIds.optional() }).default({}))
    .output(RefreshBatchView)
    .mutation(async ({ ctx, input }) => {
      const request = { userId: ctx.person.id, monitorIds: input.monitorIds ?? null };
      const batch = await requestRefreshOfMany(ctx.deps, request);
      if (batch.items.length > 0 && batch.items.every(({ refusal }) => refusal !== null && isTooOften(refusal.reason)))
        await noticeRefusal(ctx.deps, { personId: ctx.person.id, pattern: 'hammering' });
      return viewOf(batch);
    }),

  /**
   * The latest one, under way or ended; null once its summary was put away, is old, or is followed by another check.
   */
  latest: betaProcedure
    .meta({ scope: 'read' })
    .output(RefreshBatchView.nullable())
    .query(async ({ ctx }) => {
      const now = ctx.deps.now().getTime();
      const batch = await findLatestRefreshBatch(ctx.deps.db, ctx.person.id, new Date(now - LOOKED_BACK_MS));
      if (batch === null) return null;
      if (batch.endedAt !== null) {
        if (now - batch.endedAt.getTime() > SUMMARY_SHOWN_MS) return null;
        if (await hasEvaluationSince(ctx.deps.db, ctx.person.id, batch.endedAt)) return null;
      }
      return viewOf(batch);
    }),

  /** All items whenever one of them goes on; ends when the last has ended. */
  progress: betaProcedure
    .meta({ scope: 'read' })
    .input(BatchId)
    .subscription(async function* ({ ctx, input, signal }) {
      const followed = { userId: ctx.person.id, batchId: input.batchId };
      const follow = async function* (until: AbortSignal) {
        if ((await findRefreshBatch(ctx.deps.db, followed.userId, followed.batchId)) === null) throw noSuchBatch();
        yield* followRefreshBatch(ctx.deps, { ...followed, signal: until });
      };
      for await (const batch of liveStream(ctx, signal, follow)) yield viewOf(batch);
    }),

  /** Puts the summary away. */
  close: betaProcedure
    .meta({ scope: 'refresh', whileRestricted: true })
    .input(BatchId)
    .mutation(async ({ ctx, input }) => {
      if (!(await closeRefreshBatch(ctx.deps.db, ctx.person.id, input.batchId, ctx.deps.now()))) throw noSuchBatch();
    }),
});

function viewOf({ items, ...batch }: RefreshBatch): RefreshBatchView {
  return {
    ...batch,
    items: items.map(({ evaluation, ...item }) => {
      if (evaluation === null) return { ...item, evaluation };
      const { priority, ...shown } = evaluation;
      return { ...item, evaluation: { ...shown, canHurry: shown.phase === 'queued' && isOfBatch(priority) } };
    }),
  };
}

function noSuchBatch(): DomainError {
  return new DomainError('not_found', 'refresh_not_found', 'There is no such refresh.');
}
