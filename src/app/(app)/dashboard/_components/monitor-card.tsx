'use client';

import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { countedHost } from '@/domain/source-health';
import { useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { SourceLink, SourceMark } from '@/ui/evidence/source';
import { BigValue } from '@/ui/monitor/big-value';
import { CheckButton } from '@/ui/monitor/check-button';
import { CheckPhase, CheckSteps } from '@/ui/monitor/check-progress';
import { StatusMark } from '@/ui/monitor/status-mark';
import { type SharedCheck, useCheck } from '@/ui/monitor/use-check';
import { TimeAgo } from '@/ui/time/clock';
import classes from './dashboard.module.css';

/** Why, or why not: what the last evaluation decided, or why the last press came to nothing. */
function Sentence({ monitor, problem }: { monitor: MonitorView; problem: string | null }) {
  const { lastSentence } = monitor;
  if (problem !== null) return <p className={`${classes.sentence} ${classes.problem}`}>{problem}</p>;
  if (lastSentence !== null) return <p className={classes.sentence}>{lastSentence}</p>;
  return <p className={`${classes.sentence} ${classes.quiet}`}>Not checked yet. Press Check now to read the page.</p>;
}

interface MonitorCardProps {
  monitor: MonitorView;
  /** Whether this card follows its live evaluation. */
  follow: boolean;
  /** What a refresh of many tells of it. */
  shared: SharedCheck | undefined;
  /** Whether it is selected, and the way to change that; undefined while nothing is being selected. */
  selection: { selected: boolean; toggle: () => void } | undefined;
}

/** One monitor on the dashboard: value, what is waited for, why nothing was told or why something was. */
export function MonitorCard({ monitor, follow, shared, selection }: MonitorCardProps) {
  const check = useCheck(monitor, follow, shared);
  const nameId = `name-${monitor.id}`;
  const [source] = monitor.sources;
  return (
    <article className={classes.card} aria-labelledby={nameId} data-selected={selection?.selected || undefined}>
      {selection ? (
        // The whole card is the label.
        <label className={classes.select} htmlFor={`select-${monitor.id}`}>
          <Checkbox
            id={`select-${monitor.id}`}
            checked={selection.selected}
            onChange={selection.toggle}
            aria-label={`Select ${monitor.name}`}
          />
        </label>
      ) : null}
      <div>
        <StatusMark monitor={monitor} />
        <h2 className={classes.name} id={nameId}>
          <Link href={`/monitors/${monitor.id}`}>{monitor.name}</Link>
        </h2>
      </div>
      <div>
        <BigValue
          value={monitor.currentValue}
          outcome={monitor.lastOutcome}
          testId="current-value"
          flashes={check.count}
        />
        <p className={classes.fact}>{monitor.extractedFact}</p>
      </div>
      <p className={classes.trigger}>{monitor.triggerCondition}</p>
      <Sentence monitor={monitor} problem={check.problem} />
      <div className={classes.steps}>
        <CheckSteps phase={check.phase} />
      </div>
      <div className={classes.foot}>
        <div className={classes.meta}>
          <span>
            <CheckPhase check={check}>
              {monitor.lastChecked === null
                ? 'Never checked'
                : ['Checked ', <TimeAgo key="at" at={monitor.lastChecked} />]}
            </CheckPhase>
          </span>
          {source === undefined ? <span>No page yet</span> : <CardSource address={source} />}
        </div>
        <CheckButton
          check={check}
          isActive={monitor.isActive}
          describedBy={nameId}
          variant="light"
          size="sm"
          className={classes.above}
        />
      </div>
    </article>
  );
}

/** The page that a card is about, and how it does. All cards share one question to the server. */
function CardSource({ address }: { address: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.sources.ofMine.queryOptions());
  const source = data?.find(({ host }) => host === countedHost(address));
  return (
    <>
      <span className={classes.above}>
        <SourceLink address={address} />
      </span>
      {/* The line stands there before it is known, so that nothing moves. */}
      <span className={classes.above}>{source === undefined ? '\u00a0' : <SourceMark source={source} />}</span>
    </>
  );
}
