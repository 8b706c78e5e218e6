'use client';

import { Button, Card, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import { CreateUserSchema } from '@/domain/account/account-input';
import { TimeZone } from '@/domain/written/time-zone';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { notify } from '@/ui/notify';

const Profile = z.object({ name: CreateUserSchema.shape.name, timeZone: TimeZone });

/** Every zone this browser knows, the person's own among them even where it does not. */
function timeZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}

export function ProfileForm({ name, timeZone }: { name: string; timeZone: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm({ initialValues: { name, timeZone }, validate: zodValidate(Profile) });
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
