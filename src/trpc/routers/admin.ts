import { z } from 'zod';
import { countWaiting } from '@/db/notification-claims';
import { listRestrictions } from '@/db/restrictions';
import { listOpenFaults } from '@/db/service-faults';
import { CreateUserSchema } from '@/domain/account/account-input';
import { AuditAction, AuditActor, AuditRecordType } from '@/domain/account/audit';
import { AbusePattern, RestrictionKind } from '@/domain/account/judge-abuse';
import { HEALTH } from '@/domain/health';
import { endSessions } from '@/flows/account/end-access';
import { setBeta } from '@/flows/admin/admit-person';
import { listActs } from '@/flows/admin/list-acts';
import { listPeople } from '@/flows/admin/list-people';
import { admitAddress, readWhitelist, revokeAddress } from '@/flows/admin/manage-whitelist';
import { readStats } from '@/flows/admin/read-stats';
import { liftRestrictions, suspendPerson } from '@/flows/admin/restrict-person';
import { adminProcedure, router } from '../init';

const PersonId = z.strictObject({ id: z.uuid('This is not the id of a person.') });
const Page = z.strictObject({
  /** The `nextCursor` of the page before. */
  cursor: z.uuid('This is not a cursor.').nullish(),
  limit: z.number().int().min(1).max(100).default(50),
  /** What tRPC's infinite queries add; there is only one way to go. */
  direction: z.literal('forward').optional(),
});

const PersonView = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['member', 'admin']),
  isBetaUser: z.boolean(),
  emailVerified: z.boolean(),
  monitorCount: z.number().int(),
  lastLoginAt: z.date().nullable(),
  suspendedAt: z.date().nullable(),
  suspendedReason: z.string().nullable(),
  /** Until when something is closed to them, at the latest; null when nothing is. */
  restrictedUntil: z.date().nullable(),
  createdAt: z.date(),
});

const AccountState = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  isBetaUser: z.boolean(),
  suspendedAt: z.date().nullable(),
});

const WhitelistView = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  addedAt: z.date(),
  addedBy: z.string().nullable(),
  isActive: z.boolean(),
});

const RestrictionView = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  email: z.string(),
  name: z.string(),
  kind: RestrictionKind,
  pattern: AbusePattern,
  reason: z.string(),
  seen: z.number().int(),
  startsAt: z.date(),
  endsAt: z.date(),
  liftedAt: z.date().nullable(),
  liftedBy: z.string().nullable(),
});

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
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});

const Faults = z.strictObject({
  faults: z.array(
    z.strictObject({ service: z.enum(['email']), detail: z.string(), beganAt: z.date(), lastSeenAt: z.date() }),
  ),
  /** Mails that are not sent yet, whenever they are due. */
  emailsWaiting: z.number().int(),
});

const Part = z.strictObject({ health: z.enum(HEALTH), detail: z.string() });

const Stats = z.strictObject({
  totalUsers: z.number().int(),
  betaUsers: z.number().int(),
  totalMonitors: z.number().int(),
  activeMonitors: z.number().int(),
  dailyEvaluations: z.number().int(),
  emailsSent24h: z.number().int(),
  health: z.strictObject({ database: Part, aiProviders: Part, emailService: Part, scrapingService: Part }),
});

