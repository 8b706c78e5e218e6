'use client';

import { Button, Stack, Text } from '@mantine/core';
import type { Composer } from './use-composer';

/** Pages where the fact may stand, for a sentence that names none: one click previews with that page. */
export function SourceProposals({ composer }: { composer: Composer }) {
  const { result, draft, pending, preview } = composer;
  if (result === null || result.reading !== null || result.proposals.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={500}>Your sentence names no page. It may be read here:</Text>
      {result.proposals.map(({ url, title, attribution }) => (
        <Button
          key={url}
          variant="default"
          h="auto"
          py="xs"
          justify="flex-start"
          disabled={pending}
          onClick={() => preview({ ...draft, source: url })}
        >
          <Stack gap={0} align="flex-start">
            <Text span>{title}</Text>
            <Text span size="sm" c="dimmed">
              {new URL(url).host} · {attribution}
            </Text>
          </Stack>
        </Button>
      ))}
    </Stack>
  );
}
