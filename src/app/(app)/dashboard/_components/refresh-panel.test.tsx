// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClockProvider } from '@/ui/time/clock';
import { RefreshPanel } from './refresh-panel';
import type { BatchView } from './use-refresh-of-many';

const ENDED = new Date('2026-11-29T09:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: ENDED });
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function batch(endedAt: Date | null): BatchView {
  const phase = endedAt === null ? 'loading' : 'done';
  const evaluation = { id: 'e', phase, outcome: 'value', sentence: 'No alert.', alert: false, changed: false } as const;
  const item = { monitorId: 'm', name: 'Kettle', evaluation: { ...evaluation, canHurry: false }, refusal: null };
  return { id: 'b', requestedAt: ENDED, endedAt, items: [item] };
}

function show(endedAt: Date | null) {
  const close = vi.fn();
  render(
    <MantineProvider env="test">
      <ClockProvider renderedAt={ENDED.getTime()} timeZone="UTC">
        <RefreshPanel batch={batch(endedAt)} close={close} />
      </ClockProvider>
    </MantineProvider>,
  );
  return close;
}

it('a summary says how old it is, and grows older', () => {
  show(ENDED);
  expect(screen.getByTestId('refresh-age').textContent).toBe('just now');
  act(() => void vi.advanceTimersByTime(2 * 60_000 + 1_000));
  expect(screen.getByTestId('refresh-age').textContent).toBe('2 minutes ago');
});

it('a summary can be put away', () => {
  const close = show(ENDED);
  fireEvent.click(screen.getByRole('button', { name: 'Put this summary away' }));
  expect(close).toHaveBeenCalledOnce();
});

it('what is under way has no age', () => {
  show(null);
  expect(screen.queryByTestId('refresh-age')).toBeNull();
});
