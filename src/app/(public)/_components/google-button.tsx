'use client';

import { Divider, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { ReadyButton } from '@/ui/ready-button';

/** The way in with Google, above a form. */
export function GoogleButton({ next, problem }: { next: string; problem: string | null }) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const start = useMutation(
    trpc.auth.withGoogle.mutationOptions({
      onSuccess: ({ url }) => {
        setLeaving(true);
        window.location.assign(url);
      },
    }),
  );
  return (
    <Stack mb="md">
      <FormAlert message={start.isError ? readFailure(start.error).message : problem} />
      <ReadyButton
        variant="default"
        fullWidth
        loading={start.isPending || leaving}
        onClick={() => start.mutate({ next })}
      >
        Continue with Google
      </ReadyButton>
      <Divider label="or" />
    </Stack>
  );
}
