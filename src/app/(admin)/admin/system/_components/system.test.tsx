// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { METRICS } from '@/domain/system/metric-points';
import { answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { DeadLetters } from './dead-letters';
import { Figures } from './figures';
import { InFlight } from './in-flight';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const WHOSE = { personId: id(8), email: 'ada@example.org', monitorId: id(9) };

afterEach(() => {
  cleanup();
  forgetAnswers();
});

/** Once it can be pressed: while one act is under way no other is taken. */
async function press(place: HTMLElement, words: string): Promise<void> {
  const button = () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  await waitFor(
    () => {
      expect(button()).toHaveProperty('disabled', false);
      button()?.click();
    },
    { timeout: 10_000 },
  );
}

it('figures: the table says what the charts show, a gap as a dash; one sentence says how long gaps are', async () => {
  const nothing = Object.fromEntries(METRICS.map((name) => [name, null]));
  const seen = { ...nothing, totalUsers: 7, requestsPerMinute: 0, responseMs: 240 };
  const points = [seen, nothing, seen].map((point, index) => ({ ...point, at: ago(30 - index * 10) }));
  answerCalls({ 'admin.system.metrics': () => points });
  renderInApp(<Figures />, NOW);
  expect((await screen.findByRole('status')).textContent).toContain('No figures for 10 min in one stretch');
  expect(screen.queryByRole('table')).toBeNull();
  const summary = screen.getByText('Requests as a table');
  const details = summary.closest('details');
  if (details === null) throw new Error('There is nothing to open');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'FromRequestsFailed (500 and above)Response time, meanDatabase connections',
    '30 Nov 2026, 11:300 a minute–240 ms–',
    '30 Nov 2026, 11:40––––',
    '30 Nov 2026, 11:500 a minute–240 ms–',
  ]);
});

it('what was given up: tried again one by one or all, not where it is over, put aside after a question', async () => {
  const letter = { at: ago(5), tries: 41, reason: 'SendGrid answered 400', ...WHOSE };
  const rows = [
    { ...letter, queue: 'emails', id: id(1), canRetry: true },
    { ...letter, queue: 'evaluations', id: id(2), canRetry: false },
  ];
  const calls = answerCalls({
    'admin.system.deadLetters': () => ({ rows, total: 30, retriable: 21, pageSize: 25 }),
    'admin.system.retryLetters': () => ({ retried: 1 }),
    'admin.system.discardLetters': () => ({ discarded: 30 }),
  });
  renderInApp(<DeadLetters />, NOW);
  const [, email, check] = within(await screen.findByRole('table')).getAllByRole('row');
  if (!email || !check) throw new Error('There are not two rows');
  expect(check.textContent).not.toContain('Try again');
  expect(check.textContent).toContain('The check has ended, and was given back.');
  await press(email, 'Try again');
  await press(check, 'Put aside');
  await press(document.body, 'Try all 21 again');
  await press(document.body, 'Put all aside');
  const question = (await screen.findByText('Put all 30 aside?')).closest('section');
  if (question === null) throw new Error('Nothing was asked');
  await waitFor(() => expect(calls).toHaveLength(3));
  await press(question, 'Put aside');
  await waitFor(() => expect(calls).toHaveLength(4));
  expect(calls).toEqual([
    { name: 'admin.system.retryLetters', input: { letters: [{ queue: 'emails', id: id(1) }] } },
    { name: 'admin.system.discardLetters', input: { letters: [{ queue: 'evaluations', id: id(2) }] } },
    { name: 'admin.system.retryLetters', input: { letters: 'all' } },
    { name: 'admin.system.discardLetters', input: { letters: 'all' } },
  ]);
}, 30_000);

it('checks under way: the state, how long, and a lease that is over stands out', async () => {
  const live = { ...WHOSE, host: 'shop.example', requestedAt: ago(5), attempt: 0, startedAt: null };
  const leased = { ...live, phase: 'reading', startedAt: ago(3), attempt: 2 };
  const evaluations = [
    { ...leased, id: id(1), leaseExpiresAt: new Date(Date.now() - 90_000) },
    { ...leased, id: id(2), leaseExpiresAt: new Date(Date.now() + 90_000) },
    { ...live, id: id(3), phase: 'queued', leaseExpiresAt: null },
  ];
  answerCalls({ 'admin.system.inFlight': () => ({ evaluations, total: 300 }) });
  renderInApp(<InFlight />, NOW);
  expect((await screen.findByRole('status')).textContent).toBe('300 checks; the 3 oldest are shown.');
  const [, over, held, waiting] = screen.getAllByRole('row');
  expect(over?.textContent).toContain('Taken 2 times');
  expect(over?.querySelector('[data-trouble]')?.textContent).toMatch(/^Over for \d+ (s|min)/);
  expect(held?.querySelector('[data-trouble]')).toBeNull();
  expect(held?.textContent).toMatch(/\d+ s left/);
  expect(waiting?.textContent).toContain('Waits for a worker');
});
