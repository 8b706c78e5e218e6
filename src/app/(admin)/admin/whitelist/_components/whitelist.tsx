'use client';

import { Badge, Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { EmailRequest } from '@/domain/account/account-input';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime } from '@/ui/time/clock';
import { useRefetchAdmin } from '../../_components/admin-cache';
import classes from './whitelist.module.css';

type EntryView = RouterOutputs['admin']['whitelist']['entries'][number];

/** The addresses that are let in when they register, newest first, with the way to add and to revoke one. */
export function Whitelist() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.admin.whitelist.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <AddForm />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={180} radius="lg" /> : null}
      {list.data && entries.length === 0 ? <Text c="dimmed">No address is on the list yet.</Text> : null}
      {entries.length > 0 ? (
        <ul className={classes.list}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
      <LoadMore list={list} />
    </>
  );
}

function Entry({ entry: { id, email, addedAt, addedBy, isActive } }: { entry: EntryView }) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const revoke = useMutation(
    trpc.admin.revokeFromWhitelist.mutationOptions({
      onSettled: refetch,
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Not revoked', message: readFailure(error).message }),
      onSuccess: () =>
        notifications.show({ message: `${email} is off the list. Who has registered with it stays in.` }),
    }),
  );
  return (
    <li className={classes.entry}>
      <div className={classes.who}>
        <div className={classes.email} data-revoked={!isActive}>
          {email}
        </div>
        <div className={classes.facts}>
          Added <LocalTime at={addedAt} />
          {addedBy ? ` by ${addedBy}` : null}
        </div>
      </div>
      {isActive ? (
        <Button
          size="xs"
          variant="default"
          loading={revoke.isPending}
          aria-label={`Revoke ${email}`}
          onClick={() => revoke.mutate({ id })}
        >
          Revoke
        </Button>
      ) : (
        <Badge variant="dot" color="gray" tt="none" fw={500}>
          Revoked
        </Badge>
      )}
    </li>
  );
}

/** Puts an address on the list, and says whether somebody was waiting with it. */
function AddForm() {
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
