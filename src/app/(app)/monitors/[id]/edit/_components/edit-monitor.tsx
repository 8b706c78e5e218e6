'use client';

import { Alert, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { UpdateMonitorInput } from '@/domain/contract/monitor-input';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import { zodValidate } from '@/ui/form/form-values';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { notify } from '@/ui/notify';
import { LinkButton } from '@/ui/shell/link-button';
import { PreviewPane } from '../../../_components/preview-pane';
import { type ComeFor, PromptForm } from '../../../_components/prompt-form';
import classes from '../../../_components/prompt-form.module.css';
import { Timing } from '../../../_components/timing';
import { useChanges } from './use-changes';

/** What tells texts apart comes with the first change. */
const BeforeAfter = dynamic(() => import('./before-after').then((module) => module.BeforeAfter), { ssr: false });

const validate = zodValidate(UpdateMonitorInput);

/** Saves a change. A new name alone stands there at once, and is taken back where that failed. */
function useUpdate(monitor: MonitorView) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  const leave = () => router.push(`/monitors/${monitor.id}`);
  return useMutation(
    trpc.monitors.update.mutationOptions({
      onMutate: ({ id, name, ...more }) => {
        const atOnce = name !== undefined && Object.keys(more).length === 0;
        if (atOnce) {
          cache.patch(id, { name });
          leave();
        }
        return { atOnce };
      },
      onSuccess: (updated, _, { atOnce }) => {
        cache.patch(updated.id, updated);
        void cache.refetch();
        notify({ message: 'Your changes were saved.' });
        if (!atOnce) leave();
      },
      onError: (error, { id }, context) => {
        if (context?.atOnce !== true) return;
        cache.patch(id, { name: monitor.name });
        notify({ color: 'red', title: 'The name was not changed', message: readFailure(error).message });
      },
    }),
  );
}

/** Prompt, page, name and place of a monitor: what it would become is previewed, and compared with what it is. */
export function EditMonitor({ monitor, at }: { monitor: MonitorView; at: ComeFor }) {
  const changes = useChanges(monitor);
  return (
    <div className={classes.columns}>
      <PromptForm composer={changes.composer} comeFor={at} />
      <div>
        <SaveCard monitor={monitor} changes={changes} />
        <PreviewPane composer={changes.composer} before={null} />
      </div>
    </div>
  );
}

function SaveCard({ monitor, changes }: { monitor: MonitorView; changes: ReturnType<typeof useChanges> }) {
  const { name, setName, remade, timing, previewId, change, differences, isChanged, why } = changes;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const update = useUpdate(monitor);
  const save = () => {
    const found = validate(change);
    setErrors(found);
    if (Object.keys(found).length === 0) update.mutate({ id: monitor.id, ...change });
  };
  const failed = update.isError ? readFailure(update.error).message : (errors.prompt ?? errors.source ?? null);
  return (
    <Card
      component="form"
      noValidate
      mb="lg"
      onSubmit={(event) => [event.preventDefault(), why === null && isChanged && save()]}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          description={monitor.isOwnName ? undefined : 'It goes with the sentence until you give it one.'}
          value={name}
          error={errors.name}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {differences.length > 0 ? <BeforeAfter differences={differences} /> : null}
        {remade ? <NewMemory /> : null}
        {timing.offered ? (
          <Timing
            now={timing.tellNow}
            onChange={timing.setTellNow}
            told={previewId === null ? 'at the first check' : 'as soon as it is saved'}
          />
        ) : null}
        <FormAlert message={failed} />
        <Group gap="sm">
          <Button type="submit" disabled={!isChanged || why !== null} loading={update.isPending || update.isSuccess}>
            Save changes
          </Button>
          <LinkButton href={`/monitors/${monitor.id}`} variant="default">
            Cancel
          </LinkButton>
          {why === null ? null : (
            <Text size="sm" c="dimmed">
              {why}
            </Text>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

function NewMemory() {
  return (
    <Alert variant="light" color="yellow" role="status">
      A new sentence, page or contract starts a new memory: current value, baseline and armed state begin again. The
      history stays.
    </Alert>
  );
}
