// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCalls, forgetAnswers } from '@/test/trpc-answers';
import { KeysSheet } from './keys-sheet';
import { useKeys } from './use-keys';

const typed = vi.fn();

function Page() {
  useKeys({ n: typed, '?': typed });
  return (
    <>
      <input aria-label="text" />
      <input type="checkbox" aria-label="box" />
      <textarea aria-label="long" />
      <div role="menu" tabIndex={-1}>
        menu
      </div>
    </>
  );
}

beforeEach(() => {
  answerCalls({});
  typed.mockClear();
});
afterEach(() => {
  cleanup();
  forgetAnswers();
  window.localStorage.clear();
});

it.each([
  ['the page', () => document.body, {}, 1],
  ['a box', () => screen.getByLabelText('box'), {}, 1],
  ['a field', () => screen.getByLabelText('text'), {}, 0],
  ['a long field', () => screen.getByLabelText('long'), {}, 0],
  ['a menu', () => screen.getByRole('menu'), {}, 0],
  ['the page, with Ctrl', () => document.body, { ctrlKey: true }, 0],
  ['the page, with ⌘', () => document.body, { metaKey: true }, 0],
  ['the page, another key', () => document.body, { key: 'constructor' }, 0],
])('a key in %s', (_, target, other, times) => {
  render(<Page />);
  fireEvent.keyDown(target(), { key: 'n', ...other });
  expect(typed).toHaveBeenCalledTimes(times);
});

it('can be turned off in the list of keys, and on again', async () => {
  const show = (opened: boolean) => (
    <MantineProvider env="test">
      <Page />
      <KeysSheet opened={opened} onClose={() => undefined} />
    </MantineProvider>
  );
  const { rerender } = render(show(true));
  fireEvent.click(await screen.findByRole('switch', { name: 'Single keys' }));
  rerender(show(false));
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(typed).not.toHaveBeenCalled();
  rerender(show(true));
  fireEvent.click(await screen.findByRole('switch', { name: 'Single keys' }));
  rerender(show(false));
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(typed).toHaveBeenCalledOnce();
});
