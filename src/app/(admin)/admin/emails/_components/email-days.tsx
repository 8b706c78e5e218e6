'use client';

import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type EmailCount, type EmailCounts, emailRates } from '@/domain/email/rates';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { formatDay } from '@/ui/time/time-words';
import classes from './emails.module.css';
import { countedWords, type EmailSetUp, missingWords, openWords, troubleOf } from './rate-words';

const LOOK_AGAIN_MS = 60_000;

interface EmailDaysProps {
  /** So many days back. */
  days: number;
  setUp: EmailSetUp;
}

/** What became of the emails of each day, and of all of them together. */
export function EmailDays({ days, setUp }: EmailDaysProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.emails.days.queryOptions({ days }, { refetchInterval: LOOK_AGAIN_MS }));
  return (
    <section aria-labelledby="rates">
      <h2 className={classes.title} id="rates">
        The last {days} days
      </h2>
      {missingWords(setUp).map((words) => (
        <Text key={words} size="sm" c="dimmed" mb="sm">
          {words}
        </Text>
      ))}
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <Skeleton height={240} radius="lg" /> : null}
      {list.data?.length === 0 ? <Text c="dimmed">No email went out in {days} days.</Text> : null}
      {list.data && list.data.length > 0 ? <Table list={list.data} setUp={setUp} /> : null}
    </section>
  );
}

interface TableProps {
  list: readonly { day: string; counts: EmailCounts }[];
  setUp: EmailSetUp;
}

function Table({ list, setUp }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.wide} aria-label="Emails by day" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Accepted</th>
            <th scope="col">Delivered</th>
            <th scope="col">Bounced</th>
            <th scope="col">Complained</th>
            <th scope="col">Opened</th>
          </tr>
        </thead>
        <tbody>
          <Row name="All days" counts={list.map(({ counts }) => counts)} setUp={setUp} />
          {list.map(({ day, counts }) => (
            <Row key={day} name={formatDay(new Date(`${day}T00:00:00Z`), 'UTC')} counts={[counts]} setUp={setUp} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  name: string;
  counts: readonly EmailCounts[];
  setUp: EmailSetUp;
}

function Row({ name, counts, setUp }: RowProps) {
  const rates = emailRates(counts);
  const trouble = troubleOf(rates);
  const sum = (...kinds: EmailCount[]) =>
    counts.reduce((total, day) => total + kinds.reduce((some, kind) => some + (day[kind] ?? 0), 0), 0);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name="Accepted">{rates.accepted.toLocaleString('en')}</td>
      <Rate name="Delivered" rate={rates.delivered} count={sum('delivered')} trouble={trouble.delivered} />
      <Rate name="Bounced" rate={rates.bounced} count={sum('bounce', 'blocked', 'dropped')} trouble={trouble.bounced} />
      <Rate name="Complained" rate={rates.complained} count={sum('spam_report')} trouble={trouble.complained} />
      <td data-name="Opened">{openWords(rates, setUp)}</td>
    </tr>
  );
}

const TROUBLE_WORDS = { look: 'look closer', stop: 'stop and mend' } as const;

interface RateProps {
  name: string;
  rate: number | null;
  count: number;
  trouble: keyof typeof TROUBLE_WORDS | undefined;
}

function Rate({ name, rate, count, trouble }: RateProps) {
  return (
    <td data-name={name} data-trouble={trouble}>
      {countedWords(rate, count)}
      {trouble ? <span className={classes.trouble}>{TROUBLE_WORDS[trouble]}</span> : null}
    </td>
  );
}
