'use client';

import { Button, Card, Group, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { PAGE_SIZE } from '@/domain/limits';
import { readFailure, useTRPC } from '@/trpc/client';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import { LocalTime } from '@/ui/time/clock';
import { changeWords, factWords, stretchesOf } from './fact-words';
import classes from './monitor-detail.module.css';

const CHART_HEIGHT = 240;

/** The chart's library is a third of the page's scripts: it comes after them. */
const HistoryChart = dynamic(() => import('./history-chart').then((module) => module.HistoryChart), {
  ssr: false,
  loading: () => <Skeleton height={CHART_HEIGHT} radius="md" />,
});

interface HistoryProps {
  monitor: MonitorView;
  history: ReturnType<typeof useFacts>;
}

/** Numbers over time as a line, other values as a list of what they became; below it, every fact. */
export function History({ monitor, history }: HistoryProps) {
  const { facts, pending, error, hasMore, loadingMore, loadMore } = history;
  const numbers = facts.filter(({ value }) => value?.type === 'number').length;
  return (
    <Card component="section" aria-labelledby="history">
      <h2 className={classes.cardTitle} id="history">
        History
      </h2>
      <FormAlert message={error ? readFailure(error).message : null} />
      {pending ? <Skeleton height={CHART_HEIGHT} radius="md" /> : null}
      {!pending && facts.length === 0 ? (
        <Text size="sm" c="dimmed">
          Every check that reads a value adds a line here.
        </Text>
      ) : null}
      {numbers > 1 ? <HistoryChart facts={facts} trigger={monitor.trigger} height={CHART_HEIGHT} /> : null}
      {numbers === 0 && facts.length > 0 ? <Timeline facts={facts} /> : null}
      {facts.length > 0 ? <HistoryTable facts={facts} /> : null}
      {hasMore ? (
        <Group justify="center" mt="md">
          <Button variant="default" size="xs" loading={loadingMore} onClick={loadMore}>
            Load more
          </Button>
        </Group>
      ) : null}
    </Card>
  );
}

/** Every fact: when, what, how it differs, whether it was told, and why or why not. */
function HistoryTable({ facts }: { facts: readonly FactView[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="All values" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Value</th>
            <th scope="col">Change</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <td className="figures">
                <LocalTime at={fact.extractedAt} />
              </td>
              <td className={classes.value}>{factWords(fact)}</td>
              <td className="figures">{changeWords(fact)}</td>
              <td className={classes.why}>
                {fact.triggeredAlert ? <span className={classes.alert}>Alert</span> : null} {decisionOf(fact)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The badge says "Alert" already. */
function decisionOf({ sentence, triggeredAlert }: FactView): string {
  const rest = triggeredAlert ? sentence.replace(/^Alert:\s*/, '') : sentence;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

const MOST = 6;

/** What a value that is no number became, newest first. */
function Timeline({ facts }: { facts: readonly FactView[] }) {
  const stretches = stretchesOf(facts);
  if (stretches.length < 2) return null;
  return (
    <ol className={classes.timeline} aria-label="What it became, newest first">
      {stretches.slice(0, MOST).map(({ id, words, from, checks, alert }) => (
        <li key={id} data-alert={alert || undefined}>
          <b>
            {words} {alert ? <span className={classes.alert}>Alert</span> : null}
          </b>
          <span>
            since <LocalTime at={from} />, {checks === 1 ? '1 check' : `${checks} checks`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The history of a monitor, newest first, as far as it was asked for. */
export function useFacts(id: string) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.monitors.facts.infiniteQueryOptions(
      { id, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return {
    facts: query.data?.pages.flatMap((page) => page.facts) ?? [],
    pending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
