import { z } from 'zod';
import { openBearerSession } from '@/auth/bearer';
import { exchangeGoogleCode } from '@/auth/google-code';
import { checkGuarded, suspended } from '@/auth/guarded-credentials';
import { revokeSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { CreateUserSchema, LoginSchema } from '@/domain/account/account-input';
import { DomainError } from '@/domain/errors';
import { getEnv } from '@/env';
import { arriveWithGoogle, type GoogleRefusal } from '@/flows/account/google-account';
import { type Registration as NewAccount, registerPerson, registerQuietly } from '@/flows/account/register-person';
import { sendSoon } from '@/flows/upkeep/send-notifications';
import { afterAnswer } from '../after-answer';
import { publicProcedure, type RequestContext, router, signedInProcedure } from '../init';

const Registered = z.strictObject({ id: z.uuid(), email: z.string(), name: z.string() });
const SignedIn = Registered.extend({ isBetaUser: z.boolean() });
const token = z
  .string()
  .meta({ description: 'Send it as `Authorization: Bearer …`. It lasts 30 days, or until sign-out' });

const Registration = z.strictObject({
  success: z.literal(true),
  user: Registered.extend({ id: z.uuid().nullable() }),
  token: token.nullable(),
});

const about = { tags: ['Accounts'], errorResponses: [] };

const WRONG = 'This email address and password do not belong together. Check both and try again.';

export const restAuthRouter = router({
  register: publicProcedure
    .meta({
      status: 201,
      openapi: {
        ...about,
        method: 'POST',
        path: '/api/auth/register',
        summary: 'Open an account',
        protect: false,
        description:
          'Where addresses must be confirmed first, `id` and `token` are null, whatever the address: a mail goes ' +
          'to it. ' +
          'Confirm it by that mail, then sign in.',
      },
    })
    .input(z.strictObject(CreateUserSchema.shape))
    .output(Registration)
    .mutation(({ ctx, input }) => register(ctx, { ...input, timeZone: 'UTC' })),

  login: publicProcedure
    .meta({ openapi: { ...about, method: 'POST', path: '/api/auth/login', summary: 'Sign in', protect: false } })
    .input(z.strictObject(LoginSchema.shape))
    .output(z.strictObject({ success: z.literal(true), user: SignedIn, token }))
    .mutation(async ({ ctx, input }) => {
      const outside = { db: ctx.deps.db, guard: ctx.guard };
      // Programs keep no cookies: none of them is a known browser.
      const tried = { onlyVerified: getEnv().VERIFY_EMAIL, address: ctx.ip, browser: null };
      const check = await checkGuarded(outside, input, tried);
      if (!check.ok) throw check.reason === 'wrong' ? refusal() : check.refusal;
      return signInAs(ctx, check.userId);
    }),

  google: publicProcedure
    .meta({
      openapi: {
        ...about,
        method: 'POST',
        path: '/api/auth/oauth/google',
        summary: 'Sign in with Google, or open an account',
        description:
          'Send the code that Google gave your program for its `redirectUri`, asked for with the scope ' +
          '`openid email profile`, without a nonce and without PKCE. An address that has an account with a password ' +
          'gets a mail first: 409 until its owner confirms.',
        protect: false,
      },
    })
    .input(z.strictObject({ code: z.string().min(1).max(2_000), redirectUri: z.url().max(2_000) }))
    .output(z.strictObject({ success: z.literal(true), user: SignedIn, token }))
    .mutation(async ({ ctx, input }) => {
      const identity = await exchangeGoogleCode(input.code, input.redirectUri);
      const options = { linkTo: null, everyone: getEnv().BETA_OPEN };
      const arrival = await arriveWithGoogle(ctx.deps, identity, options);
      if ('userId' in arrival) return signInAs(ctx, arrival.userId);
      // The mail that a refusal may have written waits for the sender, which comes by every few seconds.
      throw arrival.refused === 'suspended' ? suspended(null) : GOOGLE_REFUSALS[arrival.refused];
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

/**
 * Where addresses must be confirmed first, the answer is the same for every address and comes before anything is looked
 * up, as on the page; else the token works at once.
 */
async function register(ctx: RequestContext, input: NewAccount): Promise<z.infer<typeof Registration>> {
  const { email, name } = input;
  await ctx.guard.admit('register', { address: ctx.ip, account: email });
  const admission = { everyone: getEnv().BETA_OPEN };
  if (!getEnv().VERIFY_EMAIL) {
    const { id } = await registerPerson(ctx.deps, input, admission);
    return { success: true, user: { id, email, name }, token: await openBearerSession(id, originOf(ctx)) };
  }
  afterAnswer(ctx.deps.log, async () => {
    await registerQuietly(ctx.deps, input, admission);
    await sendSoon(ctx.deps);
  });
  return { success: true, user: { id: null, email, name }, token: null };
}

function originOf({ userAgent, ip }: RequestContext) {
  return { userAgent, ip };
}

async function signInAs(ctx: RequestContext, userId: string) {
  const person = await findPerson(ctx.deps.db, userId);
  if (person === null) throw refusal();
  const { id, email, name, isBetaUser } = person;
  const opened = await openBearerSession(id, originOf(ctx));
  return { success: true as const, user: { id, email, name, isBetaUser }, token: opened };
}

const GOOGLE_REFUSALS: Record<Exclude<GoogleRefusal, 'suspended'>, DomainError> = {
  unverified: new DomainError(
    'forbidden',
    'google_unverified',
    'Google has not verified this address. Verify it there.',
  ),
  confirm: new DomainError(
    'conflict',
    'google_confirm',
    'This address has an account. We have mailed it a link: open it to sign in with Google from then on.',
  ),
  other_account: new DomainError('conflict', 'google_linked', 'This Google account belongs to another account here.'),
};

function refusal(): DomainError {
  return new DomainError('unauthenticated', 'wrong_credentials', WRONG);
}
