// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aNews } from '@/test/news';
import { type Answers, answerCalls, type Call, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { Inbox } from './inbox';
import type { InboxEntry } from './use-inbox';

const NOW = Date.now();
const MONITOR = { id: '00000000-0000-4000-8000-00000000000a', name: 'Aurora One below $300' };
let entries: InboxEntry[];
let answers: Answers;
let calls: Call[];

beforeEach(() => {
  entries = [entry(1, {}), entry(2, { readAt: new Date(NOW) })];
  answers = {
    'notifications.list': () => ({ entries, nextCursor: null }),
    'notifications.unread': () => entries.filter(({ readAt }) => readAt === null).length,
    'notifications.mark': () => 1,
  };
  calls = answerCalls(answers);
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

/** What a call marked. */
const marking = (id: string | undefined, read: boolean) => [{ name: 'notifications.mark', input: { ids: [id], read } }];

function entry(at: number, other: Partial<InboxEntry>): InboxEntry {
  return {
    ...{ id: `00000000-0000-4000-8000-00000000000${at}`, kind: 'alert', monitor: MONITOR, news: aNews() },
    ...{ subject: `News ${at}`, createdAt: new Date(NOW - at * 60_000), readAt: null },
    delivery: {
      ...{
        state: 'withheld',
        waitsUntil: null,
        gather: null,
        isGathered: false,
        isInOutbox: false,
        sentAt: null,
        deliveredAt: null,
      },
      ...{ openedAt: null, clickedAt: null, status: null, withoutEmail: 'monitor_off', gaveUp: false },
    },
    ...other,
  };
}

function show(): Promise<HTMLElement[]> {
  renderInApp(<Inbox />, NOW);
  return screen.findAllByTestId('inbox-entry');
}

it('says of an entry its monitor, the news, why, what became of its email, and whether it was read', async () => {
  const [first, second] = await show();
  expect(first?.textContent).toContain('Aurora One below $300');
  expect(first?.textContent).toContain('$279.00 is below $300.00.');
  expect(first?.textContent).toContain('Not emailed: you turned emails of this monitor off');
  const link = within(first as HTMLElement).getByRole('link', { name: /^Unread: *News 1$/ });
  expect(link.getAttribute('href')).toBe(`/monitors/${MONITOR.id}`);
  expect(within(second as HTMLElement).getByRole('link').textContent).toBe('News 2');
});

it('of a monitor that is gone leads nowhere', async () => {
  entries = [entry(1, { monitor: null })];
  const [only] = await show();
  expect(within(only as HTMLElement).queryByRole('link')).toBeNull();
  expect(only?.textContent).toContain('The monitor is deleted');
});

it('marks at once, and takes it back where that failed', async () => {
  await show();
  answers['notifications.mark'] = () => new Error('no');
  fireEvent.click(screen.getByRole('button', { name: 'Mark as read: News 1' }));
  await screen.findByRole('button', { name: 'Mark as unread: News 1' });
  await screen.findByRole('button', { name: 'Mark as read: News 1' });
  expect(calls).toEqual(marking(entries[0]?.id, true));
});

it('opening an entry reads it', async () => {
  await show();
  const link = screen.getByRole('link', { name: /^Unread: *News 1$/ });
  link.addEventListener('click', (event) => event.preventDefault());
  fireEvent.click(link);
  await vi.waitFor(() => expect(calls).toEqual(marking(entries[0]?.id, true)));
});

it('keeps in its place what is read while only unread is shown', async () => {
  await show();
  fireEvent.click(screen.getByRole('checkbox'));
  await vi.waitFor(() => expect(screen.getAllByTestId('inbox-entry')).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: 'Mark as read: News 1' }));
  await screen.findByRole('button', { name: 'Mark as unread: News 1' });
  fireEvent.click(screen.getByRole('checkbox'));
  await vi.waitFor(() => expect(screen.getAllByTestId('inbox-entry')).toHaveLength(2));
});

it('shows one part of it, of the account without a mark', async () => {
  await show();
  entries = [
    entry(3, { kind: 'account', monitor: null, news: null, subject: 'Your password was changed · Monitors!' }),
  ];
  fireEvent.click(screen.getByRole('button', { name: 'Account' }));
  await screen.findByRole('heading', { name: /Your password was changed$/ });
  expect(screen.getByRole('button', { name: 'Account' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('button', { name: /^Mark as/ })).toBeNull();
  expect(screen.queryByText(/The monitor is deleted/)).toBeNull();
  entries = [];
  fireEvent.click(screen.getByRole('button', { name: 'Errors' }));
  await screen.findByText('Every page could be read.');
});

it('says that nothing was told yet', async () => {
  entries = [];
  void show().catch(() => undefined);
  expect(await screen.findByRole('heading', { name: 'Nothing was told yet' })).toBeTruthy();
});
