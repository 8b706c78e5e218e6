// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ComeAlive } from './come-alive';
import { KEEP_EARLY_PRESS } from './early-press';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  // As the browser runs it in the page's head.
  new Function(KEEP_EARLY_PRESS)();
});

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const MAIN = '<main><button type="button">Select</button><button type="button"><i>Check all</i></button></main>';

/** A page as the server wrote it: nobody answers until it comes alive. Returns what was heard then. */
function written(html: string) {
  document.body.innerHTML = html;
  const heard: (string | null)[] = [];
  const comeAlive = () => {
    for (const button of document.querySelectorAll('button')) {
      Object.assign(button, { __reactProps$1: {} });
      button.addEventListener('click', () => heard.push(button.textContent));
    }
    render(<ComeAlive part="main" />);
    vi.runAllTimers();
    return heard;
  };
  return { heard, comeAlive };
}

const press = (words: string) => screen.getByText(words).click();

it('presses again what was pressed last, once', () => {
  const page = written(MAIN);
  press('Select');
  press('Check all');
  expect(page.comeAlive()).toEqual(['Check all']);
  cleanup();
  render(<ComeAlive part="main" />);
  vi.runAllTimers();
  expect(page.heard).toEqual(['Check all']);
});

it('leaves what React had taken over, and what stands in another part', () => {
  const page = written(`<header><button type="button">Menu</button></header>${MAIN}`);
  Object.assign(screen.getByText('Select'), { __reactProps$1: {} });
  press('Select');
  expect(page.comeAlive()).toEqual([]);
  press('Menu');
  cleanup();
  page.heard.length = 0;
  render(<ComeAlive part="main" />);
  vi.runAllTimers();
  expect(page.heard).toEqual([]);
});

it.each([
  ['a link', '<main><a href="#there">Go</a></main>'],
  ['what sends a form', '<main><form onsubmit="return false"><button>Go</button></form></main>'],
])('leaves %s to the browser', (_, html) => {
  const page = written(html);
  press('Go');
  expect(page.comeAlive()).toEqual([]);
});

it('forgets a press after ten seconds, and a button that is gone', () => {
  const page = written(MAIN);
  press('Select');
  vi.advanceTimersByTime(11_000);
  expect(page.comeAlive()).toEqual([]);
  const another = written(MAIN);
  press('Select');
  screen.getByText('Select').remove();
  expect(another.comeAlive()).toEqual([]);
});
