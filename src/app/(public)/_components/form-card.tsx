import { Card, Container, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface FormCardProps {
  title: string;
  description: string;
  /** Below the card: the way to the other form. */
  footer: ReactNode;
  children: ReactNode;
}

/** The frame of the sign-in and sign-up forms. */
export function FormCard({ title, description, footer, children }: FormCardProps) {
  return (
    <Container size={460} py={{ base: 40, sm: 80 }}>
      <Stack gap="lg">
        <Stack gap={6}>
          <Title order={1}>{title}</Title>
          <Text c="dimmed">{description}</Text>
        </Stack>
        <Card padding="xl">{children}</Card>
        <Text size="sm" ta="center">
          {footer}
        </Text>
      </Stack>
    </Container>
  );
}
