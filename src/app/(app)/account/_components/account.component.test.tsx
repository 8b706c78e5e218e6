// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Answers, answerCalls, type Call, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { LocaleProvider } from '@/ui/locale';
import { DeleteAccount } from './delete-account';
import { Part } from './part';
import { ProfileForm } from './profile-form';
import { PARTS, SubNavigation } from './sub-navigation';
import { TokenList } from './tokens';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const TOKEN = {
  ...{ id: '00000000-0000-4000-8000-00000000000a', name: 'My phone', hint: 'abcd', scopes: ['read'] as string[] },
  ...{ createdAt: new Date(NOW), lastUsedAt: null },
};

let answers: Answers;
let calls: Call[];
let see: (changes: { target: Element; isIntersecting: boolean }[]) => void;

beforeEach(() => {
  answers = {
    'account.tokens': () => [],
    'account.createToken': () => ({ ...TOKEN, secret: 'mon_secret' }),
    'account.requestDeletion': () => new Date(NOW),
    'account.access': () => new Error('not asked here'),
    'account.updateProfile': () => null,
  };
  calls = answerCalls(answers);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: typeof see) {
        see = tell;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

it('leads to every part of the account, and says which one is read', () => {
  renderInApp(
    <>
      <SubNavigation />
      {PARTS.map(({ id, label }) => (
        <Part key={id} id={id}>
          {label}
        </Part>
      ))}
    </>,
    NOW,
  );
  const links = within(screen.getByRole('navigation', { name: 'Account' })).getAllByRole('link');
  const current = () => links.filter((link) => link.getAttribute('aria-current')).map((link) => link.textContent);
  expect(links.map((link) => link.getAttribute('href'))).toEqual(PARTS.map(({ id }) => `#${id}`));
  expect(current()).toEqual(['Profile']);
  const part = (id: string) => document.getElementById(`part-${id}`) as HTMLElement;
  act(() => see([{ target: part('tokens'), isIntersecting: true }]));
  expect(current()).toEqual(['API tokens']);
  act(() => see([{ target: part('emails'), isIntersecting: true }]));
  expect(current()).toEqual(['Emails']);
});

it.each([
  [['read', 'write'], `curl 'http://localhost:3000/api/monitors'`],
  [['refresh'], `curl -X POST 'http://localhost:3000/api/monitors/THE-ID-OF-ONE/refresh'`],
  [['write'], `curl -X POST 'http://localhost:3000/api/monitors'`],
])('shows with a fresh token that may %s a request that it may make', async (scopes, begins) => {
  answers['account.createToken'] = () => ({ ...TOKEN, scopes, secret: 'mon_secret' });
  renderInApp(<TokenList timeZone="UTC" />, NOW);
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'My phone' } });
  fireEvent.click(screen.getByRole('button', { name: 'Make a token' }));
  const example = await screen.findByTestId('example');
  // Who chose another language before, on any page, sees that one.
  fireEvent.click(screen.getByRole('button', { name: 'curl' }));
  const code = example.textContent ?? '';
  expect(code.startsWith(begins)).toBe(true);
  expect(code).toContain("'Authorization: Bearer mon_secret'");
  expect(screen.getByTestId('new-token').textContent).toBe('mon_secret');
});

it('offers ways to write numbers and dates by examples, and saves the one that is chosen', async () => {
  const refresh = vi.fn();
  renderInApp(
    <AppRouterContext value={{ refresh } as never}>
      <ProfileForm name="Ada" timeZone="Europe/Berlin" locale="en" />
    </AppRouterContext>,
    NOW,
  );
  const field = screen.getByRole('combobox', { name: 'Numbers and dates' }) as HTMLInputElement;
  expect(field.value).toBe('Standard: −1,234,567.89 · 29 Nov 2026, 14:30');
  fireEvent.click(field);
  const options = screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent);
  expect(options).toContain('United States: −1,234,567.89 · Nov 29, 2026, 2:30 PM');
  expect(options).toContain('India: −12,34,567.89 · 29 Nov 2026, 2:30 pm');
  fireEvent.click(screen.getByText('Germany: −1.234.567,89 · 29 Nov 2026, 14:30'));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const input = { name: 'Ada', timeZone: 'Europe/Berlin', locale: 'en-DE' };
  await vi.waitFor(() => expect(calls).toEqual([{ name: 'account.updateProfile', input }]));
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
});

it('shows times as the person chose to read them', async () => {
  answers['account.tokens'] = () => [{ ...TOKEN, lastUsedAt: new Date(NOW) }];
  renderInApp(
    <LocaleProvider value="en-US">
      <TokenList timeZone="UTC" />
    </LocaleProvider>,
    NOW,
  );
  expect(await screen.findByText(/last used Nov 29, 2026, 12:00 PM/)).toBeTruthy();
});

it('asks for the password before everything is deleted, and can be left', async () => {
  renderInApp(<DeleteAccount hasPassword removedAt={null} timeZone="UTC" />, NOW);
  fireEvent.click(screen.getByRole('button', { name: 'Delete my account' }));
  expect(screen.queryByRole('button', { name: 'Delete my account' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete my account' }));
  expect(calls).toEqual([]);
  fireEvent.change(screen.getByLabelText('Present password'), { target: { value: 'Correct1Horse' } });
  fireEvent.click(screen.getByRole('button', { name: 'Delete everything in seven days' }));
  const input = { password: 'Correct1Horse' };
  await vi.waitFor(() => expect(calls).toEqual([{ name: 'account.requestDeletion', input }]));
});
