'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';

/** Says that the address is not confirmed yet, and mails the link again. */
export function Unconfirmed({ email }: { email: string }) {
  const trpc = useTRPC();
  const resend = useMutation(trpc.account.resendVerification.mutationOptions());
  const said = resend.isError
    ? readFailure(resend.error).message
    : resend.data === true
      ? 'Mailed. Open the newest mail.'
      : resend.data === false
        ? 'We have mailed you several in this hour. Look for them first.'
        : null;
  return (
    <Alert color="ember" variant="light" title="Your address is not confirmed yet">
      <Text size="sm">We mailed a link to {email}. Open it and press the button there.</Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
          Mail it again
        </Button>
        <Text size="sm" role="status">
          {said}
        </Text>
      </Group>
    </Alert>
  );
}
