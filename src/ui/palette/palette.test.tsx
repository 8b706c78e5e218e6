// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import { aMonitorView, answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { PaletteView } from './palette';
import { type PaletteDoes, paletteGroups } from './palette-groups';

const MEMBER = { isAdmin: false, embedded: false, hasMonitors: true };
const monitors = [
  aMonitorView({ id: '00000000-0000-4000-8000-000000000001', name: 'Kettle' }),
  aMonitorView({ id: '00000000-0000-4000-8000-000000000002', name: 'Boots', isActive: false }),
];
let does: { [Name in keyof PaletteDoes]: Mock<PaletteDoes[Name]> };

beforeEach(() => {
  answerCalls({});
  Element.prototype.scrollIntoView = () => undefined;
  does = { go: vi.fn(), check: vi.fn(), checkAll: vi.fn(), switchScheme: vi.fn(), showKeys: vi.fn(), signOut: vi.fn() };
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

const labels = (sees: typeof MEMBER, of = monitors) =>
  paletteGroups(sees, of, does).flatMap(({ actions }) => actions.map(({ label }) => label));

it('has what the person may use, and nothing else', () => {
  expect(labels(MEMBER)).toEqual(expect.arrayContaining(['New monitor', 'Check all', 'Kettle', 'Boots', 'Sign out']));
  expect(labels(MEMBER)).toContain('Check “Kettle” now');
  expect(labels(MEMBER)).not.toContain('Check “Boots” now');
  expect(labels(MEMBER)).not.toContain('Administration');
  expect(labels(MEMBER)).not.toContain('Outbox');
  expect(labels({ isAdmin: true, embedded: true, hasMonitors: true })).toEqual(
    expect.arrayContaining(['Administration', 'Outbox']),
  );
  const waiting = labels({ ...MEMBER, hasMonitors: false }, []);
  expect(waiting).not.toContain('My monitors');
  expect(waiting).toContain('Sign out');
});

function Page() {
  const [opened, open] = useState(true);
  return <PaletteView groups={paletteGroups(MEMBER, monitors, does)} opened={opened} close={() => open(false)} />;
}

it('finds a monitor by its name and goes there by keyboard', async () => {
  renderInApp(<Page />, 0);
  const field = await screen.findByLabelText('Search');
  fireEvent.change(field, { target: { value: 'boots' } });
  await waitFor(() => expect(screen.queryByText('Keys')).toBeNull());
  fireEvent.keyDown(field, { key: 'ArrowDown', code: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  await waitFor(() => expect(does.go).toHaveBeenCalledWith(`/monitors/${monitors[1]?.id}`));
  await waitFor(() => expect(screen.queryByLabelText('Search')).toBeNull());
});

it('says when nothing is called that', async () => {
  renderInApp(<Page />, 0);
  fireEvent.change(await screen.findByLabelText('Search'), { target: { value: 'zebra' } });
  expect(await screen.findByText('Nothing is called that.')).toBeTruthy();
});
