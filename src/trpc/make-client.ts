import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import superjson from 'superjson';
import { LIMITS } from '@/domain/limits';
import type { AppRouter } from './root';

export function makeClient(): TRPCClient<AppRouter> {
  const url = typeof window === 'undefined' ? 'http://server.invalid/api/trpc' : '/api/trpc';
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchLink({ url, transformer: superjson, maxURLLength: 2_000, maxItems: LIMITS.callsPerRequest }),
      }),
    ],
  });
}
