'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { MailFrame } from '@/ui/account/mail-frame';
import { FormAlert } from '@/ui/form/form-alert';
import { TextLink } from '@/ui/shell/link-button';
import { LocalTime } from '@/ui/time/clock';
import { eventWords } from './event-words';
import classes from './outbox.module.css';

type Opened = RouterOutputs['outbox']['email'];

interface OpenedMailProps {
  bodyId: string;
  mail: RouterOutputs['outbox']['list'][number];
}

/** A mail as its receiver has it, as plain text, and what was told of it. */
export function OpenedMail({ bodyId, mail: { id, monitorId } }: OpenedMailProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.outbox.email.queryOptions({ id }));
  return (
    <div id={bodyId} className={classes.mail}>
      {error ? <FormAlert message={readFailure(error).message} /> : null}
      {!data && !error ? <Skeleton height="42rem" /> : null}
      {data ? <Body opened={data} monitorId={monitorId} /> : null}
    </div>
  );
}

function Body({ opened, monitorId }: { opened: Opened; monitorId: string | null }) {
  return (
    <>
      <div>
        <p className={classes.caption}>To {opened.recipient}</p>
        <MailFrame subject={opened.subject} html={opened.html} />
      </div>
      <div>
        <p className={classes.caption}>As plain text</p>
        <pre className={classes.text}>{opened.text}</pre>
        <Events events={opened.events} />
        {monitorId === null ? null : (
          <p>
            <TextLink href={`/monitors/${monitorId}`}>Open the monitor</TextLink>
          </p>
        )}
      </div>
    </>
  );
}

function Events({ events }: { events: Opened['events'] }) {
  if (events.length === 0) return null;
  return (
    <>
      <p className={classes.caption}>What the mail service told of it</p>
      <ol className={classes.events}>
        {events.map(({ kind, reason, at }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be told twice at one moment
          <li key={place}>
            <LocalTime at={at} /> · {eventWords(kind)}
            {reason ? <span>“{reason}”</span> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
