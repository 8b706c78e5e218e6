import { Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { MAIN_ID } from './skip-link';
import { Logo } from './wordmark';

interface MessagePageProps {
  /** Small print above the title, e.g. "404". */
  label: string;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** False where a layout above already has the page's <main>. */
  main?: boolean;
}

/** A whole page that says one thing: not found, broken, waiting. */
export function MessagePage({ label, title, children, actions, main = true }: MessagePageProps) {
  return (
    <Container size="xs" py={{ base: 64, sm: 120 }} {...(main ? { component: 'main' as const, id: MAIN_ID } : {})}>
      <Stack gap="md">
        <Logo size={40} />
        <Text size="sm" c="dimmed" fw={600}>
          {label}
        </Text>
        <Title order={1}>{title}</Title>
        <Text c="dimmed" component="div">
          {children}
        </Text>
        {actions ? <Group mt="sm">{actions}</Group> : null}
      </Stack>
    </Container>
  );
}
