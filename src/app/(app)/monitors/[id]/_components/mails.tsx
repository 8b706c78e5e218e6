'use client';

import { Card, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { mailStateWords } from '@/ui/account/account-words';
import { LocalTime } from '@/ui/time/clock';
import classes from './monitor-detail.module.css';

/** What was mailed about this monitor, and whether it went out. */
export function Mails({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: mails, isPending, error } = useQuery(trpc.monitors.notifications.queryOptions({ id }));
  return (
    <Card component="section" aria-labelledby="mails">
      <h2 className={classes.cardTitle} id="mails">
        Mails about it
      </h2>
      {isPending ? <Skeleton height={40} /> : null}
      {error ? <Text size="sm">{readFailure(error).message}</Text> : null}
      {mails?.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet. You get one when the condition becomes true, and one if three checks in a row fail.
        </Text>
      ) : null}
      {mails && mails.length > 0 ? (
        <ul className={classes.mails}>
          {mails.map((mail) => (
            <li key={mail.id}>
              {mail.subject}
              <span>
                {mailStateWords(mail.state)} · <LocalTime at={mail.sentAt ?? mail.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
