import { z } from 'zod';
import { countCharges } from '@/db/charges';
import { findEvaluation } from '@/db/evaluations';
import { DomainError } from '@/domain/errors';
import { chargeDay } from '@/domain/limits';
import { Outcome } from '@/domain/outcome-schema';
import { followEvaluation } from '@/flows/refresh/follow-evaluation';
import { requestRefresh } from '@/flows/refresh/request-refresh';
import { betaProcedure, router } from '../init';
import { liveStream } from '../live-stream';

const EvaluationView = z.strictObject({
  id: z.uuid(),
  monitorId: z.uuid(),
  phase: z.enum(['queued', 'loading', 'reading', 'deciding', 'done']),
  outcome: Outcome.nullable(),
  sentence: z.string().nullable(),
  alert: z.boolean(),
  chargeReturned: z.boolean(),
});

const Allowance = z.strictObject({
  used: z.number().int(),
  limit: z.number().int(),
  /** Next midnight UTC, when all are back. */
  resetsAt: z.date(),
});

export const refreshRouter = router({
  /** Asks for an evaluation; a live one is returned as it is. */
  start: betaProcedure
    .meta({ scope: 'refresh' })
    .input(z.strictObject({ monitorId: z.uuid('This is not the id of a monitor.') }))
    .output(EvaluationView)
    .mutation(async ({ ctx, input }) => {
      const evaluation = await requestRefresh(ctx.deps, { userId: ctx.person.id, monitorId: input.monitorId });
      return EvaluationView.strip().parse(evaluation);
    }),

  /** The phases of an evaluation as they come; ends after "done". */
  progress: betaProcedure
    .meta({ scope: 'read' })
    .input(z.strictObject({ evaluationId: z.uuid('This is not the id of an evaluation.') }))
    .subscription(async function* ({ ctx, input, signal }) {
      const followed = { userId: ctx.person.id, evaluationId: input.evaluationId };
      const follow = async function* (until: AbortSignal) {
        if ((await findEvaluation(ctx.deps.db, followed.userId, followed.evaluationId)) === null)
          throw new DomainError('not_found', 'evaluation_not_found', 'There is no such check.');
        yield* followEvaluation(ctx.deps, { ...followed, signal: until });
      };
      for await (const evaluation of liveStream(ctx, signal, follow)) yield EvaluationView.strip().parse(evaluation);
    }),

  /** How many of today's refreshes are used. */
  allowance: betaProcedure
    .meta({ scope: 'read' })
    .output(Allowance)
    .query(async ({ ctx }) => {
      const now = ctx.deps.now();
      return {
        used: await countCharges(ctx.deps.db, ctx.person.id, chargeDay(now)),
        limit: ctx.deps.settings.refreshesPerDay,
        resetsAt: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)),
      };
    }),
});
