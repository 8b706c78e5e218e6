'use client';

import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CreateMonitorInput } from '@/domain/contract/monitor-input';
import { isFailure, isForPerson } from '@/domain/outcome';
import { readFailure, useTRPC } from '@/trpc/client';
import { forgetDraft } from '@/ui/draft/kept-draft';
import { FailureAlert } from '@/ui/form/failure-alert';
import { zodValidate } from '@/ui/form/form-values';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { isChoiceOfTiming, Timing } from '../../_components/timing';
import type { Composer } from '../../_components/use-composer';
import type { Preview } from '../../_components/use-previews';

const validate = zodValidate(CreateMonitorInput);

const AFTER = 'Nothing is read by itself: you press Check now, and are mailed when the condition is met.';
const CORRECT_FIRST = 'It cannot be saved like this: correct it, or point at the value, then save it.';
const NOT_READ = 'No value could be read. You may save it all the same and check it later.';
const NOT_CHOSEN = 'Point at the value first. Saved as it is, it has none until it is read or pointed at.';

/** What saving means, by what the preview read. */
function meaningOf({ reading, page }: Preview): string {
  if (reading === null || !isFailure(reading.outcome)) return AFTER;
  return page !== null && isForPerson(reading.outcome) ? NOT_CHOSEN : NOT_READ;
}

/** Why it cannot be saved as it stands, or null. `full` is the limit where it is reached. */
function obstacle(stale: boolean, full: number | null, reading: Preview['reading']): string | null {
  if (stale) return 'Preview the changed sentence before you save it.';
  if (reading?.obstacle) return CORRECT_FIRST;
  if (reading?.outcome === 'url_refused') return 'Give an address that may be read, then preview again.';
  if (full === null) return null;
  return `You have ${full} monitors, which is the most. Delete one to make room for this one.`;
}

function useSave() {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  return useMutation(
    trpc.monitors.create.mutationOptions({
      onSuccess: ({ id }) => {
        forgetDraft();
        void cache.refetch();
        router.push(`/monitors/${id}`);
      },
    }),
  );
}

/** Name, timing and *Save monitor*, below a preview that still belongs to the sentence. */
export function SavePanel({ composer, preview }: { composer: Composer; preview: Preview }) {
  const trpc = useTRPC();
  const { interpretation, reading } = preview;
  const [name, setName] = useState(interpretation.suggestedName);
  const [tellNow, setTellNow] = useState(true);
  const [nameError, setNameError] = useState<string | undefined>();
  const save = useSave();
  const { data: list } = useQuery(trpc.monitors.list.queryOptions());
  const full = list !== undefined && list.total >= list.limit;
  const choice = isChoiceOfTiming(preview);
  const submit = () => {
    const input = {
      ...composer.input,
      name,
      ...(choice ? { alertIfAlreadyTrue: tellNow } : {}),
      ...(preview.id ? { previewId: preview.id } : {}),
    };
    const errors = validate(input);
    setNameError(errors.name);
    if (Object.keys(errors).length === 0) save.mutate(input);
  };
  // Where the person is asked first, that is the button to press.
  const isRead = meaningOf(preview) !== NOT_CHOSEN;
  const why = obstacle(composer.stale, full ? list.limit : null, reading);
  return (
    <Card component="form" noValidate onSubmit={(event) => [event.preventDefault(), submit()]}>
      <Stack gap="md">
        {choice ? <Timing now={tellNow} onChange={setTellNow} told="as soon as it is saved" /> : null}
        <TextInput
          label="Name"
          value={name}
          error={nameError}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <FailureAlert failure={save.isError ? readFailure(save.error) : null} notDone="Nothing was saved." />
        <Group gap="md">
          <Button
            type="submit"
            variant={isRead ? 'filled' : 'default'}
            loading={save.isPending || save.isSuccess}
            disabled={why !== null}
          >
            Save monitor
          </Button>
          <Text size="sm" c="dimmed" flex={1} miw={200}>
            {why ?? meaningOf(preview)}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}
