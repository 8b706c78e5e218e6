// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://monitors.example.org/" }
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aCardView, aMonitorView, answerCalls, type Call, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import type { MonitorView } from '@/trpc/monitor-view';
import { Board } from './board';
import { type DashboardView, WHOLE_VIEW } from './view/dashboard-view';

const NOW = Date.UTC(2026, 10, 22, 12);
const idOf = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;
const SECOND = { armed: false, told: true } as const;
const THIRD = { lastOutcome: 'blocked' } as const;
const monitors: MonitorView[] = [
  aMonitorView({ id: idOf(1), name: 'Kettle' }),
  aMonitorView({ id: idOf(2), name: 'Boots', ...SECOND }),
  aMonitorView({ id: idOf(3), name: 'Tickets', ...THIRD }),
];

let calls: Call[];
let go: ReturnType<typeof vi.fn<(href: string) => void>>;
let refused: Error | null;

beforeEach(() => {
  refused = null;
  go = vi.fn();
  const tags = [['home'], [], []];
  calls = answerCalls({
    'monitors.list': () => refused ?? { monitors, total: 3, limit: 10 },
    'dashboard.cards': () => refused ?? monitors.map(({ id }, at) => aCardView({ id, tags: tags[at] ?? [] })),
    'dashboard.arrange': () => null,
    'dashboard.tag': () => [{ id: idOf(1), tags: ['home', 'gifts'] }],
    'refresh.allowance': () => ({ used: 1, limit: 50, resetsAt: new Date(NOW) }),
    'refresh.start': () => ({ id: idOf(9) }),
    'refreshBatch.latest': () => null,
    'sources.ofMine': () => [],
    'monitors.update': () => ({ ...monitors[0], isActive: false }),
    'monitors.discard': () => ({ until: new Date(NOW) }),
  });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'onLine');
  // Before nobody listens any more: the next file asks the same queries.
  window.dispatchEvent(new Event('online'));
  cleanup();
  forgetAnswers();
});

function Page() {
  const [view, setView] = useState<DashboardView>(WHOLE_VIEW);
  return <Board view={view} onView={(change) => setView({ ...view, ...change })} go={go} />;
}

async function show(): Promise<void> {
  renderInApp(<Page />, NOW);
  await screen.findByRole('heading', { name: 'Kettle' });
}
const names = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const press = (key: string, target: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(target, { key });
const mutations = (name: string) => calls.filter((call) => call.name === name).map(({ input }) => input);

it('filters by state and tag, searches, and says when nothing is like that', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Failing 1' }));
  expect(names()).toEqual(['Tickets']);
  fireEvent.click(screen.getByRole('button', { name: 'Failing 1' }));
  fireEvent.click(screen.getByRole('button', { name: '# home' }));
  expect(names()).toEqual(['Kettle']);
  fireEvent.change(screen.getByLabelText('Search my monitors'), { target: { value: 'boots' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Show all' }));
  expect(names()).toEqual(['Kettle', 'Boots', 'Tickets']);
  fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'name' } });
  expect(names()).toEqual(['Boots', 'Kettle', 'Tickets']);
  // Another order than their own cannot be changed.
  expect(screen.queryByTestId('grip')).toBeNull();
});

it('goes between cards, checks, edits and begins anew by keys', async () => {
  await show();
  press('j');
  expect(document.activeElement?.textContent).toBe('Kettle');
  press('j');
  press('j');
  press('j');
  expect(document.activeElement?.textContent).toBe('Tickets');
  press('k');
  expect(document.activeElement?.textContent).toBe('Boots');
  press('r');
  await waitFor(() => expect(mutations('refresh.start')).toEqual([{ monitorId: idOf(2) }]));
  press('e');
  expect(go).toHaveBeenLastCalledWith(`/monitors/${idOf(2)}/edit`);
  press('n');
  expect(go).toHaveBeenLastCalledWith('/monitors/new');
  press('/');
  expect(document.activeElement).toBe(screen.getByLabelText('Search my monitors'));
});

it('keys are letters in a field, and nothing with Ctrl or while something modal is open', async () => {
  await show();
  press('/');
  press('n');
  fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true });
  fireEvent.click(screen.getAllByRole('button', { name: /^More for/ })[0]!);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
  await screen.findByRole('dialog');
  press('n', document.body);
  expect(go).not.toHaveBeenCalled();
});

it('moves a card by its menu, at once and on the server', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'More for Kettle' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Move down' }));
  await waitFor(() => expect(names()).toEqual(['Boots', 'Kettle', 'Tickets']));
  expect(screen.getByText('“Kettle” is now after “Boots”.')).toBeTruthy();
  expect(mutations('dashboard.arrange')).toEqual([{ monitorIds: [idOf(2), idOf(1), idOf(3)] }]);
});

it('moves a card by pointer; Escape lets everything lie as it was', async () => {
  await show();
  const cards = document.querySelectorAll('[data-card]');
  document.elementFromPoint = () => cards[2] ?? null;
  const drag = (end: () => void) => {
    fireEvent.pointerDown(screen.getAllByTestId('grip')[0]!, { button: 0 });
    fireEvent.pointerMove(window, { clientX: 5, clientY: 300 });
    end();
  };
  drag(() => press('Escape'));
  expect(mutations('dashboard.arrange')).toEqual([]);
  drag(() => fireEvent.pointerUp(window));
  await waitFor(() => expect(names()).toEqual(['Boots', 'Tickets', 'Kettle']));
  expect(mutations('dashboard.arrange')).toEqual([{ monitorIds: [idOf(2), idOf(3), idOf(1)] }]);
});

it('pauses, tags and deletes those that are selected', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Select' }));
  fireEvent.click(screen.getByLabelText('Select Kettle'));
  const bar = within(await screen.findByRole('region', { name: 'Selected monitors' }));
  expect(bar.getByRole('status').textContent).toBe('1 selected');
  fireEvent.click(bar.getByRole('button', { name: 'Pause' }));
  await screen.findByRole('button', { name: 'Resume', description: 'Kettle' });
  expect(mutations('monitors.update')).toEqual([{ id: idOf(1), isActive: false }]);

  fireEvent.click(bar.getByRole('button', { name: 'Tags…' }));
  fireEvent.change(await screen.findByLabelText('New tag'), { target: { value: 'gifts' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByRole('button', { name: 'Take “gifts” away' })).toBeTruthy();
  expect(mutations('dashboard.tag')).toEqual([{ monitorIds: [idOf(1)], add: 'gifts' }]);
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));

  fireEvent.click(bar.getByRole('button', { name: 'Select all' }));
  fireEvent.click(bar.getByRole('button', { name: 'Delete…' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Delete 3 monitors' }));
  await waitFor(() => expect(mutations('monitors.discard')).toHaveLength(3));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Selected monitors' })).toBeNull());
});

it('says since when what it shows may be old', async () => {
  await show();
  refused = new Error('Something broke.');
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  act(() => void window.dispatchEvent(new Event('offline')));
  expect(screen.getByText('You are offline: nothing can be sent.').parentElement?.textContent).toContain(
    'What you see is from',
  );
  expect(screen.getByRole('button', { name: 'Check all' }).hasAttribute('disabled')).toBe(true);
  expect(names()).toHaveLength(3);
});
