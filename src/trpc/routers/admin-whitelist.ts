import { z } from 'zod';
import { BetaUserSchema } from '@/domain/account/administration';
import { admitAddress, readWhitelist, setAddressActive } from '@/flows/admin/manage-whitelist';
import { adminProcedure, router } from '../init';
import { AdminPage } from './admin-page';

const WhitelistView = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  addedAt: z.date(),
  /** The admin's id; null when that account is gone. */
  addedBy: z.uuid().nullable(),
  addedByEmail: z.string().nullable(),
  isActive: z.boolean(),
});

/** An entry as it is now, and whether it let in somebody who waited. */
const Changed = z.strictObject({ entry: WhitelistView, admitted: z.boolean() });

/** The addresses that are let in when they register. */
export const adminWhitelistRouter = router({
  /** Newest first, with those that are not active. */
  list: adminProcedure
    .input(AdminPage.extend({ search: z.string().max(320).optional(), isActive: z.boolean().optional() }))
    .output(z.strictObject({ entries: z.array(WhitelistView), nextCursor: z.uuid().nullable() }))
    .query(({ ctx, input }) => readWhitelist(ctx.deps, { ...input, cursor: input.cursor ?? undefined })),

  /** Puts an address on the list; while active it lets in who registers later, and who has and waits. */
  add: adminProcedure
    .input(BetaUserSchema)
    .output(Changed)
    .mutation(({ ctx, input }) => admitAddress(ctx.deps, { ...input, actorId: ctx.person.id })),

  /** Makes an entry let people in, or no more. */
  setActive: adminProcedure
    .input(z.strictObject({ id: z.uuid('This is not the id of an entry.'), isActive: z.boolean() }))
    .output(Changed)
    .mutation(({ ctx, input: { id, isActive } }) =>
      setAddressActive(ctx.deps, { entryId: id, isActive, actorId: ctx.person.id }),
    ),
});
