'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { EmailForm } from './email-form';
import { GoogleCard } from './google-card';
import { PasswordForm } from './password-form';
import { Unconfirmed } from './unconfirmed';

/** How the person enters their account. */
export function Entry({ googleProblem }: { googleProblem: string | null }) {
  const trpc = useTRPC();
  const access = useQuery(trpc.account.access.queryOptions());
  if (!access.data) return null;
  const { email, emailVerified, hasPassword, pendingEmail, googleConnected, standing } = access.data;
  return (
    <>
      {emailVerified ? null : <Unconfirmed email={email} />}
      <EmailForm email={email} pending={pendingEmail} hasPassword={hasPassword} />
      <PasswordForm hasPassword={hasPassword} standing={standing} />
      {googleConnected === null ? null : <GoogleCard connected={googleConnected} problem={googleProblem} />}
    </>
  );
}
