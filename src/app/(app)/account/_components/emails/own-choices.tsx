'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { RouterOutputs } from '@/trpc/root';
import { modeLabel } from '@/ui/email/mode-words';
import { OffByLink } from '@/ui/email/off-by-link';
import { useChooseOfMonitor } from '@/ui/email/use-choose-of-monitor';
import { TextLink } from '@/ui/shell/link-button';

type Preferences = RouterOutputs['emails']['preferences'];

interface OwnChoicesProps {
  monitors: Preferences['monitors'];
  all: Preferences['all'];
}

/** Monitors whose emails come otherwise than those of all others. */
export function OwnChoices({ monitors, all }: OwnChoicesProps) {
  return (
    <Stack gap="sm">
      <div>
        <Title order={3} fz="sm">
          Monitors with a choice of their own
        </Title>
        <Text size="sm" c="dimmed">
          {all.mode === 'off' ? 'While there are no emails at all, there are none of these either.' : null} You choose
          it on the page of a monitor.
        </Text>
      </div>
      {monitors.map((monitor) => (
        <OwnChoice key={monitor.monitorId} monitor={monitor} digestHour={all.digestHour} />
      ))}
    </Stack>
  );
}

function OwnChoice({ monitor, digestHour }: { monitor: Preferences['monitors'][number]; digestHour: number }) {
  const { monitorId, name, mode, byLinkAt } = monitor;
  const { choose, pending } = useChooseOfMonitor({ id: monitorId, name });
  return (
    <Stack gap={6} data-testid="own-choice">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <TextLink href={`/monitors/${monitorId}`} fw={550}>
            {name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {modeLabel(mode, digestHour)}
          </Text>
        </div>
        {byLinkAt ? null : (
          <Button
            variant="default"
            size="xs"
            style={{ flex: 'none' }}
            loading={pending}
            aria-label={`As for all: ${name}`}
            onClick={() => choose(null)}
          >
            As for all
          </Button>
        )}
      </Group>
      {byLinkAt ? <OffByLink at={byLinkAt} what="these" pending={pending} turnOn={() => choose(null)} /> : null}
    </Stack>
  );
}
