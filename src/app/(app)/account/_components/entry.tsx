'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { PasswordForm } from './password-form';
import { Unconfirmed } from './unconfirmed';

/** How the person enters their account. */
export function Entry() {
  const trpc = useTRPC();
  const access = useQuery(trpc.account.access.queryOptions());
  if (!access.data) return null;
  return (
    <>
      {access.data.emailVerified ? null : <Unconfirmed email={access.data.email} />}
      <PasswordForm hasPassword={access.data.hasPassword} />
    </>
  );
}
