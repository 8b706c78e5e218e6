import { randomUUID } from 'node:crypto';
import { initTRPC } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import { resolveBearer } from '@/auth/bearer';
import type { AbuseGuard } from '@/auth/rate-limit/abuse-guard';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { requestOrigin } from '@/auth/request-origin';
import { type CurrentSession, currentSession } from '@/auth/session';
import type { TokenScope } from '@/domain/account/account-access';
import { mayUseMonitors, type Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import type { Deps } from '@/flows/deps';
import { realDeps } from '@/flows/real-deps';
import { noteRequest } from '@/ops/request-log';
import { currentRequestId } from '@/ops/trail';
import { asDomainError, describeError, isDomainError, toTrpcError } from './error-map';
import { noticeRefused, refuseRestricted } from './restricted';
import { transformer } from './transformer';

/** What every procedure knows of its request. */
export interface RequestContext {
  person: Person | null;
  /** The session the request came with, as a cookie or as a bearer; null for an API token and for nobody. */
  sessionId: string | null;
  /** The API token it came with; null for a session and for nobody. */
  tokenId: string | null;
  /** What the API token behind the request allows; null when it did not come with one. */
  tokenScopes: readonly TokenScope[] | null;
  /** The address it came from, null when unknown. */
  ip: string | null;
  userAgent: string | null;
  /** The header of that name: REST's create and refresh do the same thing once for one key. */
  idempotencyKey: string | null;
  /** Headers that the answer gets besides its body; only REST sends them. */
  answerHeaders: Headers;
  /** Names the request in the log, and in the answer where it is refused. */
  requestId: string;
  deps: Deps;
  /** Limits what can be guessed or flooded. */
  guard: AbuseGuard;
}

type Identity = Pick<RequestContext, 'person' | 'sessionId' | 'tokenId' | 'tokenScopes'>;

/** A request with a bearer token is judged by that alone: its cookies are not looked at. */
async function identify(headers: Pick<Headers, 'get'>, sessionOf: Surroundings['session']): Promise<Identity> {
  const bearer = isBearer(headers) ? await resolveBearer(headers).catch(rethrown) : null;
  if (bearer === null) {
    const session = await sessionOf().catch(rethrown);
    return { person: session?.person ?? null, sessionId: session?.id ?? null, tokenId: null, tokenScopes: null };
  }
  const { person, sessionId, tokenId, scopes } = bearer;
  return { person, sessionId, tokenId, tokenScopes: sessionId === null ? scopes : null };
}

/** Other kinds of Authorization are a proxy's in front of us, not ours. */
function isBearer(headers: Pick<Headers, 'get'>): boolean {
  return /^\s*bearer\b/i.test(headers.get('authorization') ?? '');
}

/** No middleware stands around the context, so its domain errors get their tRPC code here. */
function rethrown(error: unknown): never {
  const known = asDomainError(error);
  throw known ? toTrpcError(known) : error;
}

/** Where a context gets what is not in the headers; tests give their own. */
export interface Surroundings {
  deps: () => Deps;
  /** The session of the request's cookie. */
  session: () => Promise<CurrentSession | null>;
  guard: () => AbuseGuard;
}

const REAL: Surroundings = { deps: realDeps, session: currentSession, guard: abuseGuard };

/** The context of one request, in a route handler or a server component. */
export async function createContext(headers: Pick<Headers, 'get'>, from = REAL): Promise<RequestContext> {
  const origin = requestOrigin(headers);
  const identity = await identify(headers, from.session);
  noteRequest({ personId: identity.person?.id ?? null });
  return {
    ...identity,
    ...origin,
    idempotencyKey: headers.get('idempotency-key'),
    answerHeaders: new Headers(),
    // A page on a host of others has no line of ours.
    requestId: currentRequestId() ?? randomUUID(),
    deps: { ...from.deps(), origin },
    guard: from.guard(),
  };
}

/** What a procedure says of itself. */
export type ProcedureMeta = OpenApiMeta<{
  /** The scope with which an API token may call it; without one no token may. */
  scope?: TokenScope;
  /** REST's status when it worked; 200 unless given. */
  status?: 201;
  /** Open under a restriction too, although it needs a scope that one closes. */
  whileRestricted?: true;
}>;

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
    errorFormatter({ shape, error, ctx }) {
      const { message, ...details } = describeError(error);
      const { code, httpStatus, path } = shape.data;
      return {
        ...shape,
        message,
        data: { code, httpStatus, path, requestId: ctx?.requestId ?? currentRequestId(), ...details },
      };
    },
  });

/** Gives a domain error its tRPC code before anyone asks for it: the formatter, REST, a server-side caller. */
const withDomainErrors = t.middleware(async ({ ctx, next }) => {
  const result = await next();
  const known = result.ok ? null : asDomainError(result.error.cause);
  if (known === null) return result;
  if (known.reason === 'database_down') {
    const { requestId } = ctx;
    ctx.deps.log.error({ err: known.cause ?? known, requestId }, 'The database does not answer');
  }
  throw toTrpcError(known);
});

export const { router, createCallerFactory } = t;

/** Anybody. */
export const publicProcedure = t.procedure.use(withDomainErrors);

/** Somebody: signed in, or with an API token that has the scope the procedure names. */
const knownProcedure = publicProcedure.use(({ ctx, meta, next }) => {
  const { person, sessionId, tokenScopes } = ctx;
  if (person === null || (sessionId === null && tokenScopes === null))
    throw new DomainError('unauthenticated', 'signed_out', 'Sign in to go on.');
  if (tokenScopes !== null && (meta?.scope === undefined || !tokenScopes.includes(meta.scope)))
    throw missingScope(meta?.scope);
  return next({ ctx: { person } });
});

function missingScope(scope: TokenScope | undefined): DomainError {
  const message = scope
    ? `This token may not do that: it lacks the scope "${scope}". Make a token that has it.`
    : 'API tokens may not do that. Sign in with your password or with Google.';
  return new DomainError('forbidden', 'missing_scope', message);
}

/** Somebody signed in; no API token. */
export const signedInProcedure = knownProcedure.use(({ ctx, next }) => {
  const { sessionId } = ctx;
  if (sessionId === null) throw missingScope(undefined);
  return next({ ctx: { sessionId } });
});

/** Asks for the person's password again: a session that was found open must not become a way to guess it. */
export const passwordProcedure = signedInProcedure.use(async ({ ctx, next }) => {
  const trier = { address: ctx.ip, account: ctx.person.id };
  await ctx.guard.admit('ownPassword', trier);
  const result = await next();
  const cause = result.ok ? null : result.error.cause;
  if (!(isDomainError(cause) && cause.reason === 'wrong_password')) await ctx.guard.succeed('ownPassword', trier);
  return result;
});

/** Somebody admitted to the beta, to whom what the procedure's scope stands for is not closed for a while. */
export const betaProcedure = knownProcedure.use(async ({ ctx, meta, next }) => {
  if (!mayUseMonitors(ctx.person)) {
    const message = 'Your account is waiting to be admitted to the beta. We will mail you when it is.';
    throw new DomainError('forbidden', 'waiting', message);
  }
  if (meta?.scope && !meta.whileRestricted) await refuseRestricted(ctx.deps, ctx.person.id, meta.scope);
  const result = await next();
  if (!result.ok) await noticeRefused(ctx.deps, ctx.person.id, result.error.cause);
  return result;
});

/** An admin. Others learn only that there is nothing here. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (ctx.person.role !== 'admin') throw new DomainError('not_found', 'not_found', 'There is nothing here.');
  return next();
});