/** For admins only; to others none of it exists. */
export const adminRouter = router({
  /** People, newest account first, found by a part of address or name, or by what they wait for. */
  people: adminProcedure
    .input(Page.extend({ search: z.string().max(100).optional(), only: z.enum(['waiting', 'suspended']).optional() }))
    .output(z.strictObject({ people: z.array(PersonView), total: z.number().int(), nextCursor: z.uuid().nullable() }))
    .query(({ ctx, input }) => listPeople(ctx.deps, { ...input, cursor: input.cursor ?? undefined })),

  /** Opens or closes the beta for a person. */
  setBeta: adminProcedure
    .input(PersonId.extend({ isBetaUser: z.boolean() }))
    .output(AccountState)
    .mutation(({ ctx, input }) =>
      setBeta(ctx.deps, { personId: input.id, isBetaUser: input.isBetaUser, actorId: ctx.person.id }),
    ),

  /** Suspends a person, who is signed out everywhere at once. */
  suspend: adminProcedure
    .input(PersonId.extend({ reason: z.string().trim().min(1, 'Say why').max(500) }))
    .output(AccountState)
    .mutation(({ ctx, input }) =>
      suspendPerson(ctx.deps, { personId: input.id, reason: input.reason, actorId: ctx.person.id }),
    ),

  unsuspend: adminProcedure
    .input(PersonId)
    .output(AccountState)
    .mutation(({ ctx, input }) =>
      suspendPerson(ctx.deps, { personId: input.id, reason: null, actorId: ctx.person.id }),
    ),

  /** Ends all of a person's sign-ins. Returns how many. */
  signOutEverywhere: adminProcedure
    .input(PersonId)
    .output(z.number().int())
    .mutation(({ ctx, input }) => endSessions(ctx.deps, { personId: input.id, actorId: ctx.person.id })),

  /** The addresses that are admitted when they register, newest first, with the revoked ones. */
  whitelist: adminProcedure
    .input(Page)
    .output(z.strictObject({ entries: z.array(WhitelistView), nextCursor: z.uuid().nullable() }))
    .query(({ ctx, input }) => readWhitelist(ctx.deps, { ...input, cursor: input.cursor ?? undefined })),

  /** Admits who registers with the address later, and who has and waits. */
  addToWhitelist: adminProcedure
    .input(z.strictObject({ email: CreateUserSchema.shape.email }))
    .output(z.strictObject({ id: z.uuid(), admitted: z.boolean() }))
    .mutation(({ ctx, input }) => admitAddress(ctx.deps, { email: input.email, actorId: ctx.person.id })),

  revokeFromWhitelist: adminProcedure
    .input(z.strictObject({ id: z.uuid('This is not the id of an entry.') }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await revokeAddress(ctx.deps, { entryId: input.id, actorId: ctx.person.id });
      return null;
    }),

  /** Restrictions that code set, newest first, those that are over too. */
  restrictions: adminProcedure
    .input(Page)
    .output(z.strictObject({ restrictions: z.array(RestrictionView), nextCursor: z.uuid().nullable() }))
    .query(async ({ ctx, input: { cursor, limit } }) => {
      const rows = await listRestrictions(ctx.deps.db, { limit: limit + 1, after: cursor ?? undefined });
      const restrictions = rows.slice(0, limit);
      return { restrictions, nextCursor: rows.length > limit ? (restrictions.at(-1)?.id ?? null) : null };
    }),

  /** Lifts all restrictions of a person before their time. Returns how many. */
  liftRestrictions: adminProcedure
    .input(PersonId)
    .output(z.number().int())
    .mutation(({ ctx, input }) => liftRestrictions(ctx.deps, { personId: input.id, actorId: ctx.person.id })),

  /** The audit, newest act first, by person (an address or an id), action and time. */
  audit: adminProcedure
    .input(
      Page.extend({
        person: z.string().trim().max(320).optional(),
        action: AuditAction.optional(),
        from: z.date().optional(),
        before: z.date().optional(),
      }),
    )
    .output(z.strictObject({ acts: z.array(ActView), nextCursor: z.uuid().nullable() }))
    .query(({ ctx, input: { cursor, direction: _, ...filter } }) =>
      listActs(ctx.deps, { ...filter, cursor: cursor ?? undefined }),
    ),

  /** Outside services that refuse us altogether at present, and what waits for them. */
  faults: adminProcedure.output(Faults).query(async ({ ctx: { deps } }) => {
    const faults = await listOpenFaults(deps.db);
    return { faults, emailsWaiting: faults.length > 0 ? await countWaiting(deps.db) : 0 };
  }),

  /** The plan's statistics, and how the parts of the system do. */
  stats: adminProcedure.output(Stats).query(({ ctx }) => readStats(ctx.deps)),
});
