import { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type Counting, enter } from '@/auth/entrance/enter';
import { assertShortQuery } from '@/auth/entrance/read-body';
import { assertShallow } from '@/auth/entrance/read-json';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { describeError, isDomainError, toTrpcError } from './error-map';
import { createContext, type RequestContext } from './init';
import { appRouter } from './root';

const ENDPOINT = '/api/trpc';

/** Answers the pages' calls. `contextOf` and `guard` are for tests. */
export function createTrpcHandler(
  contextOf: (headers: Headers) => Promise<RequestContext> = createContext,
  guard: () => Counting = abuseGuard,
): (request: Request) => Promise<Response> {
  const answer = async (request: Request) => {
    noteRequest({ route: routeOf(request) });
    const entered = await enterCall(request, guard()).catch(asRefusal);
    const refused = entered instanceof TRPCError;
    return fetchRequestHandler({
      endpoint: ENDPOINT,
      // What was refused is told in tRPC's own shape, in place of a context.
      req: refused ? firstCall(request) : entered,
      router: appRouter,
      createContext: () => (refused ? Promise.reject(entered) : contextOf(request.headers)),
      onError: noteError,
      responseMeta: () => ({ headers: new Headers({ 'cache-control': 'no-store' }) }),
    });
  };
  return (request) => answerOnTrail(request, () => answer(request));
}

/** The procedures that are called, by their own names only: what else stands there is anybody's words. */
function routeOf({ url }: Request): string {
  const names = new URL(url).pathname.slice(ENDPOINT.length + 1).split(/,|%2c/i, LIMITS.callsPerRequest);
  return `${ENDPOINT}/${names.map((name) => (Object.hasOwn(appRouter._def.procedures, name) ? name : '{other}'))}`;
}

type ErrorEvent = { error: TRPCError; path?: string | undefined; ctx?: RequestContext | undefined };

/** Faults are logged by themselves; of a refusal the line of its request tells the reason. */
function noteError({ error, path, ctx }: ErrorEvent): void {
  noteRequest({ reason: describeError(error).reason });
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  ctx?.deps.log.error({ err: error.cause ?? error, path, requestId: ctx.requestId }, 'A procedure failed');
}

async function enterCall(request: Request, guard: Counting): Promise<Request> {
  const entered = await enter(request, guard);
  assertShortQuery(request.url);
  const { pathname, searchParams } = new URL(request.url);
  assertShallow(searchParams.get('input') ?? '');
  const calls = searchParams.get('batch') === '1' ? pathname.split(/,|%2c/i).length : 1;
  if (calls <= LIMITS.callsPerRequest) return entered;
  const message = `At most ${LIMITS.callsPerRequest} calls can go in one request. Send them in several.`;
  throw new DomainError('too_large', 'batch_too_large', message);
}

/** The first call of a request without its input: a refusal is told once, not once for each of a thousand calls. */
function firstCall({ url, method, headers }: Request): Request {
  const { origin, pathname } = new URL(url);
  return new Request(origin + pathname.split(/,|%2c/i, 1)[0], { method, headers });
}

function asRefusal(error: unknown): TRPCError {
  if (!isDomainError(error)) throw error;
  return toTrpcError(error);
}
