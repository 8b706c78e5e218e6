import type { TRPCError } from '@trpc/server';
import { createOpenApiNodeHttpHandler } from 'trpc-to-openapi';
import { countRequest, readJsonText } from '@/auth/entrance/enter';
import { assertShortQuery } from '@/auth/entrance/read-body';
import { storableInput, withStorableText } from '@/auth/entrance/read-json';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { DomainError } from '@/domain/errors';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { createContext, type RequestContext } from '../init';
import { answerJson } from './answer';
import { parseJson } from './parse-json';
import { refuse } from './refuse';
import { findRoute, type Route, restRouter } from './routes';

type ContextOf = (headers: Headers) => Promise<RequestContext>;

/** One request on its way through the adapter. */
interface Exchange {
  context: RequestContext;
  error: TRPCError | null;
}

const exchanges = new WeakMap<object, Exchange>();

type Adapter = ReturnType<typeof createOpenApiNodeHttpHandler>;
let made: Adapter | undefined;

/** Made once, at the first request: the adapter looks through the whole router each time it is made. */
function adapter(): Adapter {
  made ??= createOpenApiNodeHttpHandler({
    router: restRouter,
    createContext: async ({ req }: { req: object }) => {
      const exchange = exchanges.get(req);
      if (exchange === undefined) throw new Error('The adapter was called without its exchange');
      return exchange.context;
    },
    onError: ({ error, req }: { error: TRPCError; req: object }) => {
      const exchange = exchanges.get(req);
      if (exchange) exchange.error = error;
    },
  }) as Adapter;
  return made;
}

/** Runs the procedure of a route with the input that was read. The adapter's own error bodies are not used. */
async function run(request: Request, route: Route, input: Input, context: RequestContext): Promise<Response> {
  const exchange: Exchange = { context, error: null };
  // Node's adapter takes a Request where body and query are given: the one for fetch parses bodies without a limit.
  const given = new Request(request.url, { method: route.method });
  for (const [name, value] of Object.entries({ ...input, headers: JSON_HEADERS }))
    Object.defineProperty(given, name, { value, writable: true });
  exchanges.set(given, exchange);
  let body = '';
  const response = {
    statusCode: 0,
    setHeader: () => undefined,
    end: (text: string) => {
      body = text;
    },
  };
  await adapter()(given as unknown as Parameters<Adapter>[0], response as unknown as Parameters<Adapter>[1]);
  if (exchange.error) throw exchange.error;
  return answerJson(route.status, body, context.answerHeaders);
}

const JSON_HEADERS = new Headers({ 'content-type': 'application/json' });

interface Input {
  body: Record<string, unknown>;
  query: Record<string, string[]>;
}

async function readInput(request: Request, route: Route): Promise<Input> {
  assertShortQuery(request.url);
  const query = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of new URL(request.url).searchParams) {
    const key = storableInput(name);
    query[key] = [...(query[key] ?? []), storableInput(value)];
  }
  return { query, body: route.method === 'GET' || route.method === 'DELETE' ? {} : await readJsonBody(request) };
}

/** Answers requests of the public contract. `contextOf` and `guard` are for tests. */
export function createRestHandler(contextOf: ContextOf, guard = abuseGuard): (request: Request) => Promise<Response> {
  const answer = async (request: Request) => {
    let context: RequestContext | null = null;
    try {
      const route = findRoute(request.method, new URL(request.url).pathname);
      noteRequest({ route: route.path });
      await countRequest(request, guard(), 'api');
      context = await contextOf(request.headers);
      await context.guard.admit('api', { address: null, account: context.person?.id ?? null });
      return await run(request, route, await readInput(request, route), context);
    } catch (error) {
      return refuse(error, context, 'A request of the contract failed');
    }
  };
  return (request) => answerOnTrail(request, () => answer(request));
}

/** Answers a request of the public contract: one of the plan's endpoints, or a refusal in the contract's shape. */
export const handleRest = createRestHandler((headers) => createContext(headers));

/**
 * The JSON object that a request carries; an empty one where it has no body.
 * @throws DomainError `invalid` for what is no JSON object, and what the entrance refuses (auth/entrance/enter).
 */
async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readJsonText(request);
  if (text === '') return {};
  const value = withStorableText(parseJson(text));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DomainError('invalid', 'malformed_json', 'The body must be a JSON object, for example {"name": "…"}.');
  return { ...value };
}
