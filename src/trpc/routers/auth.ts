import { z } from 'zod';
import { startGoogle } from '@/auth/google';
import { safeReturnPath } from '@/auth/own-host';
import { endSession, signInWithPassword } from '@/auth/session';
import { findAccountAccess } from '@/db/account-access';
import { LinkPurpose } from '@/domain/account/account-access';
import {
  CreateUserSchema,
  EmailRequest,
  LinkSecret,
  LoginSchema,
  ResetPasswordInput,
} from '@/domain/account/account-input';
import { Person } from '@/domain/account/person';
import { TimeZone } from '@/domain/written/time-zone';
import { getEnv } from '@/env';
import { Confirmation, confirmLink } from '@/flows/account/confirm-link';
import { findStandingAccess } from '@/flows/account/end-access';
import { peekLink } from '@/flows/account/redeem-link';
import { registerPerson, registerQuietly } from '@/flows/account/register-person';
import { mailPasswordReset, resetPassword } from '@/flows/account/reset-password';
import { confirmationTicket } from '@/flows/account/show-confirmation';
import { sendSoon } from '@/flows/upkeep/send-notifications';
import { afterAnswer } from '../after-answer';
import { publicProcedure, type RequestContext, router } from '../init';
import { Standing } from './account';

const Registration = z.strictObject({ ...CreateUserSchema.shape, timeZone: TimeZone.catch('UTC').default('UTC') });
const LinkInput = z.strictObject({ secret: LinkSecret });

/** Does the work after the answer and sends the mails that it wrote. */
function quietly({ deps }: Pick<RequestContext, 'deps'>, work: () => Promise<unknown>): void {
  afterAnswer(deps.log, async () => {
    await work();
    await sendSoon(deps);
  });
}

export const authRouter = router({
  /** Who is signed in, null when nobody is. */
  me: publicProcedure.output(Person.nullable()).query(({ ctx }) => ctx.person),

  /**
   * Opens an account. Where addresses must be confirmed first, the answer is the same for every address and comes
   * before anything is looked up; else the person is signed in at once. `outboxTicket` opens `outbox.confirmation`.
   */
  register: publicProcedure
    .input(Registration)
    .output(z.strictObject({ signedIn: z.boolean(), outboxTicket: z.string().nullable() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.guard.admit('register', { address: ctx.ip, account: input.email });
      const admission = { everyone: getEnv().BETA_OPEN };
      if (getEnv().VERIFY_EMAIL) {
        const outboxTicket = confirmationTicket(ctx.deps, input.email);
        quietly(ctx, () => registerQuietly(ctx.deps, input, admission));
        return { signedIn: false, outboxTicket };
      }
      await registerPerson(ctx.deps, input, admission);
      await signInWithPassword(input.email, input.password);
      return { signedIn: true, outboxTicket: null };
    }),

  /** Signs in: the answer sets the session cookie. */
  signIn: publicProcedure
    .input(LoginSchema)
    .output(z.null())
    .mutation(async ({ input }) => {
      await signInWithPassword(input.email, input.password);
      return null;
    }),

  /** The address at Google to go to, for signing in or opening an account. */
  withGoogle: publicProcedure
    .input(z.strictObject({ next: z.string().max(500).optional() }))
    .output(z.strictObject({ url: z.string() }))
    .mutation(async ({ input }) => ({ url: await startGoogle(safeReturnPath(input.next), null) })),

  /** Ends this session, here and in the database. */
  signOut: publicProcedure.output(z.null()).mutation(async () => {
    await endSession();
    return null;
  }),

  /** Mails a link for a new password, if the address has an account. Always the same answer, at once. */
  forgotPassword: publicProcedure
    .input(EmailRequest)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.guard.admit('forgotPassword', { address: ctx.ip, account: input.email });
      quietly(ctx, () => mailPasswordReset(ctx.deps, input.email));
      return null;
    }),

  /** Sets a new password by a mailed link. Signs nobody in. */
  resetPassword: publicProcedure
    .input(ResetPasswordInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx.deps, input);
      return null;
    }),

  /** What a mailed link would do, null if it no longer works. Uses nothing up. */
  link: publicProcedure
    .input(LinkInput)
    .output(z.strictObject({ purpose: LinkPurpose, email: z.string(), standing: Standing.nullable() }).nullable())
    .query(async ({ ctx, input }) => {
      const link = await peekLink(ctx.deps, input.secret);
      if (link === null) return null;
      const account = link.purpose === 'reset_password' ? await findAccountAccess(ctx.deps.db, link.userId) : null;
      const standing = account && (await findStandingAccess(ctx.deps.db, account));
      return { purpose: link.purpose, email: link.email, standing };
    }),

  /** Does what a mailed link is for. A mutation: programs that open links act on nothing. */
  confirmLink: publicProcedure
    .input(LinkInput)
    .output(Confirmation)
    .mutation(({ ctx, input }) => confirmLink(ctx.deps, input.secret)),
});
