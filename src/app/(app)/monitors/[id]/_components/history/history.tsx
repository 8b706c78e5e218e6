'use client';

import { Button, Card, Group, Skeleton, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { readFailure } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import detail from '../monitor-detail.module.css';
import { foldRows, type HistoryItem } from './fold';
import classes from './history.module.css';
import { HistoryRow, itemKey } from './history-row';
import type { MonitorHistory } from './use-history';

const Comparison = dynamic(() => import('./comparison').then((module) => module.Comparison), { ssr: false });

interface HistoryProps {
  monitor: MonitorView;
  history: MonitorHistory;
}

/** Every check, newest first: what was read or why nothing was. Each row opens what proves it. */
export function History({ monitor, history }: HistoryProps) {
  const { rows, pending, error, hasMore, loadingMore, loadMore } = history;
  const [compared, compare] = useState<readonly string[] | null>(null);
  const facts = rows.flatMap((row) => (row.kind === 'fact' ? [row.fact] : []));
  return (
    <Card component="section" aria-labelledby="history">
      <div className={classes.head}>
        <h2 className={detail.cardTitle} id="history">
          Every check
        </h2>
        {facts.length > 1 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => compare(compared === null ? [] : null)}>
            {compared === null ? 'Compare two' : 'End comparing'}
          </Button>
        ) : null}
      </div>
      <FormAlert message={error ? readFailure(error).message : null} />
      {pending ? <Skeleton height={240} radius="md" /> : null}
      {!pending && rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          Every check adds a line here: what was read, or why nothing was.
        </Text>
      ) : null}
      {compared === null ? null : <Comparison monitor={monitor} facts={facts} ids={compared} />}
      <Rows monitor={monitor} items={foldRows(rows)} compared={compared} compare={compare} />
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

interface RowsProps {
  monitor: MonitorView;
  items: readonly HistoryItem[];
  /** Ids of the facts that are compared; null while nothing is. */
  compared: readonly string[] | null;
  compare: (ids: readonly string[]) => void;
}

function Rows({ monitor, items, compared, compare }: RowsProps) {
  if (items.length === 0) return null;
  const toggle = (id: string) => {
    if (compared === null) return;
    // The third one takes the place of the first.
    compare(compared.includes(id) ? compared.filter((one) => one !== id) : [...compared, id].slice(-2));
  };
  return (
    <ul className={classes.rows} aria-label="Every check, newest first">
      {items.map((item) => (
        <HistoryRow
          key={itemKey(item)}
          monitor={monitor}
          item={item}
          selection={compared === null ? null : { ids: compared, toggle }}
        />
      ))}
    </ul>
  );
}
