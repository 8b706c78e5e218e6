import { z } from 'zod';
import { countUnread, listInbox, markRead } from '@/db/email/inbox';
import { INBOX_PARTS } from '@/domain/email/inbox-part';
import { News } from '@/domain/email/news';
import { DeliveryView, viewDelivery } from '../delivery-view';
import { router, signedInProcedure } from '../init';

const Entry = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  /** Null: the monitor is gone. */
  monitor: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  subject: z.string(),
  /** What it tells; null of one from before there was an inbox. */
  news: News.nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
  delivery: DeliveryView,
});

const Cursor = z.strictObject({ createdAt: z.date(), id: z.uuid() });

const ListInput = z.strictObject({
  unreadOnly: z.boolean().default(false),
  /** All that was told of monitors unless given. Emails about the account are asked for by themselves. */
  part: z.enum(INBOX_PARTS).optional(),
  limit: z.number().int().min(1).max(100).default(30),
  cursor: Cursor.nullish(),
  /** What tRPC's infinite queries add; there is only one way to go. */
  direction: z.literal('forward').optional(),
});

/** The inbox: every alert of a person and what else was told of their monitors, whatever became of its email. */
export const notificationsRouter = router({
  list: signedInProcedure
    .meta({ scope: 'read' })
    .input(ListInput)
    .output(z.strictObject({ entries: z.array(Entry), nextCursor: Cursor.nullable() }))
    .query(async ({ ctx, input }) => {
      const { limit, unreadOnly, part, cursor } = input;
      const rows = await listInbox(ctx.deps.db, ctx.person.id, {
        limit,
        unreadOnly,
        part,
        before: cursor ?? undefined,
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { entries: rows.map(viewEntry), nextCursor: last ? { createdAt: last.createdAt, id: last.id } : null };
    }),

  unread: signedInProcedure
    .meta({ scope: 'read' })
    .output(z.number().int())
    .query(({ ctx }) => countUnread(ctx.deps.db, ctx.person.id)),

  /** Marks some as read or unread, or all without `ids`. Returns how many changed. */
  mark: signedInProcedure
    .meta({ scope: 'write' })
    .input(z.strictObject({ ids: z.array(z.uuid()).min(1).max(100).optional(), read: z.boolean() }))
    .output(z.number().int())
    .mutation(({ ctx, input }) =>
      markRead(ctx.deps.db, ctx.person.id, { ids: input.ids, now: input.read ? ctx.deps.now() : null }),
    ),
});

type Row = Awaited<ReturnType<typeof listInbox>>[number];

function viewEntry(row: Row): z.infer<typeof Entry> {
  const { id, kind, subject, news, createdAt, readAt, monitorId, monitorName } = row;
  const monitor = monitorId && monitorName !== null ? { id: monitorId, name: monitorName } : null;
  // Nobody marks what was told of their account: it counts as read.
  const read = kind === 'account' ? createdAt : readAt;
  return { id, kind, monitor, subject, news, createdAt, readAt: read, delivery: viewDelivery(row) };
}
