import { TRPCError } from '@trpc/server';
import { cache } from 'react';
import type { MonitorView } from '@/trpc/monitor-view';
import { getQueryClient, trpc } from '@/trpc/server';

/** What a visitor may not see is as if it were not there. */
const INVISIBLE: readonly TRPCError['code'][] = ['NOT_FOUND', 'BAD_REQUEST', 'UNAUTHORIZED', 'FORBIDDEN'];

/** The monitor of a page's address, fetched once a request and handed to the browser; null where there is none. */
export const findOwnMonitor = cache(async (id: string): Promise<MonitorView | null> => {
  try {
    return await getQueryClient().fetchQuery(trpc.monitors.byId.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && INVISIBLE.includes(error.code)) return null;
    throw error;
  }
});
