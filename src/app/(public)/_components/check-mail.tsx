'use client';

import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TrpcProvider, useTRPC } from '@/trpc/client';
import { MailFrame } from '@/ui/account/mail-frame';
import { TextLink } from '@/ui/shell/link-button';

const LOOK_EVERY_MS = 1_000;

/** The mail that confirms the address, shown here by a copy that sends none: there is no other way in. */
function OutboxMail({ email, ticket }: { email: string; ticket: string }) {
  const trpc = useTRPC();
  const { data: mail } = useQuery(
    trpc.outbox.confirmation.queryOptions(
      { ticket },
      { refetchInterval: ({ state }) => (state.data ? false : LOOK_EVERY_MS), staleTime: 0 },
    ),
  );
  return (
    <Stack gap="xs">
      <div role="status">
        <Title order={2} fz="h4">
          Your mail is here
        </Title>
        <Text>
          This copy sends no mail, so here is the one to <strong>{email}</strong>. Press its button; then sign in.
        </Text>
      </div>
      {mail ? <MailFrame subject={mail.subject} html={mail.html} /> : <Skeleton height={180} radius="lg" />}
      <Text size="sm" c="dimmed">
        No mail after a few seconds? Then the address may have an account already:{' '}
        <TextLink href="/sign-in">sign in</TextLink>, or sign up once more.
      </Text>
    </Stack>
  );
}

interface CheckMailProps {
  email: string;
  /** Opens the mail here, on a copy that sends none; null where it is on its way. */
  outboxTicket: string | null;
}

/**
 * After signing up where addresses are confirmed first. The same for every address, whether it had an account or not.
 */
export function CheckMail({ email, outboxTicket }: CheckMailProps) {
  if (outboxTicket !== null) {
    return (
      <TrpcProvider>
        <OutboxMail email={email} ticket={outboxTicket} />
      </TrpcProvider>
    );
  }
  return (
    <Stack gap="xs" role="status">
      <Title order={2} fz="h4">
        Look into your mail
      </Title>
      <Text>
        We have written to <strong>{email}</strong>. Open the link in that mail and press the button there; then sign
        in.
      </Text>
      <Text size="sm" c="dimmed">
        Nothing there after a few minutes? Look into the spam folder, or sign up once more.
      </Text>
    </Stack>
  );
}
