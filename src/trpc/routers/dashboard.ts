import { z } from 'zod';
import { listCards } from '@/db/dashboard/cards';
import { Tag } from '@/domain/dashboard/tag';
import { arrangeMonitors, tagMonitors } from '@/flows/monitors/arrange-monitors';
import { CardView, viewCard } from '../card-view';
import { betaProcedure, router } from '../init';

const MonitorIds = z
  .array(z.uuid('This is not the id of a monitor.'))
  .min(1, 'No monitor was selected. Select at least one.')
  .max(100)
  .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))]);

/** How a person's monitors lie on their dashboard. */
export const dashboardRouter = router({
  /** What the cards show beyond `monitors.list`, in the order of their own. */
  cards: betaProcedure
    .meta({ scope: 'read' })
    .output(z.array(CardView))
    .query(async ({ ctx }) => (await listCards(ctx.deps.db, ctx.person.id)).map(viewCard)),

  /** Puts all the monitors in this order; one that is not named keeps its place. */
  arrange: betaProcedure
    .meta({ scope: 'write' })
    .input(z.strictObject({ monitorIds: MonitorIds }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await arrangeMonitors(ctx.deps, { userId: ctx.person.id, ...input });
      return null;
    }),

  /** Puts a tag on monitors, or takes one away. Answers with the tags that each of them has then. */
  tag: betaProcedure
    .meta({ scope: 'write' })
    .input(
      z
        .strictObject({ monitorIds: MonitorIds, add: Tag.optional(), remove: Tag.optional() })
        .refine(({ add, remove }) => (add === undefined) !== (remove === undefined), 'Give one tag to add or remove.'),
    )
    .output(z.array(z.strictObject({ id: z.uuid(), tags: z.array(z.string()) })))
    .mutation(({ ctx, input }) => tagMonitors(ctx.deps, { userId: ctx.person.id, ...input })),
});
