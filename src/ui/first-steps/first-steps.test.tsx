// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMonitorView, answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { keepDraft } from '../draft/kept-draft';
import { FirstSteps } from './first-steps';
import { firstStep } from './steps';

const NOW = Date.UTC(2026, 10, 22, 12);
const SAVED = aMonitorView({ evaluationCount: 1, nextAllowedRefresh: null });
const CHECKED = aMonitorView({ evaluationCount: 2, nextAllowedRefresh: new Date(NOW) });

beforeEach(() => {
  localStorage.clear();
  answerCalls({});
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

const current = () => screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step');

describe('the step of a newcomer', () => {
  it.each([
    [[], { hasDraft: false }, 1],
    [[], { hasDraft: true }, 2],
    [[SAVED], { hasDraft: false }, 3],
    [[SAVED], { hasDraft: true }, 3],
    [[CHECKED], { hasDraft: false }, null],
    [[SAVED, SAVED], { hasDraft: false }, null],
    [[], { hasDraft: true, here: 'writing' as const }, 1],
    [[], { hasDraft: false, here: 'previewed' as const }, 2],
    [[SAVED], { hasDraft: false, here: 'writing' as const }, null],
  ])('with %j and %j', (monitors, at, step) => expect(firstStep(monitors, at)).toBe(step));
});

it('leads to the form first, and with a draft goes on with it', () => {
  renderInApp(<FirstSteps monitors={[]} />, NOW);
  expect(current()?.textContent).toContain('Write one sentence');
  expect(screen.getByRole('link').getAttribute('href')).toBe('/monitors/new');
  cleanup();
  keepDraft({ prompt: 'Tell me when the kettle is cheap', source: '' });
  renderInApp(<FirstSteps monitors={[]} />, NOW);
  expect(current()?.textContent).toContain('See what was understood');
  expect(screen.getByText('“Tell me when the kettle is cheap”')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go on with your sentence' })).toBeTruthy();
});

it('leads to the monitor that was never checked', () => {
  renderInApp(<FirstSteps monitors={[SAVED]} />, NOW);
  expect(current()?.textContent).toContain('Press Check now');
  expect(screen.getByRole('link').getAttribute('href')).toBe(`/monitors/${SAVED.id}`);
});

it('stays hidden once somebody hid it', () => {
  renderInApp(<FirstSteps monitors={[]} />, NOW);
  fireEvent.click(screen.getByRole('button', { name: 'Hide these steps' }));
  expect(screen.queryByRole('list')).toBeNull();
  cleanup();
  renderInApp(<FirstSteps monitors={[]} />, NOW);
  expect(screen.queryByRole('list')).toBeNull();
});
