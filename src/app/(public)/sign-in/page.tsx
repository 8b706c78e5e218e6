import { Alert } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasGoogle } from '@/auth/google';
import { safeReturnPath } from '@/auth/own-host';
import { currentPerson } from '@/auth/session';
import { contactAddress, isEmbedded } from '@/env';
import { googleRefusal } from '@/ui/account/account-words';
import { TextLink } from '@/ui/shell/link-button';
import { FormCard } from '../_components/form-card';
import { GoogleButton } from '../_components/google-button';
import { SignInForm } from '../_components/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Record<'next' | 'google' | 'error' | 'ended', string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const search = await searchParams;
  const next = safeReturnPath(search.next);
  if (await currentPerson()) redirect(next);
  return (
    <FormCard
      title="Sign in"
      description={
        isEmbedded()
          ? 'This is a local copy: the terminal that started it shows a demo account.'
          : 'Good to see you again.'
      }
      footer={
        <>
          New here? <TextLink href={`/sign-up?${new URLSearchParams({ next })}`}>Create an account</TextLink>
          <br />
          <TextLink href="/forgot-password" display="inline-block" py={4}>
            Forgot your password?
          </TextLink>
        </>
      }
    >
      {search.ended === undefined ? null : (
        <Alert variant="light" color="yellow" mb="md" role="status">
          Your sign-in has ended. Sign in to go on where you were.
        </Alert>
      )}
      {hasGoogle() ? (
        <GoogleButton next={next} problem={googleRefusal(search.google ?? search.error, contactAddress())} />
      ) : null}
      <SignInForm next={next} />
    </FormCard>
  );
}
