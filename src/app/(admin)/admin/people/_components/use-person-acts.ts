'use client';

import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { useLiftRestrictions, useRefetchAdmin } from '../../_components/admin-cache';

/** A person as the admin's list shows them. */
export type PersonView = RouterOutputs['admin']['people']['people'][number];

const tell = (message: string) => notifications.show({ message });
const complain = (error: unknown) =>
  notifications.show({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message });

/** The acts on a person that need no further question, each told when it is done. */
export function usePersonActs({ id, name, email }: PersonView) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const beta = useMutation(
    trpc.admin.setBeta.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: ({ isBetaUser }) =>
        tell(isBetaUser ? `${name} is in. A mail goes to ${email}.` : `${name} waits for the beta again.`),
    }),
  );
  const lift = useMutation(
    trpc.admin.unsuspend.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: () => tell(`${name} may sign in again.`),
    }),
  );
  const end = useMutation(
    trpc.admin.signOutEverywhere.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: (count) => tell(count === 0 ? `${name} was signed in nowhere.` : signedOut(name, count)),
    }),
  );
  const restrictions = useLiftRestrictions({ id, name });
  return {
    liftRestrictions: restrictions.liftRestrictions,
    admit: () => beta.mutate({ id, isBetaUser: true }),
    close: () => beta.mutate({ id, isBetaUser: false }),
    unsuspend: () => lift.mutate({ id }),
    signOut: () => end.mutate({ id }),
    pending: beta.isPending || lift.isPending || end.isPending || restrictions.pending,
  };
}

const signedOut = (name: string, count: number) =>
  `${name} was signed out in ${count} ${count === 1 ? 'browser or program' : 'browsers or programs'}.`;
