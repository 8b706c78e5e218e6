'use client';

import { Stack, Text } from '@mantine/core';
import { useCall } from '@/trpc/call';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { ReadyButton } from '@/ui/ready-button';
import { LinkButton } from '@/ui/shell/link-button';

type Confirmation = RouterOutputs['auth']['confirmLink'];

const DONE: Record<Confirmation, { words: string; href: string; label: string }> = {
  email_verified: { words: 'Your address is confirmed.', href: '/dashboard', label: 'Go to your monitors' },
  email_half: {
    words: 'Thank you. Your account moves once the other address is confirmed, too: open the mail there.',
    href: '/account',
    label: 'Open your account',
  },
  email_changed: { words: 'Your address is changed.', href: '/account', label: 'Open your account' },
  google_linked: { words: 'Google is connected. Sign in with it now.', href: '/sign-in', label: 'Sign in' },
};

/** Does what the link is for, once a person presses it. */
export function ConfirmButton({ secret, label }: { secret: string; label: string }) {
  const confirm = useCall((client, input: { secret: string }) => client.auth.confirmLink.mutate(input));
  if (confirm.done) {
    const { words, href, label: next } = DONE[confirm.done.output];
    return (
      <Stack role="status">
        <Text>{words}</Text>
        <LinkButton href={href}>{next}</LinkButton>
      </Stack>
    );
  }
  return (
    <Stack>
      <FormAlert message={confirm.failure?.message ?? null} />
      <ReadyButton fullWidth loading={confirm.pending} onClick={() => confirm.call({ secret })}>
        {label}
      </ReadyButton>
    </Stack>
  );
}
