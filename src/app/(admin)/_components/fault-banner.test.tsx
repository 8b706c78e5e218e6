// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TrpcProvider } from '@/trpc/client';
import { ClockProvider } from '@/ui/time/clock';
import { FaultBanner, type FaultsView } from './fault-banner';

beforeEach(() => {
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
});
afterEach(() => {
  cleanup();
  // One lives as long as a tab.
  queries?.clear();
});

let queries: QueryClient | undefined;

function KeepQueries(): null {
  queries = useQueryClient();
  return null;
}

function show(initial: FaultsView): void {
  render(
    <MantineProvider env="test">
      <TrpcProvider>
        <KeepQueries />
        <ClockProvider renderedAt={0} timeZone="Europe/Berlin">
          <FaultBanner initial={initial} />
        </ClockProvider>
      </TrpcProvider>
    </MantineProvider>,
  );
}

it('says since when no mail goes out, why, how many wait, and what to do', () => {
  const beganAt = new Date('2026-11-29T09:05:00Z');
  const fault = { service: 'email' as const, detail: 'SendGrid answered 401', beganAt, lastSeenAt: beganAt };
  show({ faults: [fault], emailsWaiting: 12 });
  const words = screen.getByRole('alert').textContent;
  expect(words).toContain('No mail goes out since 29 Nov 2026, 10:05: SendGrid answered 401.');
  expect(words).toContain('12 mails wait, and nothing is lost. Put a valid SENDGRID_API_KEY and FROM_EMAIL');
});

it('is not there while nothing is wrong', () => {
  show({ faults: [], emailsWaiting: 0 });
  expect(screen.queryByRole('alert')).toBeNull();
});
