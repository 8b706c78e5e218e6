import { z } from 'zod';
import { nextAllowedRefresh } from '@/domain/limits';
import { Outcome } from '@/domain/outcome';
import { runOnce } from '@/flows/run-once';
import { waitForEvaluation } from '@/flows/wait-for-evaluation';
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
  const call = createCaller(ctx);
  const { id: evaluationId } = await call.refresh.start({ monitorId });
  await tellAllowance(ctx);
  const ended = await waitForEvaluation(ctx.deps, { userId, evaluationId });
  const monitor = await call.monitors.byId({ id: monitorId });
  const outcome = ended.outcome ?? 'internal';
  const next = monitor.nextAllowedRefresh ?? nextAllowedRefresh(ended.requestedAt, ctx.deps.settings.refreshIntervalMs);
  return {
    success: outcome === 'value' || outcome === 'absent',
    evaluation: {
      value: outcome === 'value' ? plainValue(monitor.currentValue) : null,
      triggered: ended.alert,
      timestamp: (ended.finishedAt ?? ended.requestedAt).toISOString(),
      nextAllowedRefresh: (next ?? ctx.deps.now()).toISOString(),
      outcome,
      sentence: ended.sentence,
    },
  };
}

/** How many refreshes of the day are left, in the headers of draft-ietf-httpapi-ratelimit-headers-03. */
async function tellAllowance(ctx: RequestContext): Promise<void> {
  const { used, limit, resetsAt } = await createCaller(ctx).refresh.allowance();
  const seconds = Math.max(0, Math.ceil((resetsAt.getTime() - ctx.deps.now().getTime()) / 1_000));
  ctx.answerHeaders.set('ratelimit-limit', String(limit));
  ctx.answerHeaders.set('ratelimit-remaining', String(Math.max(0, limit - used)));
  ctx.answerHeaders.set('ratelimit-reset', String(seconds));
}
