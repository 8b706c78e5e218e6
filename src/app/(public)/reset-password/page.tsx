import type { Metadata } from 'next';
import { api } from '@/trpc/server';
import { TextLink } from '@/ui/shell/link-button';
import { FormCard } from '../_components/form-card';
import { LinkOver, readLink } from '../_components/mailed-link';
import { ResetForm } from '../_components/password-forms';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer', robots: { index: false } };

const NONE = { apiTokens: 0, newGoogle: false };

interface ResetPasswordPageProps {
  searchParams: Promise<{ secret?: string | string[] }>;
}

/** Opening the page uses nothing up: only the form does. */
export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const { secret, link } = await readLink(await searchParams, (await api()).auth.link);
  const usable = link?.purpose === 'reset_password';
  return (
    <FormCard
      title={usable ? 'Choose a new password' : 'This link no longer works'}
      description={usable ? `For ${link.email}. You will be signed out everywhere.` : 'Ask for a new one.'}
      footer={<TextLink href="/sign-in">Sign in</TextLink>}
    >
      {usable ? (
        <ResetForm secret={secret} email={link.email} standing={link.standing ?? NONE} />
      ) : (
        <LinkOver href="/forgot-password" label="Ask for a new link" />
      )}
    </FormCard>
  );
}
