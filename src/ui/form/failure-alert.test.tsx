// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import type { CallFailure } from '@/trpc/client';
import { FailureAlert } from './failure-alert';

const NOW = Date.UTC(2026, 10, 22, 12);
const failure = (other: Partial<CallFailure> = {}): CallFailure => ({
  ...{ message: 'You previewed often.', reason: 'too_many', fields: {}, retryAt: null },
  ...other,
});
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const words = () => screen.getByRole('alert').textContent;

beforeEach(() => {
  answerCalls({});
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  forgetAnswers();
  vi.useRealTimers();
});

it('counts down to when a limit ends, and says when it is over', () => {
  renderInApp(
    <FailureAlert failure={failure({ retryAt: new Date(NOW + 62_000) })} notDone="Nothing was saved." />,
    NOW,
  );
  pass(0);
  expect(words()).toBe('You previewed often.Nothing was saved.You can try again in 1:02.');
  pass(60_000);
  expect(words()).toContain('in 0:02.');
  pass(2_000);
  expect(screen.getByRole('status').textContent).toBe('You can try again now.');
});

it('counts no days, and nothing where no limit is told', () => {
  renderInApp(<FailureAlert failure={failure({ retryAt: new Date(NOW + 40 * 3_600_000) })} />, NOW);
  expect(words()).toBe('You previewed often.');
  cleanup();
  renderInApp(<FailureAlert failure={failure()} />, NOW);
  expect(words()).toBe('You previewed often.');
});

it('says once that nothing was done', () => {
  const message = 'This could not be. Nothing was changed.';
  renderInApp(<FailureAlert failure={failure({ message })} notDone="Nothing was saved." />, NOW);
  expect(words()).toBe(message);
});
