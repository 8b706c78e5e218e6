// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerCalls, type Call, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { UndoOffers } from './undo-offers';

const gone: string[] = [];
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: (path: string) => gone.push(path) }) }));

interface Message {
  id?: string;
  autoClose?: number;
  message: ReactNode;
}
// Where messages are shown is tested beside it; here it counts which are, and what can be pressed in them.
const edge = vi.hoisted(() => ({ shown: [] as Message[], taken: [] as string[] }));
vi.mock('@/ui/notify', () => ({
  notify: (message: Message) => edge.shown.push(message),
  unnotify: (id: string) => edge.taken.push(id),
}));

const NOW = Date.UTC(2026, 10, 22, 12);
const ID = '00000000-0000-4000-8000-00000000000a';
let calls: Call[];

beforeEach(() => {
  for (const list of [gone, edge.shown, edge.taken]) list.length = 0;
  calls = answerCalls({ 'monitors.restore': () => null });
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

it('offers after a reload what was deleted a moment ago, for the time that is left, and takes it back', async () => {
  renderInApp(<UndoOffers deleted={[{ id: ID, name: 'Aurora One', leftMs: 8_000 }]} />, NOW);
  await waitFor(() => expect(edge.shown).toHaveLength(1));
  const [offer] = edge.shown;
  expect(offer).toMatchObject({ id: `deleted ${ID}`, autoClose: 8_000 });
  renderInApp(offer?.message, NOW);
  expect(document.body.textContent).toContain('“Aurora One” was deleted.');
  fireEvent.click(screen.getByText('Undo'));
  await waitFor(() => expect(gone).toEqual([`/monitors/${ID}`]));
  expect(edge.taken).toEqual([`deleted ${ID}`]);
  expect(calls).toEqual([{ name: 'monitors.restore', input: { id: ID } }]);
  expect(edge.shown.map(({ message }) => message)).toContain('“Aurora One” is back, with its history.');
});
