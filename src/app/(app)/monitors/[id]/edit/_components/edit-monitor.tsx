'use client';

import { Alert, Button, Card, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { UpdateMonitorInput } from '@/domain/contract/monitor-input';
import { isFailure } from '@/domain/outcome';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import { zodValidate } from '@/ui/form/form-values';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { LinkButton } from '@/ui/shell/link-button';
import { namesPage } from '../../../_components/composer-words';
import { PreviewPane } from '../../../_components/preview-pane';
import { PromptForm } from '../../../_components/prompt-form';
import classes from '../../../_components/prompt-form.module.css';
import { isChoiceOfTiming, Timing } from '../../../_components/timing';
import { type Composer, useComposer } from '../../../_components/use-composer';

const validate = zodValidate(UpdateMonitorInput);

function useUpdate() {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  return useMutation(
    trpc.monitors.update.mutationOptions({
      onSuccess: (updated) => {
        cache.patch(updated.id, updated);
        void cache.refetch();
        notifications.show({ message: 'Your changes were saved.' });
        router.push(`/monitors/${updated.id}`);
      },
    }),
  );
}

/** Prompt, page, name and place of a monitor. What did not change is not sent, so that its memory stays. */
export function EditMonitor({ monitor }: { monitor: MonitorView }) {
  const page = namesPage(monitor.prompt) ? '' : (monitor.sources[0] ?? '');
  const composer = useComposer({ prompt: monitor.prompt, source: page }, monitor.id);
  const [name, setName] = useState(monitor.name);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const update = useUpdate();
  const { prompt, source, contract } = composer.input;
  const remade = prompt.trim() !== monitor.prompt || (source ?? '') !== page || contract !== undefined;
  const choice = useTimingChoice(monitor, composer, remade);
  const preview = previewTaken(composer, remade && monitor.isActive);
  const changed = remade || name !== monitor.name || choice.changed || preview !== null;
  const save = () => {
    const change = {
      ...(prompt.trim() === monitor.prompt ? {} : { prompt }),
      ...((source ?? '') === page ? {} : { source }),
      ...(contract === undefined ? {} : { contract }),
      ...(name === monitor.name ? {} : { name }),
      ...choice.change,
      ...(preview === null ? {} : { previewId: preview }),
    };
    const found = validate(change);
    setErrors(found);
    if (Object.keys(found).length === 0) update.mutate({ id: monitor.id, ...change });
  };
  const failed = update.isError ? readFailure(update.error).message : (errors.prompt ?? errors.source ?? null);
  return (
    <div className={classes.columns}>
      <PromptForm composer={composer} />
      <div>
        <Card component="form" noValidate mb="lg" onSubmit={(event) => [event.preventDefault(), save()]}>
          <Stack gap="md">
            <TextInput
              label="Name"
              value={name}
              error={errors.name}
              autoComplete="off"
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {remade ? <NewMemory /> : null}
            {choice.offered ? (
              <Timing
                now={choice.tellNow}
                onChange={choice.setTellNow}
                told={preview === null ? 'at the first check' : 'as soon as it is saved'}
              />
            ) : null}
            <FormAlert message={failed} />
            <Group gap="sm">
              <Button type="submit" disabled={!changed} loading={update.isPending || update.isSuccess}>
                Save changes
              </Button>
              <LinkButton href={`/monitors/${monitor.id}`} variant="default">
                Cancel
              </LinkButton>
            </Group>
          </Stack>
        </Card>
        <PreviewPane composer={composer} before={null} />
      </div>
    </div>
  );
}

/**
 * The preview that is saved with a change: of what it becomes where that begins with it, or where the person pointed.
 */
function previewTaken({ result, stale, isChosen }: Composer, begins: boolean): string | null {
  if (stale || !result?.reading || isFailure(result.reading.outcome)) return null;
  return begins || isChosen ? result.id : null;
}

/** When to tell of a condition that is true already: for a new contract, or one that was never checked. */
function useTimingChoice(monitor: MonitorView, { result, stale }: Composer, remade: boolean) {
  const [picked, setTellNow] = useState<boolean | null>(null);
  const tellNow = picked ?? (remade || monitor.armed);
  const fresh = remade || monitor.lastOutcome === null;
  const offered = fresh && !stale && result !== null && isChoiceOfTiming(result);
  const changed = offered && !remade && tellNow !== monitor.armed;
  const change = offered && (remade || changed) ? { alertIfAlreadyTrue: tellNow } : {};
  return { offered, tellNow, setTellNow, changed, change };
}

function NewMemory() {
  return (
    <Alert variant="light" color="yellow" role="status">
      A new sentence, page or contract starts a new memory: current value, baseline and armed state begin again. The
      history stays.
    </Alert>
  );
}
