import { z } from 'zod';
import { openBearerSession } from '@/auth/bearer';
import { checkCredentials } from '@/auth/credentials';
import { revokeSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { CreateUserSchema, LoginSchema } from '@/domain/account-input';
import { DomainError } from '@/domain/errors';
import { getEnv } from '@/env';
import { registerPerson } from '@/flows/register-person';
import { publicProcedure, type RequestContext, router, signedInProcedure } from '../init';

const Registered = z.strictObject({ id: z.uuid(), email: z.string(), name: z.string() });
const SignedIn = Registered.extend({ isBetaUser: z.boolean() });
const token = z
  .string()
  .meta({ description: 'Send it as `Authorization: Bearer …`. It lasts 30 days, or until sign-out' });

const about = { tags: ['Accounts'], errorResponses: [] };

const WRONG = 'This email address and password do not belong together. Check both and try again.';
const SUSPENDED = 'This account is suspended. Write to us if you think that is a mistake.';

export const restAuthRouter = router({
  register: publicProcedure
    .meta({
      status: 201,
      openapi: { ...about, method: 'POST', path: '/api/auth/register', summary: 'Open an account', protect: false },
    })
    .input(z.strictObject(CreateUserSchema.shape))
    .output(z.strictObject({ success: z.literal(true), user: Registered, token }))
    .mutation(async ({ ctx, input }) => {
      const admission = { everyone: getEnv().BETA_OPEN };
      const { id, email, name } = await registerPerson(ctx.deps, { ...input, timeZone: 'UTC' }, admission);
      return { success: true as const, user: { id, email, name }, token: await openBearerSession(id, originOf(ctx)) };
    }),

  login: publicProcedure
    .meta({ openapi: { ...about, method: 'POST', path: '/api/auth/login', summary: 'Sign in', protect: false } })
    .input(z.strictObject(LoginSchema.shape))
    .output(z.strictObject({ success: z.literal(true), user: SignedIn, token }))
    .mutation(async ({ ctx, input }) => {
      const check = await checkCredentials(ctx.deps.db, input, { onlyVerified: getEnv().VERIFY_EMAIL });
      if (!check.ok) throw refusal(check.reason);
      return signInAs(ctx, check.userId);
    }),

  logout: signedInProcedure
    .meta({
      openapi: { ...about, method: 'POST', path: '/api/auth/logout', summary: 'End this session and its token' },
    })
    .input(z.strictObject({}).optional())
    .output(z.strictObject({ success: z.literal(true) }))
    .mutation(async ({ ctx }) => {
      await revokeSession(ctx.deps.db, ctx.person.id, ctx.sessionId, ctx.deps.now());
      return { success: true as const };
    }),
});

function originOf({ userAgent, ip }: RequestContext) {
  return { userAgent, ip };
}

async function signInAs(ctx: RequestContext, userId: string) {
  const person = await findPerson(ctx.deps.db, userId);
  if (person === null) throw refusal('wrong');
  const { id, email, name, isBetaUser } = person;
  const opened = await openBearerSession(id, originOf(ctx));
  return { success: true as const, user: { id, email, name, isBetaUser }, token: opened };
}

function refusal(reason: 'wrong' | 'suspended'): DomainError {
  return reason === 'suspended'
    ? new DomainError('forbidden', 'suspended', SUSPENDED)
    : new DomainError('unauthenticated', 'wrong_credentials', WRONG);
}
