// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aFactView, aMonitorView, answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import type { MonitorView } from '@/trpc/monitor-view';
import { CheckButton } from '@/ui/monitor/check-button';
import { useCheck } from '@/ui/monitor/use-check';
import { NowCard } from './now-card';

const NOW = Date.UTC(2026, 10, 22, 12);

function Page({ monitor }: { monitor: MonitorView }) {
  const check = useCheck(monitor);
  const latest = aFactView(0, { value: monitor.currentValue, quote: 'Sold out' });
  return (
    <>
      <CheckButton check={check} isActive={monitor.isActive} />
      <NowCard monitor={monitor} check={check} latest={latest} />
    </>
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  answerCalls({});
});
afterEach(() => {
  cleanup();
  forgetAnswers();
  vi.useRealTimers();
});

const show = (other: Partial<MonitorView>) => renderInApp(<Page monitor={aMonitorView(other)} />, NOW);
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

it('counts down to the next check, on the button and below the value', () => {
  show({ nextAllowedRefresh: new Date(NOW + 3_000) });
  pass(0);
  expect(screen.getByTestId('next-check').textContent).toBe(' · again in 0:03');
  expect(screen.getByRole('button').textContent).toBe('Check now · 0:03');
  pass(2_000);
  expect(screen.getByTestId('next-check').textContent).toBe(' · again in 0:01');
  pass(1_000);
  expect(screen.queryByTestId('next-check')).toBeNull();
  expect(screen.getByRole('button').textContent).toBe('Check now');
});

it('says of a paused one nothing about the next check', () => {
  show({ nextAllowedRefresh: new Date(NOW + 3_000), isActive: false });
  expect(screen.queryByTestId('next-check')).toBeNull();
});

it('says a state in the words of the page', () => {
  const no = { type: 'boolean', boolean: false } as const;
  show({ currentValue: no, previousValue: { ...no, boolean: true }, property: 'availability', factType: 'boolean' });
  expect(screen.getByTestId('current-value').textContent).toBe('Sold out');
  expect(document.body.textContent).toContain('before: Available');
});

it('offers after a failure what may help', () => {
  show({ lastOutcome: 'fact_missing', lastSentence: 'No alert: the page does not show it.' });
  const links = screen.getAllByRole('link').map((link) => link.textContent);
  expect(links.slice(0, 3)).toEqual(['Point at it on the page', 'Fix the sentence', 'Try another page']);
});
