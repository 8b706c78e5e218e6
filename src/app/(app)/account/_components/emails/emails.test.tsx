// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Answers, answerCalls, type Call, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import type { RouterOutputs } from '@/trpc/root';
import { Emails } from './emails';

type Preferences = RouterOutputs['emails']['preferences'];
const NOW = Date.parse('2026-11-29T12:00:00Z');
const TEA = { monitorId: '00000000-0000-4000-8000-00000000000a', name: 'Tea', mode: 'daily' as const, byLinkAt: null };

let preferences: Preferences;
let answers: Answers;
let calls: Call[];

beforeEach(() => {
  preferences = {
    all: { mode: 'gathered', digestHour: 8, quiet: null, byLinkAt: null },
    ...{ monitors: [], mostADay: 30, suppression: null },
  };
  answers = {
    'emails.preferences': () => preferences,
    'emails.choose': () => null,
    'monitors.chooseEmails': () => null,
  };
  calls = answerCalls(answers);
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

async function show(other: Partial<Preferences> = {}): Promise<HTMLElement> {
  Object.assign(preferences, other);
  renderInApp(<Emails email="ada@example.org" />, NOW);
  return screen.findByRole('button', { name: 'Save' });
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('keeps a daily email with its hour and quiet hours', async () => {
  await show();
  fireEvent.click(screen.getByLabelText('Once a day'));
  fireEvent.change(screen.getByLabelText('At'), { target: { value: '18' } });
  fireEvent.click(screen.getByRole('switch'));
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '23:00' } });
  press('Save');
  const input = { mode: 'daily', digestHour: 18, quiet: { from: '23:00', to: '07:00' } };
  await vi.waitFor(() => expect(calls).toEqual([{ name: 'emails.choose', input }]));
});

it('sends nothing while a time is missing, and says which', async () => {
  await show({ all: { ...preferences.all, quiet: { from: '22:00', to: '07:00' } } });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '' } });
  press('Save');
  await screen.findByText('Write a time as 07:00.');
  expect(calls).toEqual([]);
});

it('says why it was not kept, and keeps what was chosen in the form', async () => {
  await show();
  answers['emails.choose'] = () => new Error('That did not work.');
  fireEvent.click(screen.getByLabelText('No emails'));
  press('Save');
  await screen.findByText('That did not work.');
  expect((screen.getByLabelText('No emails') as HTMLInputElement).checked).toBe(true);
});

it('says that a link turned them off, and turns them on again', async () => {
  await show({ all: { ...preferences.all, mode: 'off', byLinkAt: new Date('2026-11-28T09:30:00Z') } });
  await screen.findByText(/A link in an email turned these off on/);
  expect(screen.getByText('28 Nov 2026, 09:30')).toBeTruthy();
  press('Turn on again');
  const input = { mode: 'gathered', digestHour: 8, quiet: null };
  await vi.waitFor(() => expect(calls).toEqual([{ name: 'emails.choose', input }]));
  expect((screen.getByLabelText('Gathered') as HTMLInputElement).checked).toBe(true);
});

it('lists monitors with a choice of their own, and takes one back at once', async () => {
  await show({ monitors: [TEA] });
  const own = screen.getByTestId('own-choice');
  expect(within(own).getByText('Once a day at 08:00')).toBeTruthy();
  preferences = { ...preferences, monitors: [] };
  press('As for all: Tea');
  await vi.waitFor(() => expect(screen.queryByTestId('own-choice')).toBeNull());
  expect(calls).toEqual([{ name: 'monitors.chooseEmails', input: { id: TEA.monitorId, mode: null } }]);
});

it('says why the address gets none, since when, and what mends it', async () => {
  const since = new Date('2026-11-28T09:30:00Z');
  await show({ suppression: { reason: 'bounce', detail: '550 no such user', since } });
  const box = screen.getByRole('alert');
  expect(box.textContent).toContain('ada@example.org gets no emails from us');
  expect(box.textContent).toContain('Its server said: “550 no such user”');
  expect(box.textContent).toContain('28 Nov 2026, 09:30');
  expect(within(box).getByRole('link', { name: 'move to another address' }).getAttribute('href')).toBe('#email');
});
