import { z } from 'zod';
import { listFacts } from '@/db/facts';
import { findMonitor, listMonitors } from '@/db/monitors';
import { listMonitorNotifications } from '@/db/notifications';
import { Interpretation } from '@/domain/contract/interpretation';
import {
  ChoiceInput,
  CreateMonitorInput,
  PageInput,
  PreviewInput,
  UpdateMonitorInput,
} from '@/domain/contract/monitor-input';
import { PageText, PointCandidate } from '@/domain/contract/pointing';
import { ReaderName } from '@/domain/contract/reading';
import { SourceProposal } from '@/domain/contract/source-proposal';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import { Outcome } from '@/domain/outcome';
import { FactValue } from '@/domain/value/value';
import { noticeRefusal } from '@/flows/account/notice-abuse';
import { createMonitor } from '@/flows/monitors/create-monitor';
import { deleteMonitor } from '@/flows/monitors/delete-monitor';
import { listPageValues } from '@/flows/monitors/list-page-values';
import { listPageTexts, pointAt } from '@/flows/monitors/point-at';
import { type Preview, type PreviewedReading, previewAgain, previewMonitor } from '@/flows/monitors/preview-monitor';
import { updateMonitor } from '@/flows/monitors/update-monitor';
import { betaProcedure, router } from '../init';
import { FactView, MonitorView, viewFact, viewMonitors } from '../monitor-view';

const MonitorId = z.strictObject({ id: z.uuid('This is not the id of a monitor.') });

const Candidate = z.strictObject({ quote: z.string(), value: FactValue.nullable(), reason: z.string() });

const ReadingView = z.strictObject({
  outcome: Outcome,
  value: FactValue.nullable(),
  quote: z.string().nullable(),
  source: z.string(),
  /** data: URL of the picture that proves the value. */
  crop: z.strictObject({ url: z.string(), width: z.number(), height: z.number() }).nullable(),
  refused: z.array(Candidate),
  candidates: z.array(Candidate),
  reader: ReaderName.nullable(),
  conditionMet: z.boolean().nullable(),
  wouldFire: z.boolean(),
  sentence: z.string(),
  message: z.string().nullable(),
});

const PreviewView = z.strictObject({
  /** For `create`, which makes what was read the first reading; null where nothing was. */
  id: z.uuid().nullable(),
  interpretation: Interpretation,
  triggerCondition: z.string(),
  /** Null for the contract that a monitor has. */
  interpretedBy: ReaderName.nullable(),
  isSure: z.boolean(),
  note: z.string().nullable(),
  alternatives: z.array(z.strictObject({ interpretation: Interpretation, triggerCondition: z.string() })),
  reading: ReadingView.nullable(),
  /** What the person may point at; its picture is at /api/previews/{id}/picture for an hour. */
  page: z
    .strictObject({
      picture: z.strictObject({ url: z.string(), width: z.number(), height: z.number() }).nullable(),
      candidates: z.array(PointCandidate),
    })
    .nullable(),
  proposals: z.array(SourceProposal),
});

const NotificationView = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  subject: z.string(),
  state: z.string(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
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
    .query(({ ctx, input }) => listMonitorNotifications(ctx.deps.db, ctx.person.id, input.id, 50)),

  /** What a prompt would become. A mutation, because it loads a page and may cost: never repeated on its own. */
  preview: betaProcedure
    .meta({ scope: 'write' })
    .input(PreviewInput)
    .output(PreviewView)
    .mutation(async ({ ctx, input, signal }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const preview = await previewMonitor(ctx.deps, {
        userId: ctx.person.id,
        ...input,
        ...(signal ? { signal } : {}),
      });
      if (preview.reading?.outcome === 'url_refused')
        await noticeRefusal(ctx.deps, { personId: ctx.person.id, pattern: 'refused_urls' });
      return viewPreview(preview);
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

  /** The page of a monitor read anew by the contract that it has, for its owner to point at what it lost. */
  previewAgain: betaProcedure
    .meta({ scope: 'write' })
    .input(MonitorId)
    .output(PreviewView)
    .mutation(async ({ ctx, input, signal }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const asked = { userId: ctx.person.id, monitorId: input.id, ...(signal ? { signal } : {}) };
      return viewPreview(await previewAgain(ctx.deps, asked));
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
});

async function viewOne(
  { deps }: { deps: Parameters<typeof viewMonitors>[0] },
  monitor: Parameters<typeof viewMonitors>[1][number],
) {
  const [view] = await viewMonitors(deps, [monitor]);
  if (!view) throw new Error('A monitor without a view');
  return view;
}

function viewPreview({ reading, page, ...preview }: Preview): z.infer<typeof PreviewView> {
  const picture = page?.picture && preview.id && { ...page.picture, url: `/api/previews/${preview.id}/picture` };
  return {
    ...preview,
    reading: reading && viewReading(reading),
    page: page && { candidates: page.candidates, picture: picture || null },
  };
}

function viewReading(reading: PreviewedReading): z.infer<typeof ReadingView> {
  const { crop } = reading;
  const url = crop && `data:${crop.mediaType};base64,${Buffer.from(crop.bytes).toString('base64')}`;
  return { ...reading, crop: crop && url ? { url, width: crop.width, height: crop.height } : null };
}
