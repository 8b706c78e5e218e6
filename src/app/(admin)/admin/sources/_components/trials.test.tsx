// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { Trials } from './trials';

const NOW = new Date();
const at = new Date(NOW.getTime() - (5 * 60 + 1) * 60_000);
const trial = (part: string, name: string, fault: string | null = null) => ({ part, name, fault, tookMs: 5 });

afterEach(() => {
  cleanup();
  forgetAnswers();
});

it('says when what was tried, and that it worked', async () => {
  const trials = [trial('browser', 'browser'), trial('open_data', 'npm'), trial('open_data', 'GitHub')];
  answerCalls({ 'sources.trials': () => ({ at, trials }) });
  renderInApp(<Trials />, NOW.getTime());
  const { textContent } = await screen.findByLabelText('Tried once a day');
  expect(textContent).toMatch(/^Tried 5 .*: the browser and 2 services of open data\. All of it worked\.$/);
});

it('says what did not work, and why', async () => {
  const proxy = trial('proxy', 'proxy.example:3128', 'It wants a password.');
  answerCalls({ 'sources.trials': () => ({ at, trials: [trial('browser', 'browser'), proxy] }) });
  renderInApp(<Trials />, NOW.getTime());
  const { textContent } = await screen.findByLabelText('Tried once a day');
  expect(textContent).toContain('the browser and 1 proxy. 1 of 2 did not work:');
  expect(textContent).toContain('Proxy proxy.example:3128: It wants a password.');
});

it('is not there where nothing was tried', async () => {
  answerCalls({ 'sources.trials': () => null });
  renderInApp(<Trials />, NOW.getTime());
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(screen.queryByLabelText('Tried once a day')).toBeNull();
});
