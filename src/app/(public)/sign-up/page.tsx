import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasGoogle } from '@/auth/google';
import { currentPerson } from '@/auth/session';
import { TextLink } from '@/ui/shell/link-button';
import { FormCard } from '../_components/form-card';
import { GoogleButton } from '../_components/google-button';
import { SignUpForm } from '../_components/sign-up-form';

export const metadata: Metadata = { title: 'Sign up' };

export default async function SignUpPage() {
  if (await currentPerson()) redirect('/dashboard');
  return (
    <FormCard
      title="Create your account"
      description="Alerts go to this address, and nothing else does."
      footer={
        <>
          Have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      {hasGoogle() ? <GoogleButton next="/dashboard" problem={null} /> : null}
      <SignUpForm />
    </FormCard>
  );
}
