'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { TRPCClient } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { readFailure } from './failure';
import { makeClient } from './make-client';
import { httpStatusOf, makeQueryClient } from './query-client';
import type { AppRouter } from './root';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { type CallFailure, readFailure } from './failure';
export { useTRPC, useTRPCClient };

let isSignedOut = false;
const gates = new Set<() => void>();

function setSignedOut(now: boolean): void {
  isSignedOut = now;
  for (const tell of gates) tell();
}

/** A call of a tab whose sign-in has ended: its page stays as it is, with what was typed, and asks to sign in again. */
function noticeSignedOut(error: Error): void {
  if (httpStatusOf(error) === 401 && readFailure(error).reason === 'signed_out') setSignedOut(true);
}

function listen(gate: () => void): () => void {
  gates.add(gate);
  return () => gates.delete(gate);
}

/** Whether a call was refused because the sign-in has ended, and the way to say that somebody is signed in again. */
export function useSignedOut(): [boolean, () => void] {
  const now = useSyncExternalStore(
    listen,
    () => isSignedOut,
    () => false,
  );
  return [now, () => setSignedOut(false)];
}

let streamed: Promise<TRPCClient<AppRouter>> | undefined;

/** Calls whose answers come piece by piece, while they are worked on; its scripts come with the first. */
export function streamedCalls(): Promise<TRPCClient<AppRouter>> {
  streamed ??= import('./streamed-client').then(({ makeStreamedClient }) => makeStreamedClient('/api/trpc'));
  // A load that failed is tried again by the next call.
  streamed.catch(() => {
    streamed = undefined;
  });
  return streamed;
}

let browserQueryClient: QueryClient | undefined;

/** In the browser one client lives as long as the tab: React may throw its state away while it suspends. */
function getQueryClient(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient();
  browserQueryClient ??= makeQueryClient({ onError: noticeSignedOut });
  return browserQueryClient;
}

/** Gives `useTRPC()` and TanStack Query to everything below. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
