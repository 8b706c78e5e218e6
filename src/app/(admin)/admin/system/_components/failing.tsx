'use client';

import { Select, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { TimeAgo } from '@/ui/time/clock';
import { Pager } from '../../_components/pager';
import classes from './system.module.css';
import { Whose } from './whose';

const LOOK_AGAIN_MS = 60_000;
const LEAST = ['1', '2', '3', '5', '10'].map((value) => ({ value, label: `${value} or more` }));

/** Monitors whose checks fail in a row, those that do so most often first. */
export function Failing() {
  const trpc = useTRPC();
  const [least, setLeast] = useState(2);
  const [page, setPage] = useState(1);
  const list = useQuery(
    trpc.admin.system.failing.queryOptions(
      { page, least },
      { refetchInterval: LOOK_AGAIN_MS, placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <Select
        label="Failed in a row"
        w={180}
        mb="md"
        data={LEAST}
        value={String(least)}
        allowDeselect={false}
        onChange={(value) => {
          setLeast(Number(value));
          setPage(1);
        }}
      />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={240} radius="lg" /> : null}
      {list.data?.rows.length === 0 ? (
        <Text c="dimmed" role="status">
          No active monitor fails so often in a row.
        </Text>
      ) : null}
      {list.data && list.data.rows.length > 0 ? <Table rows={list.data.rows} /> : null}
      {list.data ? <Pager {...list.data} page={page} onChange={setPage} /> : null}
    </>
  );
}

function Table({ rows }: Pick<RouterOutputs['admin']['system']['failing'], 'rows'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="Failing monitors" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Person and monitor</th>
            <th scope="col">Source</th>
            <th scope="col">Failure</th>
            <th scope="col">In a row</th>
            <th scope="col">Since</th>
            <th scope="col">Last check</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ monitorId, personId, email, host, outcome, streak, since, lastCheckedAt }) => (
            <tr key={monitorId}>
              <th scope="row">
                <Whose personId={personId} email={email} monitorId={monitorId} />
              </th>
              <td data-name="Source">{host ?? 'None'}</td>
              <td data-name="Failure">{outcome ? outcomeWords(outcome).short : '–'}</td>
              <td data-name="In a row">{streak}</td>
              <td data-name="Since">{since ? <TimeAgo at={since} /> : '–'}</td>
              <td data-name="Last check">{lastCheckedAt ? <TimeAgo at={lastCheckedAt} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
