'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useSignOut } from './use-sign-out';

/** Ends the session and goes to the start page. */
export function SignOutButton(props: ButtonProps) {
  const { signOut, pending } = useSignOut();
  return (
    <Button variant="default" {...props} loading={pending} onClick={signOut}>
      Sign out
    </Button>
  );
}
