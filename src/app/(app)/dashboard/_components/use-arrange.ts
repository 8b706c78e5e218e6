'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { notify } from '@/ui/notify';

/** Puts all monitors in an order: at once on the page, then on the server; where that refuses, back again. */
export function useArrange(): (ids: string[]) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.dashboard.cards.queryKey();
  const arrange = useMutation(
    trpc.dashboard.arrange.mutationOptions({
      onMutate: async ({ monitorIds }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        const places = new Map(monitorIds.map((id, at) => [id, at]));
        queryClient.setQueryData(key, (cards) =>
          cards ? [...cards].sort((one, other) => (places.get(one.id) ?? -1) - (places.get(other.id) ?? -1)) : cards,
        );
        return { before };
      },
      onError: (error, _, context) => {
        queryClient.setQueryData(key, context?.before);
        notify({ color: 'red', title: 'The order was not kept', message: readFailure(error).message });
      },
    }),
  );
  return (ids) => arrange.mutate({ monitorIds: ids });
}
