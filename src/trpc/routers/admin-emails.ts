import { z } from 'zod';
import { listEmailDays } from '@/db/email/email-days';
import { listSuppressions } from '@/db/email/suppressions';
import { EMAIL_COUNTS } from '@/domain/email/rates';
import { liftSuppression } from '@/flows/admin/lift-suppression';
import { adminProcedure, router } from '../init';

const DAY_MS = 86_400_000;
const Place = z.strictObject({ createdAt: z.date(), id: z.uuid() });

const Suppression = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  reason: z.enum(['bounce', 'spam', 'unsubscribe', 'admin']),
  /** What the receiving server said. */
  detail: z.string().nullable(),
  createdAt: z.date(),
  /** Whose address it is; null where it is nobody's any more. */
  userId: z.uuid().nullable(),
});

/** How emails fare, for admins only. */
export const adminEmailsRouter = router({
  /** What became of each day's emails, UTC days, newest first; days without any are left out. */
  days: adminProcedure
    .input(z.strictObject({ days: z.number().int().min(1).max(366).default(30) }))
    .output(
      z.array(z.strictObject({ day: z.string(), counts: z.partialRecord(z.enum(EMAIL_COUNTS), z.number().int()) })),
    )
    .query(({ ctx, input }) =>
      listEmailDays(ctx.deps.db, new Date(ctx.deps.now().getTime() - (input.days - 1) * DAY_MS)),
    ),

  /** Addresses that get no more email, newest first. */
  suppressions: adminProcedure
    .input(
      z.strictObject({
        limit: z.number().int().min(1).max(100).default(50),
        cursor: Place.nullish(),
        direction: z.literal('forward').optional(),
      }),
    )
    .output(z.strictObject({ suppressions: z.array(Suppression), nextCursor: Place.nullable() }))
    .query(async ({ ctx, input: { limit, cursor } }) => {
      const rows = await listSuppressions(ctx.deps.db, { limit: limit + 1, before: cursor ?? undefined });
      const suppressions = rows.slice(0, limit);
      const last = rows.length > limit ? suppressions.at(-1) : undefined;
      return { suppressions, nextCursor: last ? { createdAt: last.createdAt, id: last.id } : null };
    }),

  /** Lets an address have email again. */
  lift: adminProcedure
    .input(z.strictObject({ id: z.uuid('This is not the id of an entry.') }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await liftSuppression(ctx.deps, { id: input.id, actorId: ctx.person.id });
      return null;
    }),
});
