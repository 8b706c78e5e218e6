import { z } from 'zod';
import { startGoogle } from '@/auth/google';
import { findAccountAccess } from '@/db/account-access';
import { listApiTokens } from '@/db/api-tokens';
import { findNewestExport } from '@/db/data-exports';
import { findPendingEmail } from '@/db/email-links';
import { listLiveRestrictions } from '@/db/restrictions';
import { listSessions } from '@/db/sessions';
import { DELETION_DELAY_MS, NewApiToken, TokenScope } from '@/domain/account/account-access';
import {
  ChangeEmailInput,
  ChangePasswordInput,
  CreateUserSchema,
  PresentPassword,
} from '@/domain/account/account-input';
import { RestrictionKind } from '@/domain/account/judge-abuse';
import { Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import { LocaleChoice } from '@/domain/locale-choice';
import { TimeZone } from '@/domain/written/time-zone';
import { getEnv } from '@/env';
import { cancelEmailChange, requestEmailChange } from '@/flows/account/change-email';
import { changePassword } from '@/flows/account/change-password';
import { changeProfile } from '@/flows/account/change-profile';
import { mailVerification } from '@/flows/account/confirm-link';
import { keepAccount, requestDeletion } from '@/flows/account/delete-account';
import { findStandingAccess, signOutBrowser, signOutElsewhere } from '@/flows/account/end-access';
import { makeExports, requestExport } from '@/flows/account/export-data';
import { disconnectGoogle } from '@/flows/account/google-account';
import { createApiToken, revokeApiToken } from '@/flows/account/manage-api-tokens';
import { sendSoon } from '@/flows/upkeep/send-notifications';
import { afterAnswer } from '../after-answer';
import { passwordProcedure, router, signedInProcedure } from '../init';

const Profile = z.strictObject({ name: CreateUserSchema.shape.name, timeZone: TimeZone, locale: LocaleChoice });

const Session = z.strictObject({
  id: z.uuid(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});

/** What a new password ends unless told otherwise. */
export const Standing = z.strictObject({ apiTokens: z.number().int(), newGoogle: z.boolean() });

const Access = z.strictObject({
  email: z.string(),
  emailVerified: z.boolean(),
  hasPassword: z.boolean(),
  /** When everything is removed, if the person asked for that. */
  removedAt: z.date().nullable(),
  /** The address the account moves to once both addresses have confirmed. */
  pendingEmail: z.string().nullable(),
  /** Null where this installation has no Google sign-in. */
  googleConnected: z.boolean().nullable(),
  standing: Standing,
});

const Token = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Its last characters. */
  hint: z.string(),
  scopes: z.array(TokenScope),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
});

const DataExport = z.strictObject({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  /** Percent. */
  progress: z.number().int(),
  requestedAt: z.date(),
  expiresAt: z.date().nullable(),
  size: z.number().int().nullable(),
});

const Restriction = z.strictObject({ id: z.uuid(), kind: RestrictionKind, reason: z.string(), endsAt: z.date() });

