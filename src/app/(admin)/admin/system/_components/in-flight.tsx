'use client';

import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { useClock } from '@/ui/time/clock';
import { spanWords } from './figure-words';
import classes from './system.module.css';
import { Whose } from './whose';

type Evaluation = RouterOutputs['admin']['system']['inFlight']['evaluations'][number];

const LOOK_AGAIN_MS = 5_000;
const PHASES = {
  queued: 'Waits for a worker',
  loading: 'Loads the page',
  reading: 'Reads the page',
  deciding: 'Decides',
} as const;

/** Checks that are not done, the oldest first. */
export function InFlight() {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.system.inFlight.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
  const { evaluations = [], total = 0 } = list.data ?? {};
  return (
    <>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={240} radius="lg" /> : null}
      {list.data ? (
        <Text c="dimmed" mb="sm" role="status">
          {totalWords(total, evaluations.length)}
        </Text>
      ) : null}
      {evaluations.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className={classes.wide} aria-label="Checks under way" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Person and monitor</th>
                <th scope="col">Source</th>
                <th scope="col">State</th>
                <th scope="col">Asked for</th>
                <th scope="col">Begun</th>
                <th scope="col">Its worker’s lease</th>
              </tr>
            </thead>
            <tbody>
              {evaluations.map((evaluation) => (
                <Row key={evaluation.id} evaluation={evaluation} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}

function totalWords(total: number, shown: number): string {
  if (total === 0) return 'No check is under way.';
  const all = `${total.toLocaleString('en')} ${total === 1 ? 'check' : 'checks'}`;
  return shown < total ? `${all}; the ${shown} oldest are shown.` : all;
}

function Row({ evaluation }: { evaluation: Evaluation }) {
  const { monitorId, personId, email, host, phase, requestedAt, startedAt, leaseExpiresAt, attempt } = evaluation;
  const asked = useClock((now) => `${spanWords(now - requestedAt.getTime())} ago`);
  const begun = useClock((now) => (startedAt ? `${spanWords(now - startedAt.getTime())} ago` : '–'));
  const lease = useClock((now) => leaseWords(leaseExpiresAt, now));
  return (
    <tr>
      <th scope="row">
        <Whose personId={personId} email={email} monitorId={monitorId} />
      </th>
      <td data-name="Source">{host ?? 'None'}</td>
      <td data-name="State">
        {PHASES[phase]}
        {attempt > 1 ? <span className={classes.small}>Taken {attempt} times</span> : null}
      </td>
      <td data-name="Asked for">{asked}</td>
      <td data-name="Begun">{begun}</td>
      <td data-name="Its worker’s lease" data-trouble={lease.startsWith('Over') || undefined}>
        {lease}
      </td>
    </tr>
  );
}

/** A lease that is over: its worker is silent, and the check ends within seconds. */
function leaseWords(expiresAt: Date | null, now: number): string {
  if (expiresAt === null) return 'None';
  const left = expiresAt.getTime() - now;
  return left >= 0 ? `${spanWords(left)} left` : `Over for ${spanWords(-left)}`;
}
