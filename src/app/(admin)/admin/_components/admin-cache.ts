'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { notify } from '@/ui/notify';

/** Asks for everything of the administration again: an act on a person shows in lists and counts alike. */
export function useRefetchAdmin(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.admin.pathFilter());
}

/** Lifts all restrictions of a person, and tells when it is done. */
export function useLiftRestrictions({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const lift = useMutation(
    trpc.admin.restrictions.lift.mutationOptions({
      onSettled: refetch,
      onError: (error) => notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message }),
      onSuccess: () => notify({ message: `${name} is no longer restricted.` }),
    }),
  );
  return { liftRestrictions: () => lift.mutate({ id }), pending: lift.isPending };
}
