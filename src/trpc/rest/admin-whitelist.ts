import { z } from 'zod';
import { BetaUserSchema } from '@/domain/account/administration';
import { adminProcedure, router } from '../init';
import { createCaller, type RouterOutputs } from '../root';
import { Limit, TrueOrFalse } from './page-input';
import { Moment } from './view';

const BetaUser = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    addedAt: Moment,
    addedBy: z.uuid().nullable().meta({ description: 'The id of the admin; null where that account is gone' }),
    isActive: z.boolean(),
  })
  .meta({ id: 'BetaUser' });

type Entry = RouterOutputs['admin']['whitelist']['list']['entries'][number];

function restEntry({ id, email, addedAt, addedBy, isActive }: Entry): z.infer<typeof BetaUser> {
  return { id, email, addedAt: addedAt.toISOString(), addedBy, isActive };
}

/** What one request changed: the entry, and whether somebody who waited was let in by it. */
const ChangedEntry = z.strictObject({ success: z.literal(true), entry: BetaUser, admitted: z.boolean() });

const about = { tags: ['Administration'], errorResponses: [] };

export const restWhitelistRouter = router({
  list: adminProcedure
    .meta({
      openapi: { ...about, method: 'GET', path: '/api/admin/whitelist', summary: 'The whitelist, newest first' },
    })
    .input(
      z.strictObject({
        search: z.string().max(320).optional().meta({ description: 'A part of the address' }),
        limit: Limit,
        cursor: z.uuid('This is not a cursor.').optional(),
      }),
    )
    .output(z.strictObject({ entries: z.array(BetaUser), nextCursor: z.uuid().nullable() }))
    .query(async ({ ctx, input }) => {
      const { entries, nextCursor } = await createCaller(ctx).admin.whitelist.list(input);
      return { entries: entries.map(restEntry), nextCursor };
    }),

  add: adminProcedure
    .meta({
      openapi: { ...about, method: 'POST', path: '/api/admin/whitelist', summary: 'Put an address on the whitelist' },
    })
    .input(BetaUserSchema.extend({ isActive: TrueOrFalse.default(true) }))
    .output(ChangedEntry)
    .mutation(async ({ ctx, input }) => {
      const { entry, admitted } = await createCaller(ctx).admin.whitelist.add(input);
      return { success: true as const, entry: restEntry(entry), admitted };
    }),

  setActive: adminProcedure
    .meta({
      openapi: {
        ...about,
        method: 'PUT',
        path: '/api/admin/whitelist/{id}',
        summary: 'Activate or deactivate an entry',
      },
    })
    .input(z.strictObject({ id: z.uuid('This is not the id of an entry.'), isActive: TrueOrFalse }))
    .output(ChangedEntry)
    .mutation(async ({ ctx, input }) => {
      const { entry, admitted } = await createCaller(ctx).admin.whitelist.setActive(input);
      return { success: true as const, entry: restEntry(entry), admitted };
    }),
});
