import { headers } from 'next/headers';
import NextAuth, { CredentialsSignin, type NextAuthConfig, type Profile } from 'next-auth';
import { encode, type JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { findAccountByGoogleId } from '@/db/account-access';
import { getDb } from '@/db/connection/connection';
import { isDatabaseDown } from '@/db/connection/database-down';
import { findLiveSession, openSession, revokeSession, touchSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { LoginSchema } from '@/domain/account/account-input';
import type { Person } from '@/domain/account/person';
import type { DomainError } from '@/domain/errors';
import { SEEN_EVERY_MS, SESSION_SECONDS } from '@/domain/limits';
import { getEnv, isHttps } from '@/env';
import { type GoogleArrive, googleProvider, takeLinkIntent } from './google-provider';
import { checkGuarded } from './guarded-credentials';
import { browserOf, markBrowser } from './known-browser';
import { abuseGuard } from './rate-limit/process-guard';
import { requestOrigin } from './request-origin';

declare module 'next-auth/jwt' {
  interface JWT {
    /** The row in `sessions`. The cookie holds this and nothing about the person. */
    sid?: string;
    /** Looked up for this request, never written to the cookie. */
    person?: Person;
    /** The database could not be asked: nobody is signed out for that. */
    unknown?: boolean;
  }
}

declare module 'next-auth' {
  interface Session {
    sid: string;
    person: Person;
    /** True where the database could not be asked who it is; there is no `person` then. */
    unknown?: boolean;
  }
}

/** Why a sign-in was refused. `code` is all that leaves the server. `refusal` is what its person is told. */
export class SignInRefused extends CredentialsSignin {
  constructor(
    override readonly code: 'wrong' | 'suspended' | 'limited',
    readonly refusal: DomainError | null = null,
  ) {
    super();
  }
}

async function authorize(input: unknown, request: Request): Promise<{ id: string }> {
  const address = requestOrigin(request.headers).ip;
  const outside = { db: getDb(), guard: abuseGuard() };
  const email = LoginSchema.shape.email.safeParse((input as { email?: unknown }).email).data;
  const browser = email === undefined ? null : browserOf(request, email);
  const check = await checkGuarded(outside, input, { onlyVerified: getEnv().VERIFY_EMAIL, address, browser });
  if (!check.ok) throw new SignInRefused(check.reason, check.reason === 'wrong' ? null : check.refusal);
  return { id: check.userId };
}

async function startSession(userId: string): Promise<JWT> {
  const origin = requestOrigin(await headers());
  const now = new Date();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const person = await findPerson(getDb(), userId);
  if (person !== null) await markBrowser(person.email);
  return { sid: await openSession(getDb(), userId, origin, { now, expiresAt }) };
}

/** Null ends the session: the row is gone, revoked or expired, or the person is suspended. */
async function resumeSession(token: JWT): Promise<JWT | null> {
  if (token.sid === undefined) return null;
  const now = new Date();
  const live = await findLiveSession(getDb(), token.sid, now);
  if (live === null) return null;
  if (now.getTime() - live.lastSeenAt.getTime() > SEEN_EVERY_MS) await touchSession(getDb(), token.sid, now);
  return { sid: token.sid, person: live.person };
}

function unlessDown(error: unknown, { sid }: JWT): JWT {
  if (sid === undefined || !isDatabaseDown(error)) throw error;
  return { sid, unknown: true };
}

/** Its name without the prefix. */
export const SESSION_COOKIE = 'monitors.session';

/** `__Host-` cookies need https; without it (a developer's machine) they get plain names. */
function cookieNames(https: boolean): NextAuthConfig['cookies'] {
  const prefix = https ? '__Host-' : '';
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const;
  return {
    sessionToken: { name: `${prefix}${SESSION_COOKIE}`, options },
    callbackUrl: { name: `${prefix}monitors.callback`, options },
    csrfToken: { name: `${prefix}monitors.csrf`, options },
  };
}

/** A refused sign-in is an answer, not a fault; the rest must not pass in silence. */
function reportFault(error: Error): void {
  if (!(error instanceof CredentialsSignin)) process.emitWarning(error);
}

function config(arrive: GoogleArrive | null): NextAuthConfig {
  const https = isHttps();
  return {
    secret: getEnv().AUTH_SECRET,
    trustHost: true,
    useSecureCookies: https,
    cookies: cookieNames(https),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    providers: [CredentialsProvider({ credentials: { email: {}, password: {} }, authorize }), ...googleProvider()],
    jwt: { encode: (params) => encode({ ...params, token: { sid: params.token?.sid } }) },
    callbacks: {
      signIn: ({ account, profile }) => (account?.provider === 'google' ? admit(arrive, profile) : true),
      async jwt({ token, user, trigger, account }) {
        // Thrown, it would end the session: next-auth takes every error for a cookie that is no good.
        if (trigger !== 'signIn') return resumeSession(token).catch((error) => unlessDown(error, token));
        const google = account?.provider === 'google' ? account.providerAccountId : null;
        const userId = google === null ? user?.id : (await findAccountByGoogleId(getDb(), google))?.id;
        return userId === undefined ? null : startSession(userId);
      },
      session: ({ session, token }) =>
        Object.assign(session, { sid: token.sid, person: token.person, unknown: token.unknown, user: {} }),
    },
    events: {
      async signOut(message) {
        const token = 'token' in message ? message.token : null;
        const live = token?.sid ? await findLiveSession(getDb(), token.sid, new Date()) : null;
        if (token?.sid && live) await revokeSession(getDb(), live.person.id, token.sid, new Date());
      },
    },
    logger: { error: reportFault, warn: () => undefined, debug: () => undefined },
  };
}

/** Built at the first request, not at import: `next build` has no secret. */
export const { auth, signIn, signOut } = NextAuth(() => config(null));

/** The endpoints of /api/auth. `arrive` decides about who comes back from Google. */
export function authHandlers(arrive: GoogleArrive) {
  return NextAuth(() => config(arrive)).handlers;
}

/** Whom Google has sent, as its signed token says; the answer is a yes or the page that explains the no. */
async function admit(arrive: GoogleArrive | null, profile: Profile | undefined): Promise<boolean | string> {
  if (arrive === null || typeof profile?.sub !== 'string') return false;
  const live = (await auth()) ?? null;
  const linking = live?.person && (await takeLinkIntent(live.sid)) ? live : null;
  const arrival = await arrive(
    {
      googleId: profile.sub,
      email: profile.email ?? '',
      emailVerified: profile.email_verified === true,
      name: profile.name ?? '',
    },
    { linkTo: linking?.person.id ?? null, everyone: getEnv().BETA_OPEN },
  );
  if ('refused' in arrival) return `${linking ? '/account' : '/sign-in'}?google=${arrival.refused}`;
  // The arrival opens a session of its own; the one that asked for it would be left over.
  if (live?.person) await revokeSession(getDb(), live.person.id, live.sid, new Date());
  return true;
}
