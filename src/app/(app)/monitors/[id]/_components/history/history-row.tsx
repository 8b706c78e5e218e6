'use client';

import { Checkbox, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { type ReactNode, useId } from 'react';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import type { FailureView } from '@/trpc/history-view';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { useLocale } from '@/ui/locale';
import { changeWords } from '@/ui/monitor/change-words';
import { LocalTime } from '@/ui/time/clock';
import { decisionOf, factWords } from './fact-words';
import type { FactRow, HistoryItem } from './fold';
import classes from './history.module.css';

/** As high as most of what comes: a row that is opened does not jump. */
const loading = () => <Skeleton height={220} radius="md" />;
const FactDetails = dynamic(() => import('./fact-details').then((module) => module.FactDetails), {
  ssr: false,
  loading,
});
const FailureDetails = dynamic(() => import('./failure-details').then((module) => module.FailureDetails), {
  ssr: false,
  loading,
});

/** Which facts are compared, and the way to change that. */
interface Selection {
  ids: readonly string[];
  toggle: (id: string) => void;
}

interface RowProps {
  monitor: MonitorView;
  selection: Selection | null;
}

/** Stays the same when more of its run is loaded. */
export function itemKey(item: HistoryItem): string {
  if (item.kind === 'fact') return item.fact.id;
  if (item.kind === 'failure') return item.failure.id;
  return item.kind === 'unchanged' ? `same ${item.rows[0]?.fact.id}` : `failed ${item.failures[0]?.id}`;
}

/** A line of the history, and what it opens. */
export function HistoryRow({ item, ...props }: RowProps & { item: HistoryItem }) {
  if (item.kind === 'fact') return <Fact row={item} {...props} />;
  if (item.kind === 'failure') return <Failure failure={item.failure} monitor={props.monitor} />;
  if (item.kind === 'unchanged') return <Unchanged rows={item.rows} {...props} />;
  return <Failures failures={item.failures} monitor={props.monitor} />;
}

interface LineProps {
  /** What the line says: children of its button, so words only. */
  children: ReactNode;
  open: () => ReactNode;
  testId: string;
  tone?: 'failure' | 'alert' | 'quiet' | undefined;
  before?: ReactNode;
}

/** A button that opens what stands below it. */
function Line({ children, open, testId, tone, before }: LineProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <li className={classes.row} data-tone={tone} data-testid={testId}>
      <div className={classes.line}>
        {before}
        <button type="button" className={classes.summary} aria-expanded={opened} aria-controls={id} onClick={toggle}>
          {children}
        </button>
      </div>
      <div id={id} className={classes.opened} hidden={!opened}>
        {opened ? open() : null}
      </div>
    </li>
  );
}

function Fact({ row, monitor, selection }: RowProps & { row: FactRow }) {
  const { fact } = row;
  const locale = useLocale();
  return (
    <Line
      testId="history-row"
      tone={fact.triggeredAlert ? 'alert' : undefined}
      open={() => <FactDetails monitor={monitor} row={row} />}
      before={selection ? <Choice fact={fact} property={monitor.property} selection={selection} /> : null}
    >
      <span className={classes.value}>{factWords(fact, monitor.property, locale)}</span>
      <span className={classes.change}>{changeWords(fact, locale)}</span>
      <span className={classes.why}>
        {fact.triggeredAlert ? <span className={classes.alert}>Alert</span> : null} {decisionOf(fact, locale)}
      </span>
      <span className={classes.time}>
        <LocalTime at={fact.extractedAt} />
      </span>
    </Line>
  );
}

function Choice({ fact, property, selection }: { fact: FactView; property: string; selection: Selection }) {
  const locale = useLocale();
  return (
    <Checkbox
      className={classes.choice}
      checked={selection.ids.includes(fact.id)}
      onChange={() => selection.toggle(fact.id)}
      aria-label={`Compare ${factWords(fact, property, locale)} of ${fact.extractedAt.toISOString().slice(0, 16)}`}
    />
  );
}

function Failure({ failure, monitor }: { failure: FailureView; monitor: MonitorView }) {
  const locale = useLocale();
  return (
    <Line testId="failure-row" tone="failure" open={() => <FailureDetails failure={failure} monitor={monitor} />}>
      <span className={classes.value}>{outcomeWords(failure.outcome).short}</span>
      <span className={classes.change}>Failed</span>
      <span className={classes.why}>{sentenceIn(locale, failure.sentence)}</span>
      <span className={classes.time}>
        <LocalTime at={failure.at} />
      </span>
    </Line>
  );
}

/** Checks in a row that read the same: one line, which opens them. */
function Unchanged({ rows, ...props }: RowProps & { rows: readonly FactRow[] }) {
  const locale = useLocale();
  const [newest, oldest] = [rows[0]?.fact, rows.at(-1)?.fact];
  if (!newest || !oldest) return null;
  return (
    <Line
      testId="unchanged-rows"
      tone="quiet"
      open={() => (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <Fact key={row.fact.id} row={row} {...props} />
          ))}
        </ul>
      )}
    >
      <span className={classes.value}>{factWords(newest, props.monitor.property, locale)}</span>
      <span className={classes.change}>Unchanged {rows.length} times</span>
      <Between from={oldest.extractedAt} until={newest.extractedAt} />
    </Line>
  );
}

function Failures({ failures, monitor }: { failures: readonly FailureView[]; monitor: MonitorView }) {
  const [newest, oldest] = [failures[0], failures.at(-1)];
  if (!newest || !oldest) return null;
  return (
    <Line
      testId="failure-rows"
      tone="failure"
      open={() => (
        <ul className={classes.rows}>
          {failures.map((failure) => (
            <Failure key={failure.id} failure={failure} monitor={monitor} />
          ))}
        </ul>
      )}
    >
      <span className={classes.value}>{outcomeWords(newest.outcome).short}</span>
      <span className={classes.change}>Failed {failures.length} times</span>
      <Between from={oldest.at} until={newest.at} />
    </Line>
  );
}

function Between({ from, until }: { from: Date; until: Date }) {
  return (
    <span className={classes.time}>
      <LocalTime at={from} /> to <LocalTime at={until} />
    </span>
  );
}
