'use client';

import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { TimeAgo } from '@/ui/time/clock';
import { countWords, withUnused } from './proxy-words';
import classes from './sources.module.css';

type Proxy = RouterOutputs['admin']['system']['proxies'][number];

const LOOK_AGAIN_MS = 60_000;

interface ProxiesProps {
  /** Hosts and ports of SCRAPE_PROXIES: never who may use them. */
  configured: readonly string[];
}

/** The proxies that looks leave by: those that are set, and those that were used within 7 days. */
export function Proxies({ configured }: ProxiesProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.system.proxies.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
  const proxies = list.data ? withUnused(list.data, configured) : [];
  return (
    <section aria-labelledby="proxies">
      <h2 className={classes.title} id="proxies">
        Proxies
      </h2>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={120} radius="lg" /> : null}
      {list.data && proxies.length === 0 ? (
        <Text c="dimmed">Looks leave straight from here: no proxies are set (SCRAPE_PROXIES).</Text>
      ) : null}
      {proxies.length > 0 ? <Table proxies={proxies} configured={configured} /> : null}
    </section>
  );
}

function Table({ proxies, configured }: ProxiesProps & { proxies: readonly Proxy[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="All proxies" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Proxy</th>
            <th scope="col">In 24 h</th>
            <th scope="col">In 7 days</th>
            <th scope="col">Last worked</th>
            <th scope="col">Last failed</th>
          </tr>
        </thead>
        <tbody>
          {proxies.map(({ proxy, day, week, lastSuccessAt, lastFailureAt }) => (
            <tr key={proxy}>
              <th scope="row">
                {proxy}
                {configured.includes(proxy) ? null : ' (no longer set)'}
              </th>
              <td className={classes.counts} data-name="In 24 h">
                {countWords(day)}
              </td>
              <td className={classes.counts} data-name="In 7 days">
                {countWords(week)}
              </td>
              <td data-name="Last worked">{lastSuccessAt ? <TimeAgo at={lastSuccessAt} /> : '–'}</td>
              <td data-name="Last failed">{lastFailureAt ? <TimeAgo at={lastFailureAt} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
