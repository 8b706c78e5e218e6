import type { TRPCClientError } from '@trpc/client';
import type { AppRouter } from './root';

/** What a person may read of a failed call: its message, its messages by input, and when a limit ends. */
export interface CallFailure {
  message: string;
  reason: string;
  fields: Record<string, string[]>;
  retryAt: Date | null;
}

const UNREACHABLE = 'We could not be reached. Check your connection and try again.';
const OFFLINE = 'You are offline, nothing was sent.';

/** Only asked once a request has failed: a copy on one's own machine is reached without any network. */
function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/** Reads what a rejected query or mutation says. Works for any error, also one that never reached the server. */
export function readFailure(error: unknown): CallFailure {
  const data = error instanceof Error && 'data' in error ? (error as TRPCClientError<AppRouter>).data : null;
  if (!data) return { message: isOffline() ? OFFLINE : UNREACHABLE, reason: 'unreachable', fields: {}, retryAt: null };
  const { reason, fields, retryAt } = data;
  return { message: (error as Error).message, reason, fields, retryAt: retryAt ? new Date(retryAt) : null };
}
