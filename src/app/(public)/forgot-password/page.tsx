import type { Metadata } from 'next';
import { isEmbedded } from '@/env';
import { TextLink } from '@/ui/shell/link-button';
import { FormCard } from '../_components/form-card';
import { ForgotForm } from '../_components/password-forms';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function ForgotPasswordPage() {
  return (
    <FormCard
      title="Forgot your password?"
      description="Tell us your address, and we mail you a link to choose a new one."
      footer={
        <>
          Remembered it? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <ForgotForm local={isEmbedded()} />
    </FormCard>
  );
}
