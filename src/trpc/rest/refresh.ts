import { z } from 'zod';
import { countCharges } from '@/db/charges';
import { findMonitor } from '@/db/monitors';
import { chargeDay, nextAllowedRefresh } from '@/domain/limits';
import { Outcome } from '@/domain/outcome-schema';
import { waitForEvaluation } from '@/flows/refresh/follow-evaluation';
import { runOnce } from '@/flows/upkeep/run-once';
import { betaProcedure, type RequestContext, router } from '../init';
import { createCaller } from '../root';
import { Moment, PlainValue, plainValue } from './view';

const RefreshAnswer = z.strictObject({
  success: z.boolean().meta({ description: 'Whether the page could be read; `evaluation.outcome` says why not' }),
  evaluation: z.strictObject({
    value: PlainValue,
    triggered: z.boolean(),
    timestamp: Moment,
    nextAllowedRefresh: Moment,
    outcome: Outcome,
    sentence: z.string().nullable(),
  }),
});

export const restRefreshRouter = router({
  refresh: betaProcedure
    .meta({
      scope: 'refresh',
      openapi: {
        tags: ['Monitors'],
        errorResponses: [],
        method: 'POST',
        path: '/api/monitors/{id}/refresh',
        summary: 'Check a monitor now',
        description:
          'Loads the page, reads the fact, decides, and answers when that is done (seconds; at most two minutes). A ' +
          'refresh that is under way is joined, which costs nothing. One per monitor and minute, 50 a day.',
      },
    })
    .input(z.strictObject({ id: z.uuid('This is not the id of a monitor.') }))
    .output(RefreshAnswer)
    .mutation(({ ctx, input }) => {
      const once = { userId: ctx.person.id, key: ctx.idempotencyKey, request: ['refresh', input.id], status: 200 };
      return runOnce(ctx.deps, once, () => refreshAndWait(ctx, ctx.person.id, input.id));
    }),
});

async function refreshAndWait(
  ctx: RequestContext,
  userId: string,
  monitorId: string,
): Promise<z.infer<typeof RefreshAnswer>> {
  const { db, settings } = ctx.deps;
  const { id: evaluationId } = await createCaller(ctx).refresh.start({ monitorId });
  await tellAllowance(ctx, userId);
  const ended = await waitForEvaluation(ctx.deps, { userId, evaluationId });
  // Read here and not by a procedure: whoever may refresh sees what they refreshed, also without the scope "read".
  const monitor = await findMonitor(db, userId, monitorId);
  const outcome = ended.outcome ?? 'internal';
  const refreshedAt = monitor?.lastManualRefresh ?? ended.requestedAt;
  const at = ctx.deps.now();
  return {
    success: outcome === 'value' || outcome === 'absent',
    evaluation: {
      value: outcome === 'value' ? plainValue(monitor?.currentValue ?? null) : null,
      triggered: ended.alert,
      timestamp: (ended.finishedAt ?? ended.requestedAt).toISOString(),
      nextAllowedRefresh: (nextAllowedRefresh(refreshedAt, settings.refreshIntervalMs, at) ?? at).toISOString(),
      outcome,
      sentence: ended.sentence,
    },
  };
}

/** How many refreshes of the day are left, in the headers of draft-ietf-httpapi-ratelimit-headers-03. */
async function tellAllowance(ctx: RequestContext, userId: string): Promise<void> {
  const now = ctx.deps.now();
  const limit = ctx.deps.settings.refreshesPerDay;
  const used = await countCharges(ctx.deps.db, userId, chargeDay(now));
  const resetsAt = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  ctx.answerHeaders.set('ratelimit-limit', String(limit));
  ctx.answerHeaders.set('ratelimit-remaining', String(Math.max(0, limit - used)));
  ctx.answerHeaders.set('ratelimit-reset', String(Math.ceil((resetsAt - now.getTime()) / 1_000)));
}
