import { z } from 'zod';
import {
  DeletePersonInput,
  PeopleGroup,
  PeopleOrder,
  RestrictInput,
  SuspendInput,
} from '@/domain/account/administration';
import { endSessions } from '@/flows/account/end-access';
import { setBeta } from '@/flows/admin/admit-person';
import { deletePerson, keepPerson } from '@/flows/admin/delete-person';
import { listPeople } from '@/flows/admin/list-people';
import { mailConfirmation } from '@/flows/admin/mail-confirmation';
import { restrictPerson, suspendPerson } from '@/flows/admin/restrict-person';
import { sendSoon } from '@/flows/upkeep/send-notifications';
import { afterAnswer } from '../after-answer';
import { adminProcedure, router } from '../init';
import { AdminPage } from './admin-page';

const PersonId = z.strictObject({ id: z.uuid('This is not the id of a person.') });

const PersonView = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['member', 'admin']),
  isBetaUser: z.boolean(),
  emailVerified: z.boolean(),
  /** Why their address gets no email; null where it does. */
  emailSuppressed: z.enum(['bounce', 'spam', 'unsubscribe', 'admin']).nullable(),
  monitorCount: z.number().int(),
  checksToday: z.number().int(),
  checksThisMonth: z.number().int(),
  alertsThisMonth: z.number().int(),
  lastLoginAt: z.date().nullable(),
  lastSeenAt: z.date().nullable(),
  suspendedAt: z.date().nullable(),
  suspendedReason: z.string().nullable(),
  deletionRequestedAt: z.date().nullable(),
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

const PeopleRequest = AdminPage.extend({
  search: z.string().max(100).optional(),
  only: PeopleGroup.optional(),
  order: PeopleOrder.default('newest'),
});

/** People and what an admin may do about them. */
export const adminPeopleRouter = router({
  /** People in the order asked for, found by a part of address or name, or by their state. */
  list: adminProcedure
    .input(PeopleRequest)
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
    .input(SuspendInput)
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

  /** Closes something to a person for some days. */
  restrict: adminProcedure
    .input(RestrictInput)
    .output(z.strictObject({ id: z.uuid(), endsAt: z.date() }))
    .mutation(({ ctx, input: { id, ...restriction } }) =>
      restrictPerson(ctx.deps, { ...restriction, personId: id, actorId: ctx.person.id }),
    ),

  /** Ends all of a person's sign-ins. Returns how many. */
  signOutEverywhere: adminProcedure
    .input(PersonId)
    .output(z.number().int())
    .mutation(({ ctx, input }) => endSessions(ctx.deps, { personId: input.id, actorId: ctx.person.id })),

  /** Mails the link that confirms a person's address once more. */
  resendVerification: adminProcedure
    .input(PersonId)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await mailConfirmation(ctx.deps, { personId: input.id, actorId: ctx.person.id });
      afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
      return null;
    }),

  /** Asks for the deletion of a person's account, whose address is given too. Returns when it is removed. */
  delete: adminProcedure
    .input(DeletePersonInput)
    .output(z.date())
    .mutation(async ({ ctx, input: { id, ...request } }) => {
      const removedAt = await deletePerson(ctx.deps, { ...request, personId: id, actorId: ctx.person.id });
      afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
      return removedAt;
    }),

  /** Takes a deletion back, whoever asked for it. */
  keep: adminProcedure
    .input(PersonId)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await keepPerson(ctx.deps, { personId: input.id, actorId: ctx.person.id });
      return null;
    }),
});
