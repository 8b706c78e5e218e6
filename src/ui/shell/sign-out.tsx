'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { forgetDraft } from '../draft/kept-draft';
import { notify } from '../notify';

/** Signing out, for buttons and menus. A full load follows, so that nothing of the person stays in the tab. */
export function useSignOut(): { signOut: () => void; pending: boolean } {
  const trpc = useTRPC();
  const mutation = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: () => {
        forgetDraft();
        window.location.assign('/');
      },
      onError: (error) => notify({ color: 'red', title: 'Not signed out', message: readFailure(error).message }),
    }),
  );
  return { signOut: () => mutation.mutate(), pending: mutation.isPending || mutation.isSuccess };
}

/** Ends the session and goes to the start page. */
export function SignOutButton(props: ButtonProps) {
  const { signOut, pending } = useSignOut();
  return (
    <Button variant="default" {...props} loading={pending} onClick={signOut}>
      Sign out
    </Button>
  );
}
