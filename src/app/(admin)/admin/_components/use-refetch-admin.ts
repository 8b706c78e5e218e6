'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';

/** Asks for everything of the administration again: an act on a person shows in lists and counts alike. */
export function useRefetchAdmin(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.admin.pathFilter());
}