export const accountRouter = router({
  /** How the account is entered. */
  access: signedInProcedure.output(Access).query(async ({ ctx }) => {
    const account = await findAccountAccess(ctx.deps.db, ctx.person.id);
    if (account === null) throw new DomainError('not_found', 'no_account', 'This account no longer exists.');
    const { email, emailVerifiedAt, passwordHash, deletionRequestedAt: asked } = account;
    return {
      email,
      emailVerified: emailVerifiedAt !== null,
      hasPassword: passwordHash !== null,
      removedAt: asked && new Date(asked.getTime() + DELETION_DELAY_MS),
      pendingEmail: await findPendingEmail(ctx.deps.db, account.id, ctx.deps.now()),
      standing: await findStandingAccess(ctx.deps.db, account),
      googleConnected: getEnv().GOOGLE_CLIENT_ID ? account.googleId !== null : null,
    };
  }),

  /** Changes the password and ends the other sessions and, unless kept, API tokens and a newer Google link. */
  changePassword: passwordProcedure
    .input(ChangePasswordInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.deps, { userId: ctx.person.id, sessionId: ctx.sessionId, ...input });
      afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
      return null;
    }),

  /** Mails the link that confirms the address once more. False if that was done often enough, or is not needed. */
  resendVerification: signedInProcedure.output(z.boolean()).mutation(async ({ ctx }) => {
    const mailed = await mailVerification(ctx.deps, ctx.person.id);
    afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
    return mailed;
  }),

  /** Changes name, time zone and how numbers and dates are written. */
  updateProfile: signedInProcedure
    .input(Profile)
    .output(Person)
    .mutation(({ ctx, input }) => changeProfile(ctx.deps, ctx.person, input)),

  /** What is closed to the person for a while, and why; the one that lasts longest first. */
  restrictions: signedInProcedure.output(z.array(Restriction)).query(async ({ ctx }) => {
    const live = await listLiveRestrictions(ctx.deps.db, ctx.person.id, ctx.deps.now());
    return live.map(({ id, kind, reason, endsAt }) => ({ id, kind, reason, endsAt }));
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
      await signOutBrowser(ctx.deps, { userId: ctx.person.id, id: input.id });
      return null;
    }),

  /** Signs out everywhere but here. Returns how many sign-ins ended. */
  revokeOtherSessions: signedInProcedure
    .output(z.number().int())
    .mutation(({ ctx }) => signOutElsewhere(ctx.deps, { userId: ctx.person.id, sessionId: ctx.sessionId })),

  /** The person's API tokens that work. */
  tokens: signedInProcedure.output(z.array(Token)).query(({ ctx }) => listApiTokens(ctx.deps.db, ctx.person.id)),

  /** Makes an API token; its secret is in this answer only. */
  createToken: signedInProcedure
    .input(NewApiToken)
    .output(Token.extend({ secret: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const token = await createApiToken(ctx.deps, ctx.person, input);
      afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
      return token;
    }),

  /** Ends an API token at once. */
  revokeToken: signedInProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await revokeApiToken(ctx.deps, { userId: ctx.person.id, id: input.id });
      return null;
    }),

  /** Asks for the account's deletion. Returns when everything will be removed. */
  requestDeletion: passwordProcedure
    .input(z.strictObject({ password: PresentPassword }))
    .output(z.date())
    .mutation(async ({ ctx, input }) => {
      const proof = { userId: ctx.person.id, sessionId: ctx.sessionId, ...input };
      const removedAt = await requestDeletion(ctx.deps, proof);
      afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
      return removedAt;
    }),

  /** Takes the request for deletion back. */
  keepAccount: signedInProcedure.output(z.null()).mutation(async ({ ctx }) => {
    await keepAccount(ctx.deps, ctx.person.id);
    return null;
  }),

  /** The newest zip of the person's data, being made or ready; null if there is none. */
  export: signedInProcedure
    .output(DataExport.nullable())
    .query(({ ctx }) => findNewestExport(ctx.deps.db, ctx.person.id, ctx.deps.now())),

  /** Asks for a zip of all the person's data. It is made in the background. */
  requestExport: signedInProcedure.output(DataExport).mutation(async ({ ctx }) => {
    const asked = await requestExport(ctx.deps, ctx.person.id);
    afterAnswer(ctx.deps.log, () => makeExports(ctx.deps));
    return asked;
  }),

  /** Mails both addresses a link; the account moves when both have confirmed. */
  changeEmail: passwordProcedure
    .input(ChangeEmailInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await requestEmailChange(ctx.deps, { userId: ctx.person.id, sessionId: ctx.sessionId, ...input });
      afterAnswer(ctx.deps.log, () => sendSoon(ctx.deps));
      return null;
    }),

  /** Takes the change of address back. */
  cancelEmailChange: signedInProcedure.output(z.null()).mutation(async ({ ctx }) => {
    await cancelEmailChange(ctx.deps, ctx.person.id);
    return null;
  }),

  /** The address at Google to go to, for connecting a Google account to this one. */
  connectGoogle: signedInProcedure
    .output(z.strictObject({ url: z.string() }))
    .mutation(async ({ ctx }) => ({ url: await startGoogle('/account', ctx.sessionId) })),

  /** Google signs in to this account no longer. */
  disconnectGoogle: signedInProcedure.output(z.null()).mutation(async ({ ctx }) => {
    await disconnectGoogle(ctx.deps, ctx.person.id);
    return null;
  }),
});
