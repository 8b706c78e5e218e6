import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import superjson from 'superjson';
import { LIMITS } from '@/domain/limits';
import type { AppRouter } from './root';

/** Browsers send at most 64 KiB of a page that has been left; a character may be three bytes. */
const MOST_KEPT_CHARACTERS = 16_000;

/** A change reaches the server though its page is left or loaded anew right after the press. */
const sendKept: typeof fetch = (address, options) => {
  const { method, body } = options ?? {};
  const keepalive = method === 'POST' && typeof body === 'string' && body.length <= MOST_KEPT_CHARACTERS;
  return fetch(address, { ...options, keepalive });
};

export function makeClient(): TRPCClient<AppRouter> {
  const url = typeof window === 'undefined' ? 'http://server.invalid/api/trpc' : '/api/trpc';
  const batched = { url, transformer: superjson, maxURLLength: 2_000, maxItems: LIMITS.callsPerRequest };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchLink({ ...batched, fetch: sendKept }),
      }),
    ],
  });
}
