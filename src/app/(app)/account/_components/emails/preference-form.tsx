'use client';

import { Anchor, Group, NativeSelect, Radio, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { readFailure } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { hourWords, MODE_CHOICES } from '@/ui/email/mode-words';
import { OffByLink } from '@/ui/email/off-by-link';
import { FormAlert } from '@/ui/form/form-alert';
import { ReadyButton } from '@/ui/ready-button';
import { useTimeZone } from '@/ui/time/clock';
import { faultsOf, type PreferenceValues, preferenceOf, valuesOf } from './preference-values';
import { useChoose } from './use-choose';

interface PreferenceFormProps {
  all: RouterOutputs['emails']['preferences']['all'];
  mostADay: number;
}

type Form = UseFormReturnType<PreferenceValues>;

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourWords(hour) }));

/** How alerts of all monitors come. */
export function PreferenceForm({ all, mostADay }: PreferenceFormProps) {
  const form = useForm<PreferenceValues>({ initialValues: valuesOf(all), validate: faultsOf });
  const choose = useChoose();
  const { mode } = form.values;
  const turnOn = () => {
    form.setFieldValue('mode', 'gathered');
    choose.mutate({ ...preferenceOf(valuesOf(all)), mode: 'gathered' });
  };
  return (
    <form onSubmit={form.onSubmit((values) => choose.mutate(preferenceOf(values)))} noValidate>
      <Stack>
        {all.byLinkAt ? <OffByLink at={all.byLinkAt} what="these" pending={choose.isPending} turnOn={turnOn} /> : null}
        <FormAlert message={choose.isError ? readFailure(choose.error).message : null} />
        <Radio.Group label="Emails of alerts" name="mode" {...form.getInputProps('mode')}>
          <Stack gap="sm" mt="xs">
            {MODE_CHOICES.map(({ mode: value, label, about }) => (
              <Radio key={value} value={value} label={label} description={about} />
            ))}
          </Stack>
        </Radio.Group>
        {mode === 'daily' ? (
          <NativeSelect label="At" data={HOURS} w={{ base: '100%', xs: 140 }} {...form.getInputProps('digestHour')} />
        ) : null}
        {mode === 'off' ? null : <QuietHours form={form} />}
        {mode === 'off' ? null : <Clock mostADay={mostADay} />}
        <Group>
          <ReadyButton type="submit" loading={choose.isPending}>
            Save
          </ReadyButton>
        </Group>
      </Stack>
    </form>
  );
}

function QuietHours({ form }: { form: Form }) {
  return (
    <Stack gap="xs">
      <Switch
        label="Quiet hours"
        description="What is alerted in them comes together when they end. A daily email keeps its hour."
        {...form.getInputProps('isQuiet', { type: 'checkbox' })}
      />
      {form.values.isQuiet ? (
        <Group gap="sm" align="flex-start" role="group" aria-label="Quiet hours">
          <TextInput type="time" label="From" w={140} {...form.getInputProps('from')} />
          <TextInput type="time" label="To" w={140} {...form.getInputProps('to')} />
        </Group>
      ) : null}
    </Stack>
  );
}

function Clock({ mostADay }: { mostADay: number }) {
  const zone = useTimeZone();
  return (
    <Text size="sm" c="dimmed">
      Times are by the clock of{' '}
      <Anchor href="#profile" underline="always" size="sm">
        your time zone, {zone}
      </Anchor>
      . At most {mostADay} emails of alerts come a day; the last of them, at 23:00, holds all that is left.
    </Text>
  );
}
