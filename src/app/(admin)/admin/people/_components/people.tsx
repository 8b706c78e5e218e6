'use client';

import { Group, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { LoadMore } from '@/ui/shell/load-more';
import classes from './people.module.css';
import { PersonRow } from './person-row';

const SEARCH_AFTER_MS = 250;
const WHICH = { all: 'Everybody', waiting: 'Waiting', suspended: 'Suspended' } as const;
type Which = keyof typeof WHICH;

/** People by search and by state, as far as they were asked for. */
function usePeople(search: string, which: Which) {
  const trpc = useTRPC();
  const filter = { ...(search ? { search } : {}), ...(which === 'all' ? {} : { only: which }) };
  return useInfiniteQuery(
    trpc.admin.people.infiniteQueryOptions(
      { ...filter, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
}

export function People({ adminId }: { adminId: string }) {
  const [search, setSearch] = useState('');
  const [which, setWhich] = useState<Which>('all');
  const [searched] = useDebouncedValue(search.trim(), SEARCH_AFTER_MS);
  const people = usePeople(searched, which);
  const rows = people.data?.pages.flatMap((page) => page.people) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  return (
    <>
      <Group mb="md" gap="sm">
        <TextInput
          type="search"
          aria-label="Search people by address or name"
          placeholder="Address or name"
          maxLength={100}
          className={classes.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Which people"
          data={Object.entries(WHICH).map(([value, label]) => ({ value, label }))}
          value={which}
          onChange={(value) => setWhich(value as Which)}
        />
      </Group>
      <FormAlert message={people.isError ? readFailure(people.error).message : null} />
      {people.isPending ? <Skeleton height={220} radius="lg" /> : null}
      {people.data ? (
        <Text size="sm" c="dimmed" mb="xs" role="status">
          {total === 0
            ? nobodyWords(searched, which)
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

function nobodyWords(search: string, which: Which): string {
  if (search) return `Nobody${which === 'all' ? '' : ` ${WHICH[which].toLowerCase()}`} is found by “${search}”.`;
  return which === 'waiting' ? 'Nobody is waiting.' : 'Nobody is suspended.';
}
