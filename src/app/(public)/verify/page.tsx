import type { Metadata } from 'next';
import type { RouterOutputs } from '@/trpc/root';
import { api } from '@/trpc/server';
import { TextLink } from '@/ui/shell/link-button';
import { ConfirmButton } from '../_components/confirm-button';
import { FormCard } from '../_components/form-card';
import { LinkOver, readLink } from '../_components/mailed-link';

export const metadata: Metadata = { title: 'Confirm', referrer: 'no-referrer', robots: { index: false } };

type Purpose = NonNullable<RouterOutputs['auth']['link']>['purpose'];

/** What the button does; a new password has a page of its own. */
const WORDS: Record<
  Exclude<Purpose, 'reset_password'>,
  { title: string; about: (email: string) => string; label: string }
> = {
  verify_email: {
    title: 'Confirm your address',
    about: (email) => `Is ${email} yours? Then confirm it, and alerts can go there.`,
    label: 'Confirm my address',
  },
  change_email_old: {
    title: 'Change your address?',
    about: (email) => `Your account moves to ${email} once both addresses agree.`,
    label: 'Allow the change',
  },
  change_email_new: {
    title: 'Confirm your new address',
    about: (email) => `Your account moves to ${email} once both addresses agree.`,
    label: 'Confirm the new address',
  },
  link_google: {
    title: 'Connect Google?',
    about: (email) => `From then on the Google account ${email} signs in to your account.`,
    label: 'Connect Google',
  },
};

interface VerifyPageProps {
  searchParams: Promise<{ secret?: string | string[] }>;
}

/** Shows what a mailed link is for. Opening it does nothing: mail scanners open links, people press buttons. */
export default async function VerifyPage({ searchParams }: VerifyPageProps) {
  const { secret, link } = await readLink(await searchParams, (await api()).auth.link);
  const words = link && link.purpose !== 'reset_password' ? WORDS[link.purpose] : null;
  return (
    <FormCard
      title={words?.title ?? 'This link no longer works'}
      description={words && link ? words.about(link.email) : 'Ask for a new one on your account page.'}
      footer={<TextLink href="/">Monitors!</TextLink>}
    >
      {words ? (
        <ConfirmButton secret={secret} label={words.label} />
      ) : (
        <LinkOver href="/account" label="Open your account" />
      )}
    </FormCard>
  );
}
