'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { notify } from '@/ui/notify';

/** Keeps how alerts of all monitors come by email: shown at once, taken back where it failed. */
export function useChoose() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.emails.preferences.queryKey();
  return useMutation(
    trpc.emails.choose.mutationOptions({
      onMutate: async (chosen) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (old) => old && { ...old, all: { ...chosen, byLinkAt: null } });
        return { before };
      },
      onError: (_error, _chosen, context) => {
        if (context) queryClient.setQueryData(key, context.before);
      },
      onSuccess: () => notify({ message: 'Saved: your emails come like this from now on.' }),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: key }),
          queryClient.invalidateQueries(trpc.notifications.list.pathFilter()),
        ]),
    }),
  );
}
