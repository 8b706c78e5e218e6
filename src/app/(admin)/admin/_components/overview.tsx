'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import classes from './overview.module.css';

type Stats = RouterOutputs['admin']['stats'];
type Part = keyof Stats['health'];

const LOOK_AGAIN_MS = 30_000;

const COUNTS: readonly { key: Exclude<keyof Stats, 'health'>; label: string }[] = [
  { key: 'totalUsers', label: 'People' },
  { key: 'betaUsers', label: 'In the beta' },
  { key: 'totalMonitors', label: 'Monitors' },
  { key: 'activeMonitors', label: 'Active monitors' },
  { key: 'dailyEvaluations', label: 'Checks in 24 hours' },
  { key: 'emailsSent24h', label: 'Mails sent in 24 hours' },
];

const PARTS: readonly { part: Part; label: string }[] = [
  { part: 'database', label: 'Database' },
  { part: 'scrapingService', label: 'Loading pages' },
  { part: 'aiProviders', label: 'Reading pages' },
  { part: 'emailService', label: 'Mails' },
  { part: 'queue', label: 'Queue of checks' },
  { part: 'limits', label: 'Limits' },
];

const HEALTH_WORDS = {
  healthy: 'Healthy',
  warning: 'Needs a look',
  critical: 'Not working',
  unknown: 'Not known',
} as const;

/** The plan's statistics and the health of the parts. */
export function Overview() {
  const trpc = useTRPC();
  const stats = useQuery(trpc.admin.stats.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
  if (stats.isPending) return <Skeleton height={280} radius="lg" />;
  return (
    <>
      <FormAlert message={stats.isError ? readFailure(stats.error).message : null} />
      {stats.data ? <Figures stats={stats.data} /> : null}
    </>
  );
}

function Figures({ stats }: { stats: Stats }) {
  return (
    <>
      <dl className={classes.counts}>
        {COUNTS.map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className="figures">{stats[key].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <h2 className={classes.title}>Health</h2>
      <ul className={classes.parts}>
        {PARTS.map(({ part, label }) => {
          const { health, detail } = stats.health[part];
          return (
            <li key={part}>
              <span className={classes.part}>{label}</span>
              <span className={classes.health} data-health={health}>
                {HEALTH_WORDS[health]}
              </span>
              <span className={classes.detail}>{detail}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
