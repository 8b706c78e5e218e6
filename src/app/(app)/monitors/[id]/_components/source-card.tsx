'use client';

import { Card, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceWindow } from '@/domain/source-health';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { failureWords, looksWords, secondsWords } from '@/ui/evidence/evidence-words';
import { SourceMark } from '@/ui/evidence/source';
import classes from './monitor-detail.module.css';

type Source = RouterOutputs['sources']['ofMonitor'][number];

function Window({ time, window }: { time: string; window: SourceWindow }) {
  const failures = failureWords(window);
  const { p50Ms, p95Ms } = window;
  return (
    <div>
      <dt>{time}</dt>
      <dd className="figures">
        {looksWords(window)}
        {p50Ms === null ? null : ` · usually ${secondsWords(p50Ms)}`}
        {p95Ms === null ? null : ` · 95\u00a0% within ${secondsWords(p95Ms)}`}
        {failures === null ? null : <div>{failures}</div>}
      </dd>
    </div>
  );
}

function Health({ source }: { source: Source }) {
  return (
    <div className={classes.source}>
      <p className={classes.host}>
        <span>{source.host}</span> <SourceMark source={source} />
      </p>
      <dl className={classes.terms}>
        <Window time="Last 24 hours" window={source.day} />
        <Window time="Last 7 days" window={source.week} />
      </dl>
    </div>
  );
}

/** How the sites behind the monitor's pages do: every look at them counts, whoever asked for it. */
export function SourceCard({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: sources, isPending, error } = useQuery(trpc.sources.ofMonitor.queryOptions({ id }));
  if (sources?.length === 0) return null;
  return (
    <Card component="section" aria-labelledby="source">
      <h2 className={classes.cardTitle} id="source">
        How the site answers
      </h2>
      {isPending ? <Skeleton height={120} /> : null}
      {error ? <Text size="sm">{readFailure(error).message}</Text> : null}
      {sources?.map((source) => (
        <Health key={source.host} source={source} />
      ))}
    </Card>
  );
}
