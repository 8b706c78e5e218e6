import { z } from 'zod';
import { listRestrictions } from '@/db/restrictions';
import { RestrictionCause, RestrictionKind } from '@/domain/account/judge-abuse';
import { liftRestrictions } from '@/flows/admin/restrict-person';
import { adminProcedure, router } from '../init';
import { AdminPage } from './admin-page';

const RestrictionView = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  email: z.string(),
  name: z.string(),
  kind: RestrictionKind,
  /** What code noticed; "admin" where an admin decided. */
  pattern: RestrictionCause,
  reason: z.string(),
  seen: z.number().int(),
  /** The admin's address who decided; null for code, and when that account is gone. */
  setBy: z.string().nullable(),
  startsAt: z.date(),
  endsAt: z.date(),
  liftedAt: z.date().nullable(),
  liftedBy: z.string().nullable(),
});

/** What people may not do for a while. */
export const adminRestrictionsRouter = router({
  /** Newest first; those that are over too, unless only live ones are asked for. */
  list: adminProcedure
    .input(AdminPage.extend({ live: z.boolean().default(false) }))
    .output(z.strictObject({ restrictions: z.array(RestrictionView), nextCursor: z.uuid().nullable() }))
    .query(async ({ ctx: { deps }, input: { cursor, limit, live } }) => {
      const page = { limit: limit + 1, after: cursor ?? undefined, liveAt: live ? deps.now() : undefined };
      const rows = await listRestrictions(deps.db, page);
      const restrictions = rows.slice(0, limit);
      return { restrictions, nextCursor: rows.length > limit ? (restrictions.at(-1)?.id ?? null) : null };
    }),

  /** Lifts all restrictions of a person before their time. Returns how many. */
  lift: adminProcedure
    .input(z.strictObject({ id: z.uuid('This is not the id of a person.') }))
    .output(z.number().int())
    .mutation(({ ctx, input }) => liftRestrictions(ctx.deps, { personId: input.id, actorId: ctx.person.id })),
});
