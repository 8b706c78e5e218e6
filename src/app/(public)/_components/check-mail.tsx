import { Stack, Text, Title } from '@mantine/core';
import { OutboxMail } from './outbox-mail';

interface CheckMailProps {
  email: string;
  /** Opens the mail here, on a copy that sends none; null where it is on its way. */
  outboxTicket: string | null;
}

/**
 * After signing up where addresses are confirmed first. The same for every address, whether it had an account or not.
 */
export function CheckMail({ email, outboxTicket }: CheckMailProps) {
  if (outboxTicket !== null) return <OutboxMail email={email} ticket={outboxTicket} />;
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
