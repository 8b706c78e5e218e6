import { z } from 'zod';
import { endSession, signInWithPassword } from '@/auth/session';
import { CreateUserSchema, LoginSchema } from '@/domain/account-input';
import { Person } from '@/domain/person';
import { TimeZone } from '@/domain/time-zone';
import { getEnv } from '@/env';
import { registerPerson } from '@/flows/register-person';
import { publicProcedure, router } from '../init';

const Registration = z.strictObject({ ...CreateUserSchema.shape, timeZone: TimeZone.catch('UTC').default('UTC') });

export const authRouter = router({
  /** Who is signed in, null when nobody is. */
  me: publicProcedure.output(Person.nullable()).query(({ ctx }) => ctx.person),

  /** Opens an account and signs in. */
  register: publicProcedure
    .input(Registration)
    .output(Person)
    .mutation(async ({ ctx, input }) => {
      const person = await registerPerson(ctx.deps, input, { everyone: getEnv().BETA_OPEN });
      await signInWithPassword(input.email, input.password);
      return person;
    }),

  /** Signs in: the answer sets the session cookie. */
  signIn: publicProcedure
    .input(LoginSchema)
    .output(z.null())
    .mutation(async ({ input }) => {
      await signInWithPassword(input.email, input.password);
      return null;
    }),

  /** Ends this session, here and in the database. */
  signOut: publicProcedure.output(z.null()).mutation(async () => {
    await endSession();
    return null;
  }),
});
