'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EmailMode } from '@/domain/email/timing';
import { readFailure, useTRPC } from '@/trpc/client';
import { notify } from '@/ui/notify';

/**
 * Chooses how alerts of one monitor come by email, or with null that they come as those of all others: shown at once,
 * taken back where it failed.
 */
export function useChooseOfMonitor({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.emails.preferences.queryKey();
  const choose = useMutation(
    trpc.monitors.chooseEmails.mutationOptions({
      onMutate: async ({ mode }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (old) => {
          if (!old) return old;
          const others = old.monitors.filter(({ monitorId }) => monitorId !== id);
          return { ...old, monitors: mode ? [...others, { monitorId: id, name, mode, byLinkAt: null }] : others };
        });
        return { before };
      },
      onError: (error, _, context) => {
        if (context) queryClient.setQueryData(key, context.before);
        notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message });
      },
      // What waits is planned anew, in every list.
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: key }),
          queryClient.invalidateQueries(trpc.monitors.notifications.queryFilter({ id })),
          queryClient.invalidateQueries(trpc.notifications.list.pathFilter()),
        ]),
    }),
  );
  return { choose: (mode: EmailMode | null) => choose.mutate({ id, mode }), pending: choose.isPending };
}
