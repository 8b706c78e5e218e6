'use client';

import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { notify } from '@/ui/notify';
import { useLiftRestrictions, useRefetchAdmin } from '../../_components/admin-cache';

/** A person as the admin's list shows them. */
export type PersonView = RouterOutputs['admin']['people']['list']['people'][number];

const tell = (message: string) => notify({ message });
const complain = (error: unknown) =>
  notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message });

/** The acts on a person that need no further question, each told when it is done. */
export function usePersonActs({ id, name, email }: PersonView) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const beta = useMutation(
    trpc.admin.people.setBeta.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: ({ isBetaUser }) =>
        tell(isBetaUser ? `${name} is in. A mail goes to ${email}.` : `${name} waits for the beta again.`),
    }),
  );
  const lift = useMutation(
    trpc.admin.people.unsuspend.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: () => tell(`${name} may sign in again.`),
    }),
  );
  const end = useMutation(
    trpc.admin.people.signOutEverywhere.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: (count) => tell(count === 0 ? `${name} was signed in nowhere.` : signedOut(name, count)),
    }),
  );
  const resend = useMutation(
    trpc.admin.people.resendVerification.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: () => tell(`The link that confirms the address goes to ${email}.`),
    }),
  );
  const keep = useMutation(
    trpc.admin.people.keep.mutationOptions({
      onSettled: refetch,
      onError: complain,
      onSuccess: () => tell(`The account of ${name} stays.`),
    }),
  );
  const restrictions = useLiftRestrictions({ id, name });
  return {
    liftRestrictions: restrictions.liftRestrictions,
    admit: () => beta.mutate({ id, isBetaUser: true }),
    close: () => beta.mutate({ id, isBetaUser: false }),
    unsuspend: () => lift.mutate({ id }),
    signOut: () => end.mutate({ id }),
    resend: () => resend.mutate({ id }),
    keep: () => keep.mutate({ id }),
    pending: [beta, lift, end, resend, keep].some(({ isPending }) => isPending) || restrictions.pending,
  };
}

const signedOut = (name: string, count: number) =>
  `${name} was signed out in ${count} ${count === 1 ? 'browser or program' : 'browsers or programs'}.`;
