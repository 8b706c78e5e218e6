'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useSignedOut } from '@/trpc/client';

const SignInAgain = dynamic(() => import('./sign-in-again').then((module) => module.SignInAgain), { ssr: false });

/** Where a call was refused because the sign-in has ended, the way back in, over a page that stays as it is. */
export function SignedOutGate({ email }: { email: string }) {
  const [isSignedOut, goOn] = useSignedOut();
  const queryClient = useQueryClient();
  if (!isSignedOut) return null;
  const back = () => {
    goOn();
    void queryClient.invalidateQueries();
  };
  return <SignInAgain email={email} onBack={back} />;
}
