import { Box, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from './wordmark';

interface EmptyStateProps {
  title: string;
  /** One or two sentences: why nothing is here, and what to do. */
  children: ReactNode;
  /** Usually one button. */
  action?: ReactNode;
}

/** What a list shows when it has nothing to list. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={{ base: 48, sm: 88 }} px="md" ta="center">
      <Logo size={44} />
      <Title order={2} fz="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={460}>
        {children}
      </Text>
      {action ? <Box mt="md">{action}</Box> : null}
    </Stack>
  );
}
