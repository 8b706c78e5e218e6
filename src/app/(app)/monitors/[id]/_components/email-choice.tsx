'use client';

import { NativeSelect, Stack, Text } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { EMAIL_MODES } from '@/domain/email/modes';
import { useTRPC } from '@/trpc/client';
import { MODE_CHOICES, modeLabel, modeWords } from '@/ui/email/mode-words';
import { OffByLink } from '@/ui/email/off-by-link';
import { useChooseOfMonitor } from '@/ui/email/use-choose-of-monitor';
import { TextLink } from '@/ui/shell/link-button';

const AS_ALL = 'as_all';

/** How alerts of one monitor come by email; kept as soon as it is chosen. */
export function EmailChoice({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.emails.preferences.queryOptions());
  const { choose, pending } = useChooseOfMonitor({ id, name });
  // What is chosen before the scripts are there would be put back, and that kept.
  const ready = useMounted();
  if (!data) return null;
  const { all, monitors, suppression } = data;
  const own = monitors.find(({ monitorId }) => monitorId === id);
  const choices = [
    { value: AS_ALL, label: `As for all monitors: ${modeWords(all.mode, all.digestHour)}` },
    ...MODE_CHOICES.map(({ mode }) => ({ value: mode, label: modeLabel(mode, all.digestHour) })),
  ];
  return (
    <Stack gap="xs" mb="md">
      {own?.byLinkAt ? (
        <OffByLink at={own.byLinkAt} what="emails of this monitor" pending={pending} turnOn={() => choose(null)} />
      ) : null}
      <NativeSelect
        label="Emails of this monitor"
        data={choices}
        value={own?.mode ?? AS_ALL}
        disabled={pending || !ready}
        onChange={({ currentTarget: { value } }) => choose(EMAIL_MODES.find((mode) => mode === value) ?? null)}
      />
      {suppression ? <Note words="Your address gets no alerts by email at present." /> : null}
      {all.mode === 'off' && !suppression ? <Note words="You turned off emails of all monitors." /> : null}
    </Stack>
  );
}

function Note({ words }: { words: string }) {
  return (
    <Text size="sm" c="dimmed">
      {words}{' '}
      <TextLink href="/account#emails" size="sm">
        See your account
      </TextLink>
    </Text>
  );
}
