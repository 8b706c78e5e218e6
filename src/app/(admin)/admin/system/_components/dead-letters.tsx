'use client';

import { Button, Group, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { TimeAgo } from '@/ui/time/clock';
import { Pager } from '../../_components/pager';
import { DiscardAll } from './discard-all';
import { overWords, queueWords } from './letter-words';
import classes from './system.module.css';
import { useLetterActs } from './use-letter-acts';
import { Whose } from './whose';

type Letter = RouterOutputs['admin']['system']['deadLetters']['rows'][number];

const LOOK_AGAIN_MS = 30_000;

/** What was given up after all its tries, with the ways to try it again or to put it aside. */
export function DeadLetters() {
  const trpc = useTRPC();
  const [page, setPage] = useState(1);
  const [asking, setAsking] = useState(false);
  const list = useQuery(
    trpc.admin.system.deadLetters.queryOptions(
      { page },
      { refetchInterval: LOOK_AGAIN_MS, placeholderData: keepPreviousData },
    ),
  );
  const acts = useLetterActs();
  const { rows = [], total = 0, retriable = 0 } = list.data ?? {};
  return (
    <section aria-labelledby="given-up">
      <Group justify="space-between" align="flex-end" mb="sm" mt={40}>
        <h2 className={classes.heading} id="given-up">
          Given up
        </h2>
        {rows.length > 0 ? (
          <Group gap="xs">
            <Button size="xs" disabled={retriable === 0} loading={acts.pending} onClick={() => acts.retry('all')}>
              Try all {retriable.toLocaleString('en')} again
            </Button>
            <Button size="xs" variant="default" disabled={acts.pending} onClick={() => setAsking(true)}>
              Put all aside
            </Button>
          </Group>
        ) : null}
      </Group>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={160} radius="lg" /> : null}
      {list.data && rows.length === 0 ? (
        <Text c="dimmed" role="status">
          Nothing was given up in 30 days{page > 1 ? ' beyond the pages before' : ''}.
        </Text>
      ) : null}
      {rows.length > 0 ? <Table letters={rows} acts={acts} /> : null}
      {list.data ? <Pager {...list.data} page={page} onChange={setPage} /> : null}
      <DiscardAll
        total={total}
        opened={asking}
        onClose={() => setAsking(false)}
        onDiscard={() => acts.discard('all')}
      />
    </section>
  );
}

interface TableProps {
  letters: readonly Letter[];
  acts: ReturnType<typeof useLetterActs>;
}

function Table({ letters, acts }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="Given up, newest first" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Person and monitor</th>
            <th scope="col">Why</th>
            <th scope="col">Tried last</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <Row key={`${letter.queue} ${letter.id}`} letter={letter} acts={acts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ letter, acts }: { letter: Letter; acts: TableProps['acts'] }) {
  const { queue, id, at, tries, reason, canRetry } = letter;
  const which = [{ queue, id }];
  return (
    <tr>
      <th scope="row">
        {queueWords(queue)}
        <span className={classes.small}>{id}</span>
      </th>
      <td data-name="Person and monitor">
        <Whose {...letter} />
      </td>
      <td data-name="Why">
        {reason}
        <span className={classes.small}>
          {tries} {tries === 1 ? 'try' : 'tries'}
        </span>
      </td>
      <td data-name="Tried last">
        <TimeAgo at={at} />
      </td>
      <td data-name="What to do">
        <Group gap="xs" wrap="nowrap">
          {canRetry ? (
            <Button size="compact-xs" variant="light" disabled={acts.pending} onClick={() => acts.retry(which)}>
              Try again
            </Button>
          ) : null}
          <Button size="compact-xs" variant="default" disabled={acts.pending} onClick={() => acts.discard(which)}>
            Put aside
          </Button>
        </Group>
        {canRetry ? null : <span className={classes.small}>{overWords(letter)}</span>}
      </td>
    </tr>
  );
}
