'use client';

import { Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { useLocale } from '@/ui/locale';
import { LocalTime } from '@/ui/time/clock';
import { factWords } from '../history/fact-words';
import classes from './chart.module.css';
import { lastedWords, type Stretch, stretchesOf } from './stretches';
import type { ChartWindow } from './use-window';

/** More lines say nothing at a glance; every check stands below. */
const MOST = 8;

/** What a value that is no number became, and how long it stayed so. */
export function Timeline({ monitor, view }: { monitor: MonitorView; view: ChartWindow }) {
  const trpc = useTRPC();
  const locale = useLocale();
  const { data, error, isPending } = useQuery(
    trpc.history.turns.queryOptions({ id: monitor.id, window: view.window }, { placeholderData: keepPreviousData }),
  );
  if (error) return <Text size="sm">{readFailure(error).message}</Text>;
  if (isPending || data === undefined) return <Skeleton className={classes.place} radius="md" />;
  const stretches = stretchesOf(data, (turn) => factWords(turn, monitor.property, locale));
  if (stretches.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing was read in this time.
      </Text>
    );
  }
  return (
    <>
      <Strip stretches={stretches} />
      <ol className={classes.turns} aria-label="What it became, newest first">
        {stretches.slice(0, MOST).map((stretch) => (
          <li key={stretch.id} data-tone={stretch.tone} data-alert={stretch.alert || undefined}>
            <b>
              {stretch.words} {stretch.alert ? <span className={classes.alertWord}>Alert</span> : null}
            </b>
            <span>
              {stretch.beganBefore ? 'since before ' : 'since '}
              <LocalTime at={new Date(stretch.from)} />, {lastedWords(stretch)}
            </span>
          </li>
        ))}
      </ol>
      {stretches.length > MOST ? <p className={classes.note}>and {stretches.length - MOST} earlier ones</p> : null}
    </>
  );
}

/** The same as a strip of time, the newest at its right end; the list says it in words. */
function Strip({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <div className={classes.strip} aria-hidden="true">
      {[...stretches].reverse().map(({ id, from, until, tone, alert, words }) => (
        <span
          key={id}
          style={{ flexGrow: Math.max(1, until - from) }}
          data-tone={tone}
          data-alert={alert || undefined}
          title={words}
        />
      ))}
    </div>
  );
}
