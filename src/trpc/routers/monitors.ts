import { z } from 'zod';
import { listTakeable } from '@/db/discarded-monitors';
import { listMonitorNotifications } from '@/db/email/inbox';
import { listFacts } from '@/db/facts';
import { findMonitor, listMonitors } from '@/db/monitors';
import {
  ChoiceInput,
  CreateMonitorInput,
  PageInput,
  PreviewInput,
  UpdateMonitorInput,
} from '@/domain/contract/monitor-input';
import { PageText, PointCandidate } from '@/domain/contract/pointing';
import { EmailMode } from '@/domain/email/timing';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import { chooseEmailsOf } from '@/flows/account/choose-emails';
import { createMonitor } from '@/flows/monitors/create-monitor';
import { deleteMonitor } from '@/flows/monitors/delete-monitor';
import { discardMonitor, restoreMonitor } from '@/flows/monitors/discard-monitor';
import { duplicateMonitor } from '@/flows/monitors/duplicate-monitor';
import { listPageValues } from '@/flows/monitors/list-page-values';
import { listPageTexts, pointAt } from '@/flows/monitors/point-at';
import { previewMonitor } from '@/flows/monitors/preview-monitor';
import { updateMonitor } from '@/flows/monitors/update-monitor';
import { DeliveryView, viewDelivery } from '../delivery-view';
import { betaProcedure, router } from '../init';
import { FactView, MonitorView, viewFact, viewMonitors } from '../monitor-view';
import { noticed, PreviewView, ReadingView, viewPreview, viewReading } from '../preview-view';

const MonitorId = z.strictObject({ id: z.uuid('This is not the id of a monitor.') });

const NotificationView = z.strictObject({
  ...{ id: z.uuid(), kind: z.string(), subject: z.string(), createdAt: z.date(), delivery: DeliveryView },
});

const Cursor = z.strictObject({ extractedAt: z.date(), id: z.uuid() });

const FactsInput = MonitorId.extend({
  limit: z.number().int().min(1).max(200).default(50),
  cursor: Cursor.nullish(),
  /** Sent by tRPC's infinite queries with every page. Facts are only ever paged forward, to older ones. */
  direction: z.literal('forward').optional(),
});

