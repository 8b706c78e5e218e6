'use client';

import { Button, Card, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CreateMonitorInput } from '@/domain/monitor-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form-alert';
import { useMonitorCache } from '@/ui/use-monitor-cache';
import { zodValidate } from '@/ui/zod-validate';
import type { Composer, Preview } from '../../_components/use-composer';

const validate = zodValidate(CreateMonitorInput);

/** For a condition that holds already: told at the first check, or only when it becomes true again. */
function Timing({ now, onChange }: { now: boolean; onChange: (now: boolean) => void }) {
  return (
    <Radio.Group
      label="The condition is true already. When do you want to be told?"
      value={now ? 'now' : 'next'}
      onChange={(value) => onChange(value === 'now')}
    >
      <Stack gap={8} mt={8}>
        <Radio value="now" label="Tell me now" description="You get a mail at the first check." />
        <Radio
          value="next"
          label="Only when it next becomes true"
          description="It has to be false once before you are told."
        />
      </Stack>
    </Radio.Group>
  );
}

function useSave() {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  return useMutation(
    trpc.monitors.create.mutationOptions({
      onSuccess: ({ id }) => {
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
  const choice = reading?.wouldFire === true && interpretation.type === 'state';
  const submit = () => {
    const input = { ...composer.input, name, ...(choice ? { alertIfAlreadyTrue: tellNow } : {}) };
    const errors = validate(input);
    setNameError(errors.name);
    if (Object.keys(errors).length === 0) save.mutate(input);
  };
  const why = composer.stale
    ? 'Preview the changed sentence before you save it.'
    : full
      ? `You have ${list.limit} monitors, which is the most. Delete one to make room for this one.`
      : null;
  return (
    <Card component="form" noValidate onSubmit={(event) => [event.preventDefault(), submit()]}>
      <Stack gap="md">
        {choice ? <Timing now={tellNow} onChange={setTellNow} /> : null}
        <TextInput
          label="Name"
          value={name}
          error={nameError}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
        <FormAlert message={save.isError ? readFailure(save.error).message : null} />
        <Group gap="md">
          <Button type="submit" loading={save.isPending || save.isSuccess} disabled={why !== null}>
            Save monitor
          </Button>
          <Text size="sm" c="dimmed" flex={1} miw={200}>
            {why ?? 'Nothing is read by itself: you press Check now, and are mailed when the condition is met.'}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}
