import { dehydrate, type FetchQueryOptions, HydrationBoundary, type QueryKey } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { createContext } from './init';
import { makeQueryClient } from './query-client';
import { appRouter, createCaller } from './root';

/** One query client a request, shared by every server component of the page. */
export const getQueryClient = cache(makeQueryClient);

const getContext = cache(async () => createContext(await headers()));

/** For server components: `await prefetch(trpc.monitors.list.queryOptions())`. */
export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: () => getQueryClient() });

/** For server components that need the answer themselves: `await (await api()).auth.me()`. */
export async function api() {
  return createCaller(await getContext());
}

/**
 * Runs a query on the server, so that the browser finds its answer in the page and asks for nothing. Await it; then
 * `useQuery` shows the same on both sides. Unawaited it streams, and only `useSuspenseQuery` within <Suspense> may
 * read it: the answer can arrive before React takes over, and a pending state would no longer match. Never rejects: a
 * failed query is asked again by the browser, which shows what went wrong.
 */
export function prefetch<Result, Failure, Data, Key extends QueryKey>(
  options: FetchQueryOptions<Result, Failure, Data, Key>,
): Promise<void> {
  return getQueryClient().prefetchQuery(options);
}

/** Hands what was prefetched to the client components below it. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
