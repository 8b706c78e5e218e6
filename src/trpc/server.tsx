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

/** For server components: `prefetch(trpc.monitors.list.queryOptions())`. */
export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: () => getQueryClient() });

/** For server components that need the answer themselves: `await (await api()).auth.me()`. */
export async function api() {
  return createCaller(await getContext());
}

/**
 * Starts a query on the server; the page streams its answer to the browser, which does not ask again. Not awaited: the
 * client component shows its pending state meanwhile. A failure is the client's to show.
 */
export function prefetch<Result, Failure, Data, Key extends QueryKey>(
  options: FetchQueryOptions<Result, Failure, Data, Key>,
): void {
  void getQueryClient().prefetchQuery(options);
}

/** Hands what was prefetched to the client components below it. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