export const monitorsRouter = router({
  /** The person's monitors, newest first, and how many they may have. */
  list: betaProcedure
    .meta({ scope: 'read' })
    .output(z.strictObject({ monitors: z.array(MonitorView), total: z.number(), limit: z.number() }))
    .query(async ({ ctx }) => {
      const monitors = await listMonitors(ctx.deps.db, ctx.person.id);
      return {
        monitors: await viewMonitors(ctx.deps, monitors),
        total: monitors.length,
        limit: LIMITS.monitorsPerPerson,
      };
    }),

  byId: betaProcedure
    .meta({ scope: 'read' })
    .input(MonitorId)
    .output(MonitorView)
    .query(async ({ ctx, input }) => {
      const monitor = await findMonitor(ctx.deps.db, ctx.person.id, input.id);
      const [view] = monitor ? await viewMonitors(ctx.deps, [monitor]) : [];
      if (!view) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
      return view;
    }),

  /** Facts of one monitor, newest first; `cursor` is the last fact of the page before. */
  facts: betaProcedure
    .meta({ scope: 'read' })
    .input(FactsInput)
    .output(z.strictObject({ facts: z.array(FactView), nextCursor: Cursor.nullable() }))
    .query(async ({ ctx, input }) => {
      const monitor = await findMonitor(ctx.deps.db, ctx.person.id, input.id);
      if (!monitor) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
      const page = { limit: input.limit, ...(input.cursor ? { before: input.cursor } : {}) };
      const facts = await listFacts(ctx.deps.db, monitor.id, page);
      const last = facts.length === input.limit ? facts.at(-1) : undefined;
      return {
        facts: facts.map(viewFact),
        nextCursor: last ? { extractedAt: last.extractedAt, id: last.id } : null,
      };
    }),

  /** The mails about one monitor, newest first. */
  notifications: betaProcedure
    .meta({ scope: 'read' })
    .input(MonitorId)
    .output(z.array(NotificationView))
    .query(async ({ ctx, input }) => {
      const told = await listMonitorNotifications(ctx.deps.db, ctx.person.id, input.id, 50);
      return told.map(({ id, kind, subject, createdAt, ...state }) => {
        return { id, kind, subject, createdAt, delivery: viewDelivery(state) };
      });
    }),

  /** How alerts of this monitor come by email; null: as those of all others. */
  chooseEmails: betaProcedure
    .meta({ scope: 'write' })
    .input(MonitorId.extend({ mode: EmailMode.nullable() }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await chooseEmailsOf(ctx.deps, ctx.person, { monitorId: input.id, mode: input.mode });
      return null;
    }),

  /** What a prompt would become. A mutation, because it loads a page and may cost: never repeated on its own. */
  preview: betaProcedure
    .meta({ scope: 'write' })
    .input(PreviewInput)
    .output(PreviewView)
    .mutation(async ({ ctx, input, signal }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const asked = { userId: ctx.person.id, ...input, ...(signal ? { signal } : {}) };
      return viewPreview(await noticed(ctx, await previewMonitor(ctx.deps, asked)));
    }),

  /** What stands on the page of a sentence that nobody understood, for whoever writes the contract themselves. */
  pageValues: betaProcedure
    .meta({ scope: 'write' })
    .input(PageInput)
    .output(z.strictObject({ candidates: z.array(PointCandidate), message: z.string().nullable() }))
    .mutation(async ({ ctx, input, signal }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      return listPageValues(ctx.deps, { userId: ctx.person.id, ...input, ...(signal ? { signal } : {}) });
    }),

  /** Takes what the person points at as the preview's reading: `create` and `update` begin with it. */
  choose: betaProcedure
    .meta({ scope: 'write' })
    .input(ChoiceInput)
    .output(ReadingView)
    .mutation(async ({ ctx, input }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const { candidate, span, ...of } = input;
      const choice = candidate === undefined ? span && { span } : { candidate };
      if (choice === undefined) throw new Error('A choice of nothing passed the schema');
      return viewReading(await pointAt(ctx.deps, { userId: ctx.person.id, ...of, choice }));
    }),

  /** The texts on the picture of a preview, for "none of these". */
  pageTexts: betaProcedure
    .meta({ scope: 'read' })
    .input(z.strictObject({ previewId: z.uuid('This is not the id of a preview.') }))
    .output(z.array(PageText))
    .query(({ ctx, input }) => listPageTexts(ctx.deps, { userId: ctx.person.id, previewId: input.previewId })),

  create: betaProcedure
    .meta({ scope: 'write' })
    .input(CreateMonitorInput)
    .output(MonitorView)
    .mutation(async ({ ctx, input }) => {
      const monitor = await createMonitor(ctx.deps, { userId: ctx.person.id, ...input });
      return viewOne(ctx, monitor);
    }),

  update: betaProcedure
    .meta({ scope: 'write' })
    .input(UpdateMonitorInput.extend(MonitorId.shape))
    .output(MonitorView)
    .mutation(async ({ ctx, input }) => {
      const { id, ...change } = input;
      const monitor = await updateMonitor(ctx.deps, { userId: ctx.person.id, monitorId: id, ...change });
      return viewOne(ctx, monitor);
    }),

  delete: betaProcedure
    .meta({ scope: 'write', whileRestricted: true })
    .input(MonitorId)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await deleteMonitor(ctx.deps, { userId: ctx.person.id, monitorId: input.id });
      return null;
    }),

  /** Deletes a monitor so that `restore` takes it back, until `until` at least. */
  discard: betaProcedure
    .meta({ scope: 'write', whileRestricted: true })
    .input(MonitorId)
    .output(z.strictObject({ until: z.date() }))
    .mutation(({ ctx, input }) => discardMonitor(ctx.deps, { userId: ctx.person.id, monitorId: input.id })),

  /** What was deleted a moment ago, and for how long each deletion can be taken back. */
  deleted: betaProcedure
    .meta({ scope: 'read' })
    .output(z.array(z.strictObject({ id: z.uuid(), name: z.string(), leftMs: z.number() })))
    .query(async ({ ctx }) => {
      const after = ctx.deps.now().getTime() - LIMITS.undoMs;
      const rows = await listTakeable(ctx.deps.db, ctx.person.id, new Date(after));
      return rows.map(({ id, name, deletedAt }) => ({ id, name, leftMs: deletedAt.getTime() - after }));
    }),

  restore: betaProcedure
    .meta({ scope: 'write', whileRestricted: true })
    .input(MonitorId)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await restoreMonitor(ctx.deps, { userId: ctx.person.id, monitorId: input.id });
      return null;
    }),

  /** A second monitor of the same contract, with a memory of its own. */
  duplicate: betaProcedure
    .meta({ scope: 'write' })
    .input(MonitorId)
    .output(MonitorView)
    .mutation(async ({ ctx, input }) =>
      viewOne(ctx, await duplicateMonitor(ctx.deps, { userId: ctx.person.id, monitorId: input.id })),
    ),
});

async function viewOne(
  { deps }: { deps: Parameters<typeof viewMonitors>[0] },
  monitor: Parameters<typeof viewMonitors>[1][number],
) {
  const [view] = await viewMonitors(deps, [monitor]);
  if (!view) throw new Error('A monitor without a view');
  return view;
}
