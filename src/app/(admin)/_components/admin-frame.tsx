'use client';

import { Container, Group } from '@mantine/core';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { PaletteEntry } from '@/ui/palette/palette-entry';
import { ColorSchemeToggle } from '@/ui/shell/color-scheme-toggle';
import { Link } from '@/ui/shell/link';
import { TextLink } from '@/ui/shell/link-button';
import { SignOutButton } from '@/ui/shell/sign-out';
import { MAIN_ID } from '@/ui/shell/skip-link';
import { Wordmark } from '@/ui/shell/wordmark';
import classes from './admin-frame.module.css';
import { FaultBanner, type FaultsView } from './fault-banner';

const PLACES = [
  { href: '/admin', label: 'Overview' },
  { href: '/admin/alerts', label: 'Alerts' },
  { href: '/admin/people', label: 'People' },
  { href: '/admin/whitelist', label: 'Whitelist' },
  { href: '/admin/sources', label: 'Sources' },
  { href: '/admin/emails', label: 'Emails' },
  { href: '/admin/spend', label: 'AI spend' },
  { href: '/admin/system', label: 'System' },
  { href: '/admin/restrictions', label: 'Restrictions' },
  { href: '/admin/audit', label: 'Audit' },
] as const;

/** The place that a path belongs to: its own, or the one it lies below. */
function placeOf(path: string): string {
  return PLACES.find(({ href }) => href !== '/admin' && path.startsWith(href))?.href ?? path;
}

function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  return href === placeOf(path) ? 'true' : undefined;
}

/** Header and navigation of the administration. Its own, so that nobody else's pages carry any of it. */
export function AdminFrame({ name, faults, children }: { name: string; faults: FaultsView; children: ReactNode }) {
  const path = usePathname();
  const places = useRef<HTMLElement>(null);
  // On a narrow screen the places do not fit: the one that is open is brought into sight.
  useEffect(() => {
    const open = places.current?.querySelector(`[href="${placeOf(path)}"]`);
    open?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [path]);
  return (
    <>
      <header className={classes.header}>
        <Container size="lg" className={classes.top}>
          <Group gap="sm" wrap="nowrap">
            <Link href="/dashboard" className={classes.home} aria-label="Monitors!, my monitors">
              <Wordmark />
            </Link>
            <span className={classes.where}>Administration</span>
          </Group>
          <div className={classes.acts}>
            <span className={classes.name}>{name}</span>
            <PaletteEntry isAdmin embedded={false} hasMonitors />
            <ColorSchemeToggle />
            <SignOutButton />
          </div>
        </Container>
        <Container size="lg">
          <nav ref={places} aria-label="Administration" className={classes.places}>
            {PLACES.map(({ href, label }) => (
              <Link key={href} href={href} aria-current={currentOf(href, path)}>
                {label}
              </Link>
            ))}
            <TextLink href="/dashboard" underline="never" className={classes.back}>
              My monitors
            </TextLink>
          </nav>
        </Container>
      </header>
      <Container size="lg" component="main" id={MAIN_ID} tabIndex={-1} py="xl" className={classes.main}>
        <FaultBanner initial={faults} />
        {children}
      </Container>
    </>
  );
}
