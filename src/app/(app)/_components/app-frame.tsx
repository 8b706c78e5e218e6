'use client';

import { AppShell, Avatar, Burger, Container, Group, Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { PaletteEntry } from '@/ui/palette/palette-entry';
import { ColorSchemeToggle } from '@/ui/shell/color-scheme-toggle';
import { useSignOut } from '@/ui/shell/sign-out';
import { SignedOutGate } from '@/ui/shell/signed-out-gate';
import { MAIN_ID } from '@/ui/shell/skip-link';
import { Wordmark } from '@/ui/shell/wordmark';
import classes from './app-frame.module.css';
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
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
      classNames={{ header: classes.header, navbar: classes.navbar, main: classes.main }}
    >
      <AppShell.Header>
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
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main">
        <Navigation embedded={embedded} isAdmin={person.role === 'admin'} path={path} unread={unread} />
      </AppShell.Navbar>
      <AppShell.Main id={MAIN_ID} tabIndex={-1}>
        <Container size="lg" px={{ base: 0, sm: 'md' }} py="md">
          <RestrictionBanner initial={restrictions} contact={contact} />
          {children}
          <UndoOffers deleted={deleted} />
          <SignedOutGate email={person.email} />
          <footer className={classes.footer}>
            <Link href="/help">Help</Link> <Link href="/docs/api">API</Link> <Link href="/privacy">Privacy</Link>
          </footer>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

/** The person, as the frame shows them. */
interface FramePerson {
  name: string;
  email: string;
  role: 'member' | 'admin';
}

/** "AL" of "Ada Lovelace", "A" of "Ada". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

function AccountMenu({ person }: { person: FramePerson }) {
  const { signOut, pending } = useSignOut();
  return (
    <Menu position="bottom-end" width={230} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton
          aria-label={`${initials(person.name)}: account of ${person.name}`}
          style={{ borderRadius: '50%' }}
        >
          <Avatar color="pine" radius="xl" size={34} variant="filled" aria-hidden="true">
            {initials(person.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.person}>
          <p>{person.name}</p>
          <p>{person.email}</p>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} href="/account">
          Account
        </Menu.Item>
        <Menu.Item onClick={signOut} disabled={pending}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
