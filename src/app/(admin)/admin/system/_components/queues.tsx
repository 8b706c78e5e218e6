'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { TimeAgo } from '@/ui/time/clock';
import { queueWords } from './letter-words';
import classes from './system.module.css';

const LOOK_AGAIN_MS = 10_000;

/** How deep each queue is, and since when its oldest waits. */
export function Queues() {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.system.queues.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MS }));
  return (
    <>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={160} radius="lg" /> : null}
      {list.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className={classes.wide} aria-label="Queues" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col">Waiting</th>
                <th scope="col">Oldest of them due</th>
                <th scope="col">Wanted later</th>
                <th scope="col">Under way</th>
                <th scope="col">Given up</th>
              </tr>
            </thead>
            <tbody>
              {list.data.map(({ queue, waiting, later, underWay, oldestAt, givenUp }) => (
                <tr key={queue}>
                  <th scope="row">{queueWords(queue)}</th>
                  <td data-name="Waiting">{waiting.toLocaleString('en')}</td>
                  <td data-name="Oldest of them due">{oldestAt ? <TimeAgo at={oldestAt} /> : '–'}</td>
                  <td data-name="Wanted later">{later.toLocaleString('en')}</td>
                  <td data-name="Under way">{underWay.toLocaleString('en')}</td>
                  <td data-name="Given up" data-trouble={givenUp > 0 || undefined}>
                    {givenUp.toLocaleString('en')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
