import { z } from 'zod';
import { countActs } from '@/db/admin/audit-list';
import { AuditFilterInput, MOST_EXPORTED_ACTS } from '@/domain/account/administration';
import { AuditAction, AuditActor, AuditRecordType } from '@/domain/account/audit';
import { listActs } from '@/flows/admin/list-acts';
import { adminProcedure, router } from '../init';
import { AdminPage } from './admin-page';

const ActView = z.strictObject({
  id: z.uuid(),
  at: z.date(),
  action: AuditAction,
  actor: AuditActor,
  actorId: z.uuid().nullable(),
  actorEmail: z.string().nullable(),
  personId: z.uuid().nullable(),
  personEmail: z.string().nullable(),
  recordType: AuditRecordType,
  recordId: z.string(),
  details: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});

/** Who did what; as a file it is at /api/admin/audit.csv. */
export const adminAuditRouter = router({
  /** Acts, newest first. */
  list: adminProcedure
    .input(AdminPage.extend(AuditFilterInput.shape))
    .output(z.strictObject({ acts: z.array(ActView), nextCursor: z.uuid().nullable() }))
    .query(({ ctx, input: { cursor, direction: _, ...filter } }) =>
      listActs(ctx.deps, { ...filter, cursor: cursor ?? undefined }),
    ),

  /** How many acts there are, counted as far as one file holds; `more` where there are more. */
  count: adminProcedure
    .input(AuditFilterInput)
    .output(z.strictObject({ count: z.number().int(), more: z.boolean() }))
    .query(async ({ ctx, input }) => {
      const count = await countActs(ctx.deps.db, input, MOST_EXPORTED_ACTS + 1);
      return { count: Math.min(count, MOST_EXPORTED_ACTS), more: count > MOST_EXPORTED_ACTS };
    }),
});
