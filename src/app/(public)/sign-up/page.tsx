import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasGoogle } from '@/auth/google';
import { safeReturnPath } from '@/auth/own-host';
import { currentPerson } from '@/auth/session';
import { TextLink } from '@/ui/shell/link-button';
import { FormCard } from '../_components/form-card';
import { GoogleButton } from '../_components/google-button';
import { SignUpForm } from '../_components/sign-up-form';

export const metadata: Metadata = { title: 'Sign up' };

interface SignUpPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const next = safeReturnPath((await searchParams).next);
  if (await currentPerson()) redirect(next);
  return (
    <FormCard
      title="Create your account"
      description="Alerts go to this address, and nothing else does."
      footer={
        <>
          Have an account? <TextLink href={`/sign-in?${new URLSearchParams({ next })}`}>Sign in</TextLink>
        </>
      }
    >
      {hasGoogle() ? <GoogleButton next={next} problem={null} /> : null}
      <SignUpForm next={next} />
    </FormCard>
  );
}
