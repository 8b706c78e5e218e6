import { z } from 'zod';
import { listSessions, revokeSession, revokeSessions } from '@/db/sessions';
import { updateProfile } from '@/db/users';
import { CreateUserSchema } from '@/domain/account-input';
import { DomainError } from '@/domain/errors';
import { Person } from '@/domain/person';
import { TimeZone } from '@/domain/time-zone';
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

export const accountRouter = router({
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
