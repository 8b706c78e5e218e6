'use client';

import { Button, Checkbox, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useLocale } from '@/ui/locale';
import { EmptyState } from '@/ui/shell/empty-state';
import { LinkButton, TextLink } from '@/ui/shell/link-button';
import { LoadMore } from '@/ui/shell/load-more';
import { PageHeading } from '@/ui/shell/page-heading';
import { useClock, useTimeZone } from '@/ui/time/clock';
import { Entry } from './entry';
import classes from './inbox.module.css';
import { byDays, INBOX_PARTS, NOTHING_IN } from './inbox-words';
import { type InboxEntry, type Shown, useInbox, useMark } from './use-inbox';

const QUARTER_MS = 15 * 60_000;

/** All that was told of the person's monitors, whatever became of its email. */
export function Inbox() {
  const trpc = useTRPC();
  const [{ part, unreadOnly }, setShown] = useState<Shown>({ part: 'all', unreadOnly: false });
  // What was read while only unread is shown stays where it is until the person looks again.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const unread = useQuery(trpc.notifications.unread.queryOptions());
  const inbox = useInbox({ part, unreadOnly });
  const mark = useMark();
  const all = inbox.data?.pages.flatMap(({ entries }) => entries) ?? [];
  const entries = unreadOnly ? all.filter(({ id, readAt }) => readAt === null || kept.has(id)) : all;
  const choose = (shown: Partial<Shown>) => {
    setKept(new Set());
    setShown((before) => ({ ...before, ...shown }));
  };
  const markOne = ({ id }: InboxEntry, read: boolean) => {
    setKept((before) => new Set([...before, id]));
    mark.mutate({ ids: [id], read });
  };
  return (
    <>
      <PageHeading
        title="Inbox"
        description={
          <>
            Every alert, and every problem with reading a page.{' '}
            <TextLink href="/account#emails">Which of them are emailed</TextLink> is up to you.
          </>
        }
        actions={
          <Button variant="default" disabled={!unread.data} onClick={() => mark.mutate({ read: true })}>
            Mark all as read
          </Button>
        }
      />
      <Filters part={part} unreadOnly={unreadOnly} unread={unread.data ?? 0} choose={choose} />
      <FormAlert message={inbox.isError ? readFailure(inbox.error).message : null} />
      {inbox.isPending ? <Skeletons /> : null}
      {inbox.data && entries.length === 0 ? <Nothing part={part} unreadOnly={unreadOnly} /> : null}
      <Days entries={entries} mark={markOne} />
      <LoadMore list={inbox} label="Older" />
    </>
  );
}

function Days({ entries, mark }: { entries: InboxEntry[]; mark: (entry: InboxEntry, read: boolean) => void }) {
  const timeZone = useTimeZone();
  const locale = useLocale();
  // Every zone's midnight is at a quarter of an hour: the days are named anew then, not every second.
  const today = useClock((now) => Math.floor(now / QUARTER_MS) * QUARTER_MS);
  return (
    <Stack gap="xl">
      {byDays(entries, { now: today, timeZone, locale }).map(({ label, entries: own }) => (
        <section key={label} aria-label={label}>
          <h2 className={classes.day}>{label}</h2>
          <ul className={classes.list}>
            {own.map((entry) => (
              <Entry key={entry.id} entry={entry} mark={(read) => mark(entry, read)} />
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}

interface FiltersProps extends Shown {
  unread: number;
  choose: (shown: Partial<Shown>) => void;
}

/** What of it is shown. Of the account nothing is ever unread. */
function Filters({ part, unreadOnly, unread, choose }: FiltersProps) {
  return (
    <div className={classes.filters}>
      <fieldset className={classes.parts}>
        <legend className={classes.unseen}>Which entries</legend>
        {INBOX_PARTS.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === part}
            onClick={() => choose({ part: value, ...(value === 'account' ? { unreadOnly: false } : {}) })}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <Checkbox
        label={unread > 0 ? `Unread only (${unread})` : 'Unread only'}
        checked={unreadOnly}
        disabled={part === 'account'}
        onChange={(event) => choose({ unreadOnly: event.currentTarget.checked })}
      />
    </div>
  );
}

function Nothing({ part, unreadOnly }: Shown) {
  if (unreadOnly) return <Text c="dimmed">Nothing is unread.</Text>;
  if (part !== 'all') return <Text c="dimmed">{NOTHING_IN[part]}</Text>;
  return (
    <EmptyState title="Nothing was told yet" action={<LinkButton href="/dashboard">Go to my monitors</LinkButton>}>
      When a monitor’s condition becomes true at a check, it is told here, and by email as you choose. So is a page that
      could not be read three times in a row.
    </EmptyState>
  );
}

function Skeletons() {
  return (
    <Stack gap="sm" aria-hidden="true">
      <Skeleton height={20} width={90} />
      <Skeleton height={340} radius="lg" />
    </Stack>
  );
}
