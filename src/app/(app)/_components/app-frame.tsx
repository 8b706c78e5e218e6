'use client';

import { Burger, Container, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { PaletteEntry } from '@/ui/palette/palette-entry';
import { ColorSchemeToggle } from '@/ui/shell/color-scheme-toggle';
import { ComeAlive } from '@/ui/shell/come-alive';
import { Link } from '@/ui/shell/link';
import { SignedOutGate } from '@/ui/shell/signed-out-gate';
import { MAIN_ID } from '@/ui/shell/skip-link';
import { Wordmark } from '@/ui/shell/wordmark';
import { AccountMenu } from './account-menu';
import classes from './app-frame.module.css';
import type { FramePerson } from './frame-person';
import { Navigation } from './navigation';
import { RestrictionBanner, type RestrictionView } from './restriction-banner';
import { type Undoable, UndoOffers } from './undo-offers';
import { InboxButton, useUnread } from './unread';

interface AppFrameProps {
  person: FramePerson;
  embedded: boolean;
  /** Whether the person is in the beta. */
  hasMonitors: boolean;
  /** What is closed to the person at first. */
  restrictions: RestrictionView[];
  /** Where they may write to; null for nowhere. */
  contact: string | null;
  /** What they deleted a moment ago. */
  deleted: readonly Undoable[];
  /** How many entries of the inbox were not read, at first. */
  unread: number;
  children: ReactNode;
}

/** Header, navigation and content of the product. On small screens the navigation folds behind a button. */
export function AppFrame(props: AppFrameProps) {
  const { person, embedded, hasMonitors, restrictions, unread: unreadAtFirst, contact, deleted, children } = props;
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = usePathname();
  const unread = useUnread(unreadAtFirst);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the folded-out navigation
  useEffect(close, [path]);
  return (
    <>
      <header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
              aria-expanded={opened}
            />
            <Link href="/dashboard" className={classes.home} aria-label="Monitors!, my monitors">
              <Wordmark />
            </Link>
          </Group>
          <Group gap={4} wrap="nowrap">
            <PaletteEntry isAdmin={person.role === 'admin'} embedded={embedded} hasMonitors={hasMonitors} />
            <InboxButton unread={unread} />
            <ColorSchemeToggle />
            <AccountMenu person={person} />
            <ComeAlive part="header" />
          </Group>
        </Group>
      </header>
      <nav className={classes.navbar} aria-label="Main" data-open={opened || undefined}>
        <Navigation embedded={embedded} isAdmin={person.role === 'admin'} path={path} unread={unread} />
      </nav>
      <main className={classes.main} id={MAIN_ID} tabIndex={-1}>
        <Container size="lg" px={{ base: 0, sm: 'md' }} py="md">
          <RestrictionBanner initial={restrictions} contact={contact} />
          {children}
          <UndoOffers deleted={deleted} />
          <SignedOutGate email={person.email} />
          <footer className={classes.footer}>
            <Link href="/help">Help</Link> <Link href="/docs/api">API</Link> <Link href="/privacy">Privacy</Link>
          </footer>
        </Container>
      </main>
    </>
  );
}
