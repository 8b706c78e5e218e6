'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { LocalTime } from '../time/clock';

interface OffByLinkProps {
  /** When the link was used. */
  at: Date;
  /** What it turned off, within the sentence: "these", "emails of this monitor". */
  what: string;
  pending: boolean;
  turnOn: () => void;
}

/** Says that nobody here turned emails off but a link in one of them, and takes that back. */
export function OffByLink({ at, what, pending, turnOn }: OffByLinkProps) {
  return (
    <Alert color="pine" variant="light" p="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 14rem">
          A link in an email turned {what} off on <LocalTime at={at} />.
        </Text>
        <Button size="xs" variant="default" loading={pending} onClick={turnOn}>
          Turn on again
        </Button>
      </Group>
    </Alert>
  );
}
