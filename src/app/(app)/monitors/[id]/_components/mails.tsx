'use client';

import { Card, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { DeliveryLine } from '@/ui/email/delivery-line';
import { isUnderWay } from '@/ui/email/delivery-words';
import { LocalTime } from '@/ui/time/clock';
import { EmailChoice } from './email-choice';
import classes from './monitor-detail.module.css';

/** While an email is just going out. */
const LOOK_SOON_MS = 3_000;

/** How emails about this monitor come, what was told of it, and what became of that. */
export function Mails({ monitor: { id, name } }: { monitor: MonitorView }) {
  const trpc = useTRPC();
  const {
    data: told,
    isPending,
    error,
  } = useQuery(
    trpc.monitors.notifications.queryOptions(
      { id },
      {
        refetchInterval: ({ state: { data } }) =>
          data?.some(({ delivery }) => isUnderWay(delivery, Date.now())) ? LOOK_SOON_MS : false,
      },
    ),
  );
  return (
    <Card component="section" aria-labelledby="mails">
      <h2 className={classes.cardTitle} id="mails">
        Emails about it
      </h2>
      <EmailChoice id={id} name={name} />
      {isPending ? <Skeleton height={40} /> : null}
      {error ? <Text size="sm">{readFailure(error).message}</Text> : null}
      {told?.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet. You get one when the condition becomes true, and one if three checks in a row fail.
        </Text>
      ) : null}
      {told && told.length > 0 ? (
        <ul className={classes.mails}>
          {told.map(({ id: key, subject, createdAt, delivery }) => (
            <li key={key}>
              {subject}
              <span>
                <LocalTime at={createdAt} /> · <DeliveryLine delivery={delivery} beside={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
