'use client';

import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceWindow } from '@/domain/source-health';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { failureWords, rateWords, secondsWords } from '@/ui/evidence/evidence-words';
import { SourceMark } from '@/ui/evidence/source';
import { FormAlert } from '@/ui/form/form-alert';
import classes from './sources.module.css';

type Source = RouterOutputs['sources']['list'][number];

const LOOK_AGAIN_MS = 60_000;

/** Every host of the last week with its figures, worst first. */
export function Sources() {
  const trpc = useTRPC();
  const list = useQuery(trpc.sources.list.queryOptions({}, { refetchInterval: LOOK_AGAIN_MS }));
  return (
    <>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={240} radius="lg" /> : null}
      {list.data?.length === 0 ? <Text c="dimmed">Nothing was looked at within 7 days.</Text> : null}
      {list.data && list.data.length > 0 ? <Table sources={list.data} /> : null}
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
  const { host, day, week } = source;
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
