import { z } from 'zod';
import { listEvaluationSummaries } from '@/db/history';
import { findMonitorInDetail, listMonitorSummaries } from '@/db/monitor-in-detail';
import { CreateMonitorInput, UpdateMonitorInput } from '@/domain/contract/monitor-input';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import { Outcome } from '@/domain/outcome-schema';
import { createOrAsk } from '@/flows/monitors/create-or-ask';
import { previewAgain } from '@/flows/monitors/preview-monitor';
import { runOnce } from '@/flows/upkeep/run-once';
import { betaProcedure, router } from '../init';
import { type FactView, type MonitorView, viewMonitors } from '../monitor-view';
import { createCaller } from '../root';
import { RestCandidate, restCandidate } from './answer';
import { RestEvaluation, restEvaluation } from './evaluation-view';
import { FactCursor, Limit, TrueOrFalse, toCursor } from './page-input';
import {
  answer,
  PlainValue,
  plainValue,
  RestFact,
  RestHistory,
  RestMonitor,
  RestNotification,
  restFact,
  restHistory,
  restMonitor,
  restNotification,
} from './view';

const id = z.uuid('This is not the id of a monitor.');
const Success = z.strictObject({ success: z.literal(true) });

const Contract = z.strictObject({
  type: z.enum(['state', 'change']),
  extractedFact: z.string(),
  triggerCondition: z.string(),
  suggestedName: z.string(),
});

const RestPreview = z
  .strictObject({
    previewId: z.uuid().nullable().meta({ description: 'Kept for an hour; null where no page was read' }),
    outcome: Outcome,
    value: PlainValue,
    quote: z.string().nullable(),
    source: z.string().meta({ description: 'The address that was read' }),
    sentence: z.string().meta({ description: 'What this value would mean for the monitor' }),
    candidates: z.array(RestCandidate).meta({ description: 'What could be meant, likeliest first' }),
  })
  .meta({ id: 'Preview' });

/** So many facts and notifications come with a monitor. */
const LATEST = 50;

const about = { tags: ['Monitors'], errorResponses: [] };

