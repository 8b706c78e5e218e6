'use client';

import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { EmailRequest } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { useEarlyInput } from '@/ui/form/use-early-input';
import { firstMessages, zodValidate } from '@/ui/form/zod-validate';
import { useRefetchAdmin } from '../../_components/use-refetch-admin';
import classes from './whitelist.module.css';

/** Puts an address on the list, and says whether somebody was waiting with it. */
export function AddForm() {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const form = useForm({ initialValues: { email: '' }, validate: zodValidate(EmailRequest) });
  const formRef = useEarlyInput((name, value) => form.setFieldValue(name, value));
  const add = useMutation(
    trpc.admin.addToWhitelist.mutationOptions({
      onSettled: refetch,
      onSuccess: ({ admitted }, { email }) => {
        form.reset();
        const message = admitted
          ? `${email} was waiting and is in now. A mail tells them.`
          : `${email} is let in on registering.`;
        notifications.show({ message });
      },
      onError: (error) => {
        const { message, fields } = readFailure(error);
        form.setErrors({ email: message, ...firstMessages(fields) });
      },
    }),
  );
  return (
    <form ref={formRef} className={classes.add} onSubmit={form.onSubmit((values) => add.mutate(values))} noValidate>
      <TextInput
        type="email"
        label="Address"
        placeholder="name@example.org"
        autoComplete="off"
        className={classes.address}
        {...form.getInputProps('email')}
      />
      <Button type="submit" loading={add.isPending}>
        Add to the list
      </Button>
    </form>
  );
}
