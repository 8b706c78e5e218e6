// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Series } from '@/domain/series';
import { type Answers, aMonitorView, answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { SeriesChart } from './series-chart';
import { useWindow } from './use-window';

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

function Shown() {
  const view = useWindow('24h');
  return <SeriesChart monitor={aMonitorView()} view={view} />;
}

async function show(other: Partial<Series> = {}): Promise<HTMLElement> {
  const series: Series = {
    ...{ from: NOW - 24 * HOUR, until: NOW, stepMs: 240_000, unit: 'USD', before: null, count: 3, absences: [] },
    points: [
      { at: NOW - 20 * HOUR, value: '312' },
      { at: NOW - 10 * HOUR, value: '279' },
      { at: NOW - HOUR, value: '305' },
    ],
    alerts: [{ at: NOW - 10 * HOUR, value: '279', count: 1 }],
    failures: [{ at: NOW - 5 * HOUR, last: NOW - 4 * HOUR, count: 2, outcome: 'blocked' }],
    ...other,
  };
  const answers: Answers = { 'history.series': () => series };
  answerCalls(answers);
  renderInApp(<Shown />, NOW);
  return screen.findByTestId('chart');
}

afterEach(() => {
  cleanup();
  forgetAnswers();
});

const readOut = () => screen.getByTestId('read-out').textContent;

it('reads its points out along the arrow keys, by a live region', async () => {
  const chart = await show();
  expect(screen.getByTestId('read-out').getAttribute('role')).toBe('status');
  expect(chart.getAttribute('aria-label')).toContain('From $312.00 to $305.00, lowest $279.00, highest $312.00.');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(readOut()).toBe('$305.00, 22 Nov 2026, 11:00');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(readOut()).toBe('$279.00, 22 Nov 2026, 02:00, alert');
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(readOut()).toBe('$312.00, 21 Nov 2026, 16:00');
  fireEvent.blur(chart);
  expect(readOut()).toBe('');
});

it('zooms by keys, and shows the whole range again', async () => {
  const chart = await show();
  expect(screen.queryByText('Show the whole range')).toBeNull();
  fireEvent.keyDown(chart, { key: '+' });
  fireEvent.click(await screen.findByText('Show the whole range'));
  expect(screen.queryByText('Show the whole range')).toBeNull();
});

it('leaves keys to the browser that it does not know, and those with Ctrl', async () => {
  const chart = await show();
  expect(fireEvent.keyDown(chart, { key: 'ArrowLeft' })).toBe(false);
  expect(fireEvent.keyDown(chart, { key: 'Tab' })).toBe(true);
  expect(fireEvent.keyDown(chart, { key: '+', ctrlKey: true })).toBe(true);
});

it('draws a gap where checks failed, and says so', async () => {
  const chart = await show();
  const lines = [...chart.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '');
  expect(lines.filter((line) => line.includes('H'))).toHaveLength(2);
  expect(screen.getByText(/2 failed checks, the last: page refused us/)).toBeTruthy();
  expect(screen.getByText('1 alert')).toBeTruthy();
});

it('tells the same in a table, and gives a file of all of it', async () => {
  await show();
  const details = screen.getByText('As a table').closest('details');
  if (details) details.open = true;
  if (details) fireEvent(details, new Event('toggle'));
  const rows = (await screen.findAllByRole('row')).map((row) => row.textContent);
  expect(rows).toEqual([
    'TimeValueAlert',
    ...['22 Nov 2026, 11:00$305.00', '22 Nov 2026, 02:00$279.00Alert', '21 Nov 2026, 16:00$312.00'],
  ]);
  expect(screen.getByText('Download CSV').getAttribute('href')).toBe(`/api/history/${aMonitorView().id}?window=24h`);
});

it('says where nothing was read in this time', async () => {
  await show({ points: [], alerts: [], failures: [] }).catch(() => undefined);
  expect(screen.getByText('Nothing was read in this time. Look further back.')).toBeTruthy();
});
