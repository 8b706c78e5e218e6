// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://monitors.example.org/" }
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aCardView, aMonitorView, answerCalls, type Call, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import type { CardView } from '@/trpc/card-view';
import type { MonitorView } from '@/trpc/monitor-view';
import type { MenuOf } from './menu-of';
import { MonitorCard } from './monitor-card';

const NOW = Date.UTC(2026, 10, 22, 12);
let calls: Call[];
const menu = { pause: vi.fn<MenuOf['pause']>(), tag: vi.fn<MenuOf['tag']>(), remove: vi.fn<MenuOf['remove']>() };

beforeEach(() => {
  const window = { looks: 12, successRate: 0.5, failures: {}, p50Ms: 800, p95Ms: 900 };
  const health = { host: 'shop.example.org', day: window, week: window, status: 'shaky' };
  calls = answerCalls({ 'sources.ofMine': () => [health] });
  for (const act of Object.values(menu)) act.mockClear();
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'onLine');
  // Before nobody listens any more: the next file asks the same queries.
  window.dispatchEvent(new Event('online'));
  cleanup();
  forgetAnswers();
  vi.useRealTimers();
});

function show(monitor: Partial<MonitorView> = {}, card: Partial<CardView> = {}, arrange: MenuOf['arrange'] = null) {
  const onTag = vi.fn();
  renderInApp(
    <MonitorCard
      item={{ monitor: aMonitorView(monitor), card: aCardView(card) }}
      follow={false}
      shared={undefined}
      selection={undefined}
      menu={{ ...menu, arrange }}
      onTag={onTag}
    />,
    NOW,
  );
  return onTag;
}
const changed = () => screen.getByTestId('last-change').textContent;
const price = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;
const no = { type: 'boolean', boolean: false } as const;

it('shows value, what changed last and when, and a line', () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  show({ previousValue: price('345') });
  expect(screen.getByTestId('current-value').textContent).toBe('$312.00');
  expect(changed()).toBe('−$33.00 (−9.57%), 2 days ago');
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('The last values: $312.00 to $345.00');
});

it('shows the page, and says how it does where that is not well', async () => {
  show();
  expect(screen.getByRole('link', { name: 'shop.example.org' })).toBeTruthy();
  expect(await screen.findByText('fails now and then')).toBeTruthy();
  // Nothing is asked of the site itself, not even its icon.
  expect(document.querySelector('img')).toBeNull();
});

it('says a state in the words of the page, never "No"', () => {
  const was = { ...no, boolean: true };
  const monitor = { currentValue: no, previousValue: was, property: 'availability', factType: 'boolean' } as const;
  show(monitor, { quote: 'Sold out' });
  expect(screen.getByTestId('current-value').textContent).toBe('Sold out');
  expect(changed()).toContain('Was available, ');
  expect(document.body.textContent).not.toMatch(/\bno\b/i);
});

it('says nothing twice', () => {
  show({ isActive: false });
  expect(document.body.textContent?.match(/paused/gi)).toHaveLength(1);
  cleanup();
  show({ lastChecked: null, lastOutcome: null, currentValue: null }, { change: null, line: [], readAt: null });
  expect(document.body.textContent?.match(/never checked/gi)?.length).toBeLessThanOrEqual(2);
  expect(changed()).toBe('Press Check now to read the page.');
});

it('of a failure says how old the value is', () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  show({ lastOutcome: 'blocked' }, { readAt: new Date(NOW - 3 * 86_400_000) });
  expect(screen.getByText('Page refused us').getAttribute('data-tone')).toBe('trouble');
  expect(document.body.textContent).toContain('value read 3 days ago');
});

it('tells good news by another tone than failure', () => {
  show({ armed: false, told: true });
  expect(screen.getByText('Condition true, you were told').getAttribute('data-tone')).toBe('told');
});

it('shows what changed in a text', async () => {
  const difference: NonNullable<NonNullable<CardView['change']>['difference']> = {
    kind: 'text',
    parts: [
      { kind: 'same', text: 'The room is ' },
      { kind: 'removed', text: 'open' },
      { kind: 'added', text: 'closed' },
    ],
  };
  show({ previousValue: null }, { change: { ...aCardView().change!, difference } });
  expect((await screen.findByText('closed')).tagName).toBe('INS');
});

it('counts down with a ring, and is pressed again after', () => {
  vi.useFakeTimers({ now: NOW });
  show({ nextAllowedRefresh: new Date(NOW + 30_000) });
  act(() => void vi.advanceTimersByTime(0));
  const button = screen.getByRole('button', { name: 'Check now, again in 0:30' });
  const ring = () => Number(screen.getByTestId('ring').lastElementChild?.getAttribute('stroke-dashoffset'));
  const half = ring();
  expect(half).toBeGreaterThan(0);
  fireEvent.click(button);
  expect(calls).toEqual([]);
  act(() => void vi.advanceTimersByTime(15_000));
  expect(ring()).toBeCloseTo(half * 1.5, 5);
  act(() => void vi.advanceTimersByTime(15_000));
  expect(screen.queryByTestId('ring')).toBeNull();
  expect(screen.getByRole('button', { name: 'Check now' }).getAttribute('aria-disabled')).toBe('false');
});

it('offline says so, and sends nothing', () => {
  show();
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  act(() => void window.dispatchEvent(new Event('offline')));
  const button = screen.getByRole('button', { name: 'Offline' });
  expect(button.getAttribute('title')).toBe('You are offline: nothing can be sent.');
  fireEvent.click(button);
  expect(calls).toEqual([]);
});

it('a tag leads to all that have it', () => {
  const onTag = show({}, { tags: ['home'] });
  fireEvent.click(screen.getByRole('button', { name: 'home' }));
  expect(onTag).toHaveBeenCalledWith('home');
});

it('its menu moves, tags, pauses and deletes', async () => {
  const arrange = { move: vi.fn(), isFirst: true, isLast: false, grip: vi.fn() };
  show({}, {}, arrange);
  const more = screen.getByRole('button', { name: 'More for Aurora One below $300' });
  fireEvent.click(more);
  const up = await screen.findByRole('menuitem', { name: 'Move up' });
  expect(up.hasAttribute('disabled') || up.getAttribute('data-disabled') !== null).toBe(true);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Move down' }));
  expect(arrange.move).toHaveBeenCalledWith(expect.anything(), 1);
  await waitFor(() => expect(document.activeElement).toBe(more));
  fireEvent.click(more);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Pause' }));
  expect(menu.pause).toHaveBeenCalledOnce();
});

it('a paused one can be resumed where others are checked', () => {
  show({ isActive: false });
  fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
  expect(menu.pause).toHaveBeenCalledOnce();
});
