import { z } from 'zod';
import { findRowDetails, listHistory, listTurns } from '@/db/history';
import { findMonitor } from '@/db/monitors';
import { readSeries } from '@/db/series';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { Series, SeriesWindow, spanOf } from '@/domain/series';
import { HistoryRowView, RowDetailsView, TurnView, viewDetails, viewRow } from '../history-view';
import { betaProcedure, router } from '../init';

const MonitorId = z.strictObject({ id: z.uuid('This is not the id of a monitor.') });
const Place = z.strictObject({ at: z.date(), id: z.uuid() });

/** So many turns of a value fit a timeline. */
const MOST_TURNS = 100;

/** What a monitor's page shows of its past. */
export const historyRouter = router({
  /** What was read and what failed, newest first; `cursor` is the last row of the page before. */
  rows: betaProcedure
    .meta({ scope: 'read' })
    .input(
      MonitorId.extend({
        limit: z.number().int().min(1).max(200).default(50),
        cursor: Place.nullish(),
        /** Sent by tRPC's infinite queries with every page. */
        direction: z.literal('forward').optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(HistoryRowView), nextCursor: Place.nullable() }))
    .query(async ({ ctx, input: { id, limit, cursor } }) => {
      await own(ctx, id);
      const rows = await listHistory(ctx.deps.db, id, { limit, before: cursor ?? undefined });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { rows: rows.map(viewRow), nextCursor: last ? { at: last.at, id: last.id } : null };
    }),

  /** What one row of the history shows when it is opened. */
  details: betaProcedure
    .meta({ scope: 'read' })
    .input(MonitorId.extend({ row: Place }))
    .output(RowDetailsView)
    .query(async ({ ctx, input: { id, row } }) => {
      await own(ctx, id);
      const details = await findRowDetails(ctx.deps.db, id, row);
      if (details === null) throw new DomainError('not_found', 'row_not_found', 'This check is not kept any more.');
      return viewDetails(details);
    }),

  /** Numbers for a chart, put together where there are more than it can show; null where none was ever read. */
  series: betaProcedure
    .meta({ scope: 'read' })
    .input(MonitorId.extend({ window: SeriesWindow }))
    .output(Series.nullable())
    .query(async ({ ctx, input: { id, window } }) => {
      await own(ctx, id);
      return readSeries(ctx.deps.db, id, spanOf(window, ctx.deps.now()));
    }),

  /** When the value became another one, newest first, for what is no number. */
  turns: betaProcedure
    .meta({ scope: 'read' })
    .input(MonitorId.extend({ window: SeriesWindow }))
    .output(z.strictObject({ from: z.date(), until: z.date(), turns: z.array(TurnView) }))
    .query(async ({ ctx, input: { id, window } }) => {
      await own(ctx, id);
      const span = spanOf(window, ctx.deps.now());
      return { ...span, turns: await listTurns(ctx.deps.db, id, span, MOST_TURNS) };
    }),
});

type Context = { person: { id: string }; deps: { db: Parameters<typeof findMonitor>[0] } };

async function own({ deps, person }: Context, id: string): Promise<Monitor> {
  const monitor = await findMonitor(deps.db, person.id, id);
  if (!monitor) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
  return monitor;
}
