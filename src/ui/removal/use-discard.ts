'use client';

import { useMutation } from '@tanstack/react-query';
import { LIMITS } from '@/domain/limits';
import { useTRPCClient } from '@/trpc/client';
import { useMonitorCache } from '../monitor/use-monitor-cache';
import { onEach } from '../on-each';
import { type Deleted, useOfferUndo } from './use-undo';

interface After {
  /** What the page does once they are gone, and once they are back. */
  onGone?: () => void;
  onBack?: () => void;
}

/**
 * Deletes monitors, and offers for ten seconds to take that back, on whatever page the person is by then. The server
 * does the deleting: a tab that is closed deletes too, and one that is loaded anew offers what is left of the time.
 */
export function useDiscard(monitors: readonly Deleted[], { onGone, onBack }: After) {
  const client = useTRPCClient();
  const cache = useMonitorCache();
  const offerUndo = useOfferUndo();
  return useMutation({
    mutationFn: () => onEach(monitors, ({ id }) => client.monitors.discard.mutate({ id })),
    onSuccess: (gone) => {
      offerUndo(gone, { leftMs: LIMITS.undoMs, onBack });
      onGone?.();
      void cache.refetch();
    },
  });
}
