'use client';

import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { Link } from '@/ui/shell/link';
import classes from './app-frame.module.css';

const LOOK_EVERY_MS = 60_000;
const MOST_SHOWN = 99;

export const INBOX = {
  href: '/notifications',
  label: 'Inbox',
  icon: 'M3.5 11 5.5 4.5h9l2 6.5v4.5h-13zM3.5 11h4l1 2h3l1-2h4',
};

/** How many entries of the inbox were not read. `initial`: as rendered. */
export function useUnread(initial: number): number {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.notifications.unread.queryOptions(undefined, { initialData: initial, refetchInterval: LOOK_EVERY_MS }),
  );
  return data;
}

/** The number beside a name, in words for who hears it; nothing where all is read. */
export function UnreadCount({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <span className={classes.unread}>
      <span aria-hidden="true">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>
      <VisuallyHidden>{`(${unread} unread)`}</VisuallyHidden>
    </span>
  );
}

/** The way to the inbox where the navigation is folded away. */
export function InboxButton({ unread }: { unread: number }) {
  return (
    <ActionIcon
      component={Link}
      href={INBOX.href}
      hiddenFrom="sm"
      variant="subtle"
      color="gray"
      size="lg"
      className={classes.inboxButton}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d={INBOX.icon} />
      </svg>
      <VisuallyHidden>{INBOX.label}</VisuallyHidden>
      <UnreadCount unread={unread} />
    </ActionIcon>
  );
}
