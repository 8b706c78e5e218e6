import { randomUUID } from 'node:crypto';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { clientAddress } from '@/auth/client-address';
import { currentSession } from '@/auth/session';
import { mayUseMonitors, type Person } from '@/domain/person';
import { getEnv } from '@/env';
import type { Deps } from '@/flows/deps';
import { realDeps } from '@/flows/real-deps';
import { describeError, isDomainError, toTrpcError } from './error-map';

/** What every procedure knows of its request. */
export interface RequestContext {
  person: Person | null;
  /** The session the request came with, null when nobody is signed in. */
  sessionId: string | null;
  /** The address it came from, null when unknown. */
  ip: string | null;
  /** Stands in the log and in the answer to an unexpected error. */
  requestId: string;
  deps: Deps;
}

/** The context of one request, in a route handler or a server component. */
export async function createContext(headers: Pick<Headers, 'get'>): Promise<RequestContext> {
  const session = await currentSession();
  return {
    person: session?.person ?? null,
    sessionId: session?.id ?? null,
    ip: clientAddress(headers, getEnv().TRUSTED_PROXY_HOPS),
    requestId: randomUUID(),
    deps: realDeps(),
  };
}

const t = initTRPC.context<RequestContext>().create({
  transformer: superjson,
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
  errorFormatter({ shape, error, ctx }) {
    const { message, ...details } = describeError(error);
    const { code, httpStatus, path } = shape.data;
    return { ...shape, message, data: { code, httpStatus, path, requestId: ctx?.requestId ?? null, ...details } };
  },
});

/** Gives a domain error its tRPC code before anyone asks for it: the formatter, REST, a server-side caller. */
const withDomainErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && isDomainError(result.error.cause)) throw toTrpcError(result.error.cause);
  return result;
});

export const { router, createCallerFactory } = t;

/** Anybody. */
export const publicProcedure = t.procedure.use(withDomainErrors);

/** Somebody signed in. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  const { person, sessionId } = ctx;
  if (person === null || sessionId === null)
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in to go on.' });
  return next({ ctx: { person, sessionId } });
});

/** Somebody admitted to the beta. */
export const betaProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!mayUseMonitors(ctx.person)) {
    const message = 'Your account is waiting to be admitted to the beta. We will mail you when it is.';
    throw new TRPCError({ code: 'FORBIDDEN', message });
  }
  return next();
});

/** An admin. Others learn only that there is nothing here. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (ctx.person.role !== 'admin') throw new TRPCError({ code: 'NOT_FOUND', message: 'There is nothing here.' });
  return next();
});