export const restMonitorsRouter = router({
  list: betaProcedure
    .meta({
      scope: 'read',
      openapi: { ...about, method: 'GET', path: '/api/monitors', summary: 'Your monitors, newest first' },
    })
    .input(z.strictObject({}))
    .output(answer(z.strictObject({ monitors: z.array(RestMonitor), total: z.int(), limit: z.int() })))
    .query(async ({ ctx }) => {
      const monitors = await listMonitorSummaries(ctx.deps.db, ctx.person.id);
      return { monitors: monitors.map(restMonitor), total: monitors.length, limit: LIMITS.monitorsPerPerson };
    }),

  create: betaProcedure
    .meta({
      scope: 'write',
      status: 201,
      openapi: {
        ...about,
        method: 'POST',
        path: '/api/monitors',
        summary: 'Make a monitor from a sentence',
        description:
          'The page is named in the prompt, or by `source`. It is loaded once, to see whether it is sure which value ' +
          'is meant. Where it is not, nothing is saved: 422 with reason `unsure`, `previewId` and `candidates`. Send ' +
          'the request again with `previewId` and the number of one `candidate`; its value is the first fact. A sure ' +
          'prompt needs neither, and its first value comes with the first refresh. With a `contract` of yours the ' +
          'prompt is not interpreted: also where it was not understood (422, `not_understood`). What could never ' +
          'alert, or would at once for a text of something else, is not saved (422, `not_comparable`, ' +
          '`unrelated_text`).',
      },
    })
    .input(CreateMonitorInput.extend({ alertIfAlreadyTrue: TrueOrFalse.optional() }))
    .output(Success.extend({ monitor: RestMonitor, interpretation: Contract }))
    .mutation(({ ctx, input }) => {
      const once = { userId: ctx.person.id, key: ctx.idempotencyKey, request: ['monitors.create', input], status: 201 };
      return runOnce(ctx.deps, once, async () => {
        if (input.previewId === undefined)
          await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
        const monitor = await createOrAsk(ctx.deps, { userId: ctx.person.id, ...input });
        const [view] = await viewMonitors(ctx.deps, [monitor]);
        if (view === undefined) throw new Error('A monitor without a view');
        const { type, fact, suggestedName } = monitor.interpretation;
        const { triggerCondition } = monitor;
        const interpretation = { type, extractedFact: fact, triggerCondition, suggestedName };
        return { success: true as const, monitor: viewedMonitor(view), interpretation };
      });
    }),

  get: betaProcedure
    .meta({
      scope: 'read',
      openapi: {
        ...about,
        method: 'GET',
        path: '/api/monitors/{id}',
        summary: 'One monitor with its latest facts',
        description: 'Facts, history and notifications hold the latest 50. Older ones: `/api/monitors/{id}/history`.',
      },
    })
    .input(z.strictObject({ id }))
    .output(
      answer(
        z.strictObject({
          monitor: RestMonitor,
          facts: z.array(RestFact),
          history: z.array(RestHistory),
          notifications: z.array(RestNotification),
        }),
      ),
    )
    .query(async ({ ctx, input }) => {
      const which = { userId: ctx.person.id, id: input.id };
      const monitor = await findMonitorInDetail(ctx.deps.db, which, { limit: LATEST, now: ctx.deps.now() });
      if (!monitor) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
      const { facts, notifications } = monitor;
      return {
        monitor: restMonitor(monitor),
        facts: facts.map((fact) => restFact(input.id, fact)),
        history: facts.map((fact) => restHistory(input.id, fact)),
        notifications: notifications.map((told) => restNotification(input.id, told)),
      };
    }),

  update: betaProcedure
    .meta({
      scope: 'write',
      openapi: {
        ...about,
        method: 'PUT',
        path: '/api/monitors/{id}',
        summary: 'Change a monitor',
        description:
          'What is left out stays. A new prompt, source or `contract` begins a new memory; the history stays. ' +
          '`alertIfAlreadyTrue` goes with a new prompt or source, or with a monitor that was never checked. ' +
          'With the `previewId` of its own preview, and the number of one `candidate`, a monitor that lost its value ' +
          'goes on with what was pointed at as its next fact; nothing else of it changes.',
      },
    })
    .input(
      UpdateMonitorInput.extend({ isActive: TrueOrFalse.optional(), alertIfAlreadyTrue: TrueOrFalse.optional(), id }),
    )
    .output(Success.extend({ monitor: RestMonitor }))
    .mutation(async ({ ctx, input }) => {
      const monitor = await createCaller(ctx).monitors.update(input);
      return { success: true as const, monitor: viewedMonitor(monitor) };
    }),

  preview: betaProcedure
    .meta({
      scope: 'write',
      openapi: {
        ...about,
        method: 'POST',
        path: '/api/monitors/{id}/preview',
        summary: 'Read the page of a monitor without a refresh',
        description:
          'For a monitor that lost its value: what its page shows now, and what could be meant. Changes nothing; ' +
          '`PUT /api/monitors/{id}` takes `previewId` and `candidate`.',
      },
    })
    .input(z.strictObject({ id }))
    .output(answer(z.strictObject({ preview: RestPreview })))
    .mutation(async ({ ctx, input }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const {
        id: previewId,
        reading,
        page,
      } = await previewAgain(ctx.deps, {
        userId: ctx.person.id,
        monitorId: input.id,
      });
      const { outcome, value, quote, source, sentence } = reading;
      const candidates = (page?.candidates ?? []).map(restCandidate);
      return { preview: { previewId, outcome, value: plainValue(value), quote, source, sentence, candidates } };
    }),

  delete: betaProcedure
    .meta({
      scope: 'write',
      whileRestricted: true,
      openapi: {
        ...about,
        method: 'DELETE',
        path: '/api/monitors/{id}',
        summary: 'Delete a monitor with all its data',
      },
    })
    .input(z.strictObject({ id }))
    .output(Success)
    .mutation(async ({ ctx, input }) => {
      await createCaller(ctx).monitors.delete(input);
      return { success: true as const };
    }),

  history: betaProcedure
    .meta({
      scope: 'read',
      openapi: {
        ...about,
        method: 'GET',
        path: '/api/monitors/{id}/history',
        summary: 'What a monitor has read, newest first',
      },
    })
    .input(z.strictObject({ id, limit: Limit, cursor: FactCursor.optional() }))
    .output(answer(z.strictObject({ history: z.array(RestHistory), nextCursor: z.string().nullable() })))
    .query(async ({ ctx, input }) => {
      const { facts, nextCursor } = await createCaller(ctx).monitors.facts(input);
      return {
        history: facts.map((fact) => restHistory(input.id, summaryOf(fact))),
        nextCursor: nextCursor && toCursor(nextCursor),
      };
    }),

  evaluations: betaProcedure
    .meta({
      scope: 'read',
      openapi: {
        ...about,
        method: 'GET',
        path: '/api/monitors/{id}/evaluations',
        summary: 'How the refreshes of a monitor ended, failures too, newest first',
      },
    })
    .input(z.strictObject({ id, limit: Limit, cursor: z.uuid('This is not a cursor.').optional() }))
    .output(answer(z.strictObject({ evaluations: z.array(RestEvaluation), nextCursor: z.uuid().nullable() })))
    .query(async ({ ctx, input }) => {
      await createCaller(ctx).monitors.byId({ id: input.id });
      const page = { limit: input.limit + 1, after: input.cursor };
      const rows = await listEvaluationSummaries(ctx.deps.db, input.id, page);
      const shown = rows.slice(0, input.limit);
      return {
        evaluations: shown.map(restEvaluation),
        nextCursor: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      };
    }),
});

/** A monitor of the pages as one of the contract. */
function viewedMonitor(monitor: MonitorView): z.infer<typeof RestMonitor> {
  return restMonitor({ ...monitor, sourceUrl: monitor.sources[0] ?? null });
}

/** A fact of the pages as one of the contract. */
function summaryOf(fact: FactView): Parameters<typeof restHistory>[1] {
  return {
    ...fact,
    at: fact.extractedAt.toISOString(),
    alert: fact.triggeredAlert,
    pictured: fact.cropUrl !== null,
    change: fact.changeType,
    amount: fact.changeAmount,
    percentage: fact.changePercentage,
  };
}
