'use client';

import { Button, Card, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import { CreateUserSchema } from '@/domain/account/account-input';
import { LocaleChoice } from '@/domain/locale-choice';
import { formatNumber } from '@/domain/value/value-format';
import { LOCALES, type Locale } from '@/domain/written/locales';
import { TimeZone } from '@/domain/written/time-zone';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { notify } from '@/ui/notify';
import { formatDateTime } from '@/ui/time/time-words';

const Profile = z.object({ name: CreateUserSchema.shape.name, timeZone: TimeZone, locale: LocaleChoice });

/** Every zone this browser knows, the person's own among them even where it does not. */
function timeZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}

const EXAMPLE = { number: '-1234567.89', moment: new Date('2026-11-29T14:30:00Z') };

/** "Standard: −1,234,567.89 · 29 Nov 2026, 14:30" */
function localeLabel({ code, name }: { code: Locale; name: string }): string {
  const number = formatNumber(EXAMPLE.number, null, { locale: code });
  return `${name}: ${number} · ${formatDateTime(EXAMPLE.moment, 'UTC', code)}`;
}

interface ProfileFormProps {
  name: string;
  timeZone: string;
  locale: Locale;
}

export function ProfileForm({ name, timeZone, locale }: ProfileFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm({ initialValues: { name, timeZone, locale }, validate: zodValidate(Profile) });
  const update = useMutation(
    trpc.account.updateProfile.mutationOptions({
      onSuccess: () => {
        router.refresh();
        notify({ message: 'Your account was saved.' });
      },
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  const early = useEarlyInput((field, value) => field === 'name' && form.setFieldValue('name', value));
  return (
    <Card component="section" aria-labelledby="profile">
      <Title order={2} fz="h4" id="profile" mb="md">
        About you
      </Title>
      <form ref={early} onSubmit={form.onSubmit((values) => update.mutate(values))} noValidate>
        <Stack>
          <FormAlert message={update.isError ? readFailure(update.error).message : null} />
          <TextInput label="Name" autoComplete="name" required withAsterisk={false} {...form.getInputProps('name')} />
          <Select
            label="Time zone"
            description="Times in mails and on pages are shown in this zone."
            data={timeZones(timeZone)}
            searchable
            allowDeselect={false}
            required
            withAsterisk={false}
            limit={60}
            nothingFoundMessage="No such zone"
            {...form.getInputProps('timeZone')}
          />
          <Select
            label="Numbers and dates"
            description="How they are written in mails and on pages. Words stay English."
            data={LOCALES.map((one) => ({ value: one.code, label: localeLabel(one) }))}
            allowDeselect={false}
            required
            withAsterisk={false}
            {...form.getInputProps('locale')}
          />
          <Group>
            <Button type="submit" loading={update.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
