import { defaultShouldDehydrateQuery, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import superjson from 'superjson';

/**
 * One per request on the server, one per tab in the browser. Pending queries are dehydrated too: the server starts
 * them, streams them, and the browser asks for nothing on its first load.
 */
export function makeQueryClient(options: { onError?: (error: Error) => void } = {}): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => options.onError?.(error) }),
    mutationCache: new MutationCache({ onError: (error) => options.onError?.(error) }),
    defaultOptions: {
      // A person waits for each: what cannot be sent fails now, and is not kept to be sent later.
      mutations: { networkMode: 'always' },
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && isWorthRetrying(error) },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** A refusal (4xx) stays a refusal; only faults and broken connections are tried again. */
function isWorthRetrying(error: unknown): boolean {
  const status = httpStatusOf(error);
  return status === null || status >= 500;
}

/** The HTTP status of a tRPC client error, null for anything else. */
export function httpStatusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('data' in error)) return null;
  const data = error.data as { httpStatus?: unknown } | null | undefined;
  return typeof data?.httpStatus === 'number' ? data.httpStatus : null;
}
