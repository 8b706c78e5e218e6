import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ComeAlive } from './come-alive';

interface PageHeadingProps {
  title: string;
  description?: ReactNode;
  /** Buttons that belong to the whole page. */
  actions?: ReactNode;
}

/** The one h1 of a page, with what can be done there. */
export function PageHeading({ title, description, actions }: PageHeadingProps) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="xl">
      <Stack gap={4}>
        <Title order={1}>{title}</Title>
        {description ? (
          <Text c="dimmed" maw={620}>
            {description}
          </Text>
        ) : null}
      </Stack>
      {actions ? <Group gap="sm">{actions}</Group> : null}
      <ComeAlive part="main" />
    </Group>
  );
}
