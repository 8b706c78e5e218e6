'use client';

import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { useRefetchAdmin } from './use-refetch-admin';

/** Lifts all restrictions of a person, and tells when it is done. */
export function useLiftRestrictions({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const lift = useMutation(
    trpc.admin.liftRestrictions.mutationOptions({
      onSettled: refetch,
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message }),
      onSuccess: () => notifications.show({ message: `${name} is no longer restricted.` }),
    }),
  );
  return { liftRestrictions: () => lift.mutate({ id }), pending: lift.isPending };
}
