'use client';

import { Badge, Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { EmailRequest } from '@/domain/account/account-input';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { notify } from '@/ui/notify';
import { LoadMore } from '@/ui/shell/load-more';
import { LocalTime } from '@/ui/time/clock';
import { useRefetchAdmin } from '../../_components/admin-cache';
import classes from './whitelist.module.css';

type EntryView = RouterOutputs['admin']['whitelist']['list']['entries'][number];

const SEARCH_AFTER_MS = 250;

/** The addresses that are let in when they register, newest first, with the way to add one and to switch it off. */
export function Whitelist() {
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const [searched] = useDebouncedValue(search.trim(), SEARCH_AFTER_MS);
  const list = useInfiniteQuery(
    trpc.admin.whitelist.list.infiniteQueryOptions(
      { ...(searched ? { search: searched } : {}), limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <AddForm />
      <TextInput
        type="search"
        aria-label="Search the list"
        placeholder="Search the list"
        maxLength={320}
        mb="md"
        className={classes.address}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={180} radius="lg" /> : null}
      {list.data && entries.length === 0 ? (
        <Text c="dimmed">{searched ? `No address is found by “${searched}”.` : 'No address is on the list yet.'}</Text>
      ) : null}
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

function Entry({ entry: { id, email, addedAt, addedBy, addedByEmail, isActive } }: { entry: EntryView }) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const change = useMutation(
    trpc.admin.whitelist.setActive.mutationOptions({
      onSettled: refetch,
      onError: (error) => notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message }),
      onSuccess: ({ admitted }) => notify({ message: changedWords(email, !isActive, admitted) }),
    }),
  );
  return (
    <li className={classes.entry}>
      <div className={classes.who}>
        <div className={classes.email} data-inactive={!isActive}>
          {email}
          {isActive ? null : (
            <Badge variant="dot" color="gray" tt="none" fw={500}>
              Not active
            </Badge>
          )}
        </div>
        <div className={classes.facts}>
          Added <LocalTime at={addedAt} />
          {addedBy ? ` by ${addedByEmail ?? addedBy}` : null}
        </div>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={change.isPending}
        aria-label={`${isActive ? 'Deactivate' : 'Activate'} ${email}`}
        onClick={() => change.mutate({ id, isActive: !isActive })}
      >
        {isActive ? 'Deactivate' : 'Activate'}
      </Button>
    </li>
  );
}

function changedWords(email: string, isActive: boolean, admitted: boolean): string {
  if (admitted) return `${email} was waiting and is in now. A mail tells them.`;
  return isActive
    ? `${email} is let in on registering.`
    : `${email} is not let in any more. Who has registered with it stays in.`;
}

/** Puts an address on the list, and says whether somebody was waiting with it. */
function AddForm() {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const form = useForm({ initialValues: { email: '' }, validate: zodValidate(EmailRequest) });
  const formRef = useEarlyInput((name, value) => form.setFieldValue(name, value));
  const add = useMutation(
    trpc.admin.whitelist.add.mutationOptions({
      onSettled: refetch,
      onSuccess: ({ admitted }, { email }) => {
        form.reset();
        notify({ message: changedWords(email, true, admitted) });
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
