'use client';

import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isFailure } from '@/domain/outcome';
import { formatValue } from '@/domain/value/fact-value';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FailureAlert } from '@/ui/form/failure-alert';
import { useLocale } from '@/ui/locale';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { LinkButton } from '@/ui/shell/link-button';
import { PreviewPane } from '../../../_components/preview-pane';
import { useComposer } from '../../../_components/use-composer';

function useTake() {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  return useMutation(
    trpc.monitors.update.mutationOptions({
      onSuccess: (updated) => {
        cache.patch(updated.id, updated);
        void cache.refetch();
        router.push(`/monitors/${updated.id}`);
      },
    }),
  );
}

/** The page of a monitor as it is now, to point at the value that it lost. Nothing else of the monitor changes. */
export function PointAgain({ monitor }: { monitor: MonitorView }) {
  const composer = useComposer({ prompt: monitor.prompt, source: '' }, monitor.id);
  const { preview, draft, pending, result } = composer;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    preview(draft);
  });
  const take = useTake();
  const locale = useLocale();
  const { id: monitorId, currentValue } = monitor;
  const reading = result?.reading;
  const found = result?.id && reading && !isFailure(reading.outcome) && !reading.obstacle ? result.id : null;
  return (
    <PreviewPane composer={composer} before={null} canCorrect={false}>
      <Card>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {currentValue === null ? null : `The last proven value is ${formatValue(currentValue, { locale })}. `}
            What you point at becomes the next one. Sentence, memory and history of the monitor stay as they are.
          </Text>
          <FailureAlert failure={take.isError ? readFailure(take.error) : null} notDone="Nothing was changed." />
          <Group gap="sm">
            <Button
              disabled={found === null}
              loading={take.isPending || take.isSuccess}
              onClick={() => found && take.mutate({ id: monitorId, previewId: found })}
            >
              Go on with this value
            </Button>
            <Button variant="default" loading={pending} onClick={() => preview(draft)}>
              Look at the page again
            </Button>
            <LinkButton href={`/monitors/${monitorId}`} variant="default">
              Cancel
            </LinkButton>
          </Group>
        </Stack>
      </Card>
    </PreviewPane>
  );
}
