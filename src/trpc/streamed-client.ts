import { createTRPCClient, httpBatchStreamLink, type TRPCClient } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from './root';

/** A client that is told pieces of an answer as they come. `send` is for tests. */
export function makeStreamedClient(url: string, send?: typeof fetch): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [httpBatchStreamLink({ url, transformer: superjson, maxItems: 1, ...(send ? { fetch: send } : {}) })],
  });
}
