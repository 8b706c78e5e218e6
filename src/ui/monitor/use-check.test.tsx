// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import superjson from 'superjson';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TrpcProvider } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { CheckButton } from './check-button';
import { useCheck } from './use-check';

/** What the card and the page of a monitor make of it. */
function Card() {
  const monitor = { id: '00000000-0000-4000-8000-000000000001', name: 'Kettle', liveEvaluationId: null };
  const check = useCheck({ ...monitor, nextAllowedRefresh: null } as MonitorView);
  return (
    <>
      <CheckButton check={check} isActive />
      <p role="alert">{check.problem}</p>
    </>
  );
}

const PATIENTLY = { timeout: 10_000 };
const OFFLINE = 'You are offline, nothing was sent.';
let fetched: number;
let online: boolean;

/** The network as a browser has it: without one, a request fails at once. */
beforeEach(() => {
  fetched = 0;
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  vi.stubGlobal('fetch', async () => {
    if (!online) throw new TypeError('Failed to fetch');
    fetched += 1;
    return Response.json([{ result: { data: superjson.serialize({ id: '00000000-0000-4000-8000-000000000002' }) } }]);
  });
  go('online');
});
afterEach(() => {
  cleanup();
  go('online');
  vi.unstubAllGlobals();
});

function go(event: 'online' | 'offline'): void {
  online = event === 'online';
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
  window.dispatchEvent(new Event(event));
}

function show(): HTMLElement {
  render(
    <MantineProvider env="test">
      <TrpcProvider>
        <Card />
      </TrpcProvider>
    </MantineProvider>,
  );
  return screen.getByRole('button');
}

it('offline, Check now says at once that nothing was sent, and can be pressed again', async () => {
  const button = show();
  go('offline');
  fireEvent.click(button);
  await screen.findByText(OFFLINE, {}, PATIENTLY);
  expect(button.textContent).toBe('Check now');
  expect(button.getAttribute('aria-disabled')).toBe('false');
  expect(fetched).toBe(0);

  go('online');
  // Nothing was kept to be sent later.
  expect(fetched).toBe(0);
  fireEvent.click(button);
  await vi.waitFor(() => expect(fetched).toBe(1), PATIENTLY);
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''), PATIENTLY);
});

it('where only we cannot be reached, it does not speak of being offline', async () => {
  const button = show();
  online = false;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => true });
  fireEvent.click(button);
  await screen.findByText('We could not be reached. Check your connection and try again.', {}, PATIENTLY);
  expect(button.getAttribute('aria-disabled')).toBe('false');
});
