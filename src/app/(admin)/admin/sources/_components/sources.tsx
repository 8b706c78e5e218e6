'use client';

import { Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SourceWindow } from '@/domain/source-health';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { failureWords, rateWords, secondsWords } from '@/ui/evidence/evidence-words';
import { SourceMark } from '@/ui/evidence/source';
import { FormAlert } from '@/ui/form/form-alert';
import { TimeAgo } from '@/ui/time/clock';
import { Pager } from '../../_components/pager';
import classes from './sources.module.css';

type Source = RouterOutputs['admin']['system']['sources']['rows'][number];

const LOOK_AGAIN_MS = 60_000;
const SEARCH_AFTER_MS = 250;

/** Every host of the last week with its figures, worst first, found by a part of its name. */
export function Sources() {
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [searched] = useDebouncedValue(search.trim(), SEARCH_AFTER_MS);
  const list = useQuery(
    trpc.admin.system.sources.queryOptions(
      { search: searched, page },
      { refetchInterval: LOOK_AGAIN_MS, placeholderData: keepPreviousData },
    ),
  );
  const sources = list.data?.rows ?? [];
  return (
    <>
      <TextInput
        type="search"
        aria-label="Search sources by host"
        placeholder="A part of a host"
        maxLength={255}
        className={classes.search}
        mb="md"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setPage(1);
        }}
      />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={240} radius="lg" /> : null}
      {list.data && sources.length === 0 ? (
        <Text c="dimmed" role="status">
          {searched ? `No host of the last 7 days holds “${searched}”.` : 'Nothing was looked at within 7 days.'}
        </Text>
      ) : null}
      {sources.length > 0 ? <Table sources={sources} /> : null}
      {list.data ? <Pager {...list.data} page={page} onChange={setPage} /> : null}
    </>
  );
}

function Table({ sources }: { sources: readonly Source[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="All sources" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Host</th>
            <th scope="col">State</th>
            <th scope="col">
              Worked
              <br />
              in 24 h
            </th>
            <th scope="col">
              Worked
              <br />
              in 7 days
            </th>
            <th scope="col">
              Usually
              <br />
              (p50)
            </th>
            <th scope="col">
              95 % within
              <br />
              (p95)
            </th>
            <th scope="col">
              Failures
              <br />
              in 7 days
            </th>
            <th scope="col">
              Last
              <br />
              worked
            </th>
            <th scope="col">
              Last
              <br />
              failed
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Row key={source.host} source={source} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ source }: { source: Source }) {
  const { host, day, week, lastSuccessAt, lastFailureAt } = source;
  // Of the day where it brought a page, else of the week.
  const { p50Ms, p95Ms } = day.p50Ms === null ? week : day;
  return (
    <tr>
      <th scope="row">{host}</th>
      <td className={classes.state}>
        <SourceMark source={source} />
      </td>
      <Rate name="Worked in 24 h" window={day} />
      <Rate name="Worked in 7 days" window={week} />
      <td className="figures" data-name="Usually">
        {p50Ms === null ? '–' : secondsWords(p50Ms)}
      </td>
      <td className="figures" data-name="95 % within">
        {p95Ms === null ? '–' : secondsWords(p95Ms)}
      </td>
      <td className={classes.failures}>{failureWords(week) ?? 'None'}</td>
      <td data-name="Last worked">{lastSuccessAt ? <TimeAgo at={lastSuccessAt} /> : '–'}</td>
      <td data-name="Last failed">{lastFailureAt ? <TimeAgo at={lastFailureAt} /> : '–'}</td>
    </tr>
  );
}

function Rate({ name, window }: { name: string; window: SourceWindow }) {
  return (
    <td className="figures" data-name={name}>
      {rateWords(window)}
    </td>
  );
}
