'use client';

import { Button, Group } from '@mantine/core';

interface Props {
  /** An infinite query of react-query has all of these. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label?: string;
}

/** The way to the next page of a list, as long as there is one. */
export function LoadMore({ list, label = 'Load more' }: Props) {
  if (!list.hasNextPage) return null;
  return (
    <Group justify="center" mt="md">
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {label}
      </Button>
    </Group>
  );
}
