'use client';

import { Divider, Stack } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '@/trpc/call';
import { FormAlert } from '@/ui/form/form-alert';
import { ReadyButton } from '@/ui/ready-button';

/** The way in with Google, above a form. */
export function GoogleButton({ next, problem }: { next: string; problem: string | null }) {
  const [leaving, setLeaving] = useState(false);
  const start = useCall((client, input: { next: string }) => client.auth.withGoogle.mutate(input), {
    onDone: ({ url }) => {
      setLeaving(true);
      window.location.assign(url);
    },
  });
  return (
    <Stack mb="md">
      <FormAlert message={start.failure?.message ?? problem} />
      <ReadyButton variant="default" fullWidth loading={start.pending || leaving} onClick={() => start.call({ next })}>
        Continue with Google
      </ReadyButton>
      <Divider label="or" />
    </Stack>
  );
}
