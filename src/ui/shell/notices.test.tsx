// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const PATIENTLY = { timeout: 10_000 };

beforeEach(() => {
  vi.resetModules();
  window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
});
afterEach(() => {
  cleanup();
  vi.doUnmock('@mantine/notifications');
});

async function show() {
  const { Notices } = await import('./notices');
  render(
    <MantineProvider env="test">
      <Notices />
    </MantineProvider>,
  );
  return import('../notify');
}

it('shows what was said, and takes it back by its id', async () => {
  const { load, notify, unnotify } = await show();
  // Messages of other tests in this process would stand before ours.
  const { notifications } = await load();
  notifications.cleanQueue();
  notifications.clean();
  expect(document.querySelector('.mantine-Notifications-root')).toBeNull();
  act(() => notify({ id: 'one', title: 'Not signed out', message: 'Try again.', autoClose: false }));
  await screen.findByText('Not signed out', {}, PATIENTLY);
  act(() => unnotify('one'));
  await vi.waitFor(() => expect(screen.queryByText('Not signed out')).toBeNull(), PATIENTLY);
});

it('says it plainly where what shows messages cannot be loaded', async () => {
  vi.doMock('@mantine/notifications', () => {
    throw new Error('offline');
  });
  const { notify, unnotify } = await show();
  act(() => notify({ id: 'two', message: 'You are offline, nothing was sent.' }));
  await screen.findByText('You are offline, nothing was sent.', {}, PATIENTLY);
  act(() => unnotify('two'));
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), PATIENTLY);
});
