'use client';

import { Group, Select, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PeopleGroup, PeopleOrder } from '@/domain/account/administration';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import classes from './people.module.css';
import { PersonRow } from './person-row';

const SEARCH_AFTER_MS = 250;
const GROUPS: Record<PeopleGroup, string> = {
  waiting: 'Waiting',
  unconfirmed: 'Not confirmed',
  suspended: 'Suspended',
  leaving: 'About to be deleted',
  admins: 'Admins',
};
const ORDERS: Record<PeopleOrder, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'By name',
  email: 'By address',
  lastSignIn: 'Last sign-in first',
};
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

interface Choice {
  search: string;
  only: PeopleGroup | null;
  order: PeopleOrder;
}

/** People by search, state and order, as far as they were asked for. */
function usePeople({ search, only, order }: Choice) {
  const trpc = useTRPC();
  const filter = { ...(search ? { search } : {}), ...(only ? { only } : {}), order };
  return useInfiniteQuery(
    trpc.admin.people.list.infiniteQueryOptions(
      { ...filter, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
}

export function People({ adminId }: { adminId: string }) {
  const [choice, setChoice] = useState<Choice>({ search: '', only: null, order: 'newest' });
  const [searched] = useDebouncedValue(choice.search.trim(), SEARCH_AFTER_MS);
  const people = usePeople({ ...choice, search: searched });
  const rows = people.data?.pages.flatMap((page) => page.people) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  return (
    <>
      <Choices choice={choice} onChange={(change) => setChoice((before) => ({ ...before, ...change }))} />
      <FormAlert message={people.isError ? readFailure(people.error).message : null} />
      {people.isPending ? <Skeleton height={220} radius="lg" /> : null}
      {people.data ? (
        <Text size="sm" c="dimmed" mb="xs" role="status">
          {total === 0
            ? nobodyWords(searched, choice.only)
            : `${total.toLocaleString('en')} ${total === 1 ? 'person' : 'people'}`}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes.list} aria-busy={people.isPlaceholderData}>
          {rows.map((person) => (
            <PersonRow key={person.id} person={person} isSelf={person.id === adminId} />
          ))}
        </ul>
      ) : null}
      <LoadMore list={people} />
    </>
  );
}

function Choices({ choice, onChange }: { choice: Choice; onChange: (change: Partial<Choice>) => void }) {
  return (
    <Group component="search" mb="md" gap="sm">
      <TextInput
        type="search"
        aria-label="Search people by address or name"
        placeholder="Address or name"
        maxLength={100}
        className={classes.search}
        value={choice.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <Select
        aria-label="Which people"
        placeholder="Everybody"
        data={options(GROUPS)}
        clearable
        clearButtonProps={{ 'aria-label': 'Everybody' }}
        className={classes.choice}
        value={choice.only}
        onChange={(only) => onChange({ only: PeopleGroup.nullable().parse(only) })}
      />
      <Select
        aria-label="Order"
        data={options(ORDERS)}
        allowDeselect={false}
        className={classes.choice}
        value={choice.order}
        onChange={(order) => onChange({ order: PeopleOrder.parse(order) })}
      />
    </Group>
  );
}

function nobodyWords(search: string, only: PeopleGroup | null): string {
  const which = only ? ` (${GROUPS[only].toLowerCase()})` : '';
  return search ? `Nobody${which} is found by “${search}”.` : `Nobody${which}.`;
}
