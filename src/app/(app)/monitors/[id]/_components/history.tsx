'use client';

import { Button, Card, Group, Skeleton, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { readFailure } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import { HistoryTable } from './history-table';
import classes from './monitor-detail.module.css';
import { Timeline } from './timeline';
import type { useFacts } from './use-facts';

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
