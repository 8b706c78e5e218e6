import { z } from 'zod';
import { findAccountAccess } from '@/db/account-access';
import { listSessions, revokeSession, revokeSessions } from '@/db/sessions';
import { updateProfile } from '@/db/users';
import { ChangePasswordInput, CreateUserSchema } from '@/domain/account-input';
import { DomainError } from '@/domain/errors';
import { Person } from '@/domain/person';
import { TimeZone } from '@/domain/time-zone';
import { changePassword } from '@/flows/change-password';
import { mailVerification } from '@/flows/confirm-link';
import { sendNotifications } from '@/flows/send-notifications';
import { afterAnswer } from '../after-answer';
import { router, signedInProcedure } from '../init';

const Profile = z.strictObject({ name: CreateUserSchema.shape.name, timeZone: TimeZone });

const Session = z.strictObject({
  id: z.uuid(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});

const Access = z.strictObject({
  email: z.string(),
  emailVerified: z.boolean(),
  hasPassword: z.boolean(),
});

export const accountRouter = router({
  /** How the account is entered. */
  access: signedInProcedure.output(Access).query(async ({ ctx }) => {
    const account = await findAccountAccess(ctx.deps.db, ctx.person.id);
    if (account === null) throw new DomainError('not_found', 'no_account', 'This account no longer exists.');
    const { email, emailVerifiedAt, passwordHash } = account;
    return { email, emailVerified: emailVerifiedAt !== null, hasPassword: passwordHash !== null };
  }),

  /** Changes the password and ends the other sessions. */
  changePassword: signedInProcedure
    .input(ChangePasswordInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.deps, { userId: ctx.person.id, sessionId: ctx.sessionId, ...input });
      afterAnswer(ctx.deps.log, () => sendNotifications(ctx.deps));
      return null;
    }),

  /** Mails the link that confirms the address once more. False if that was done often enough, or is not needed. */
  resendVerification: signedInProcedure.output(z.boolean()).mutation(async ({ ctx }) => {
    const mailed = await mailVerification(ctx.deps, ctx.person.id);
    afterAnswer(ctx.deps.log, () => sendNotifications(ctx.deps));
    return mailed;
  }),

  /** Changes name and time zone. */
  updateProfile: signedInProcedure
    .input(Profile)
    .output(Person)
    .mutation(async ({ ctx, input }) => {
      const person = await updateProfile(ctx.deps.db, ctx.person.id, input, ctx.deps.now());
      if (person === null) throw new DomainError('not_found', 'no_account', 'This account no longer exists.');
      return person;
    }),

  /** Where the person is signed in. */
  sessions: signedInProcedure.output(z.array(Session)).query(async ({ ctx }) => {
    const sessions = await listSessions(ctx.deps.db, ctx.person.id, ctx.deps.now());
    return sessions.map((session) => ({ ...session, current: session.id === ctx.sessionId }));
  }),

  /** Signs out one of the person's browsers. */
  revokeSession: signedInProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      const revoked = await revokeSession(ctx.deps.db, ctx.person.id, input.id, ctx.deps.now());
      if (!revoked) throw new DomainError('not_found', 'no_session', 'That sign-in has already ended.');
      return null;
    }),

  /** Signs out everywhere but here. Returns how many sign-ins ended. */
  revokeOtherSessions: signedInProcedure
    .output(z.number().int())
    .mutation(({ ctx }) => revokeSessions(ctx.deps.db, ctx.person.id, ctx.sessionId, ctx.deps.now())),
});
