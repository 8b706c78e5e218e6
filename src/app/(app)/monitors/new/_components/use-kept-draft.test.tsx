// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KeptDraft, keepDraft, readDraft } from '@/ui/draft/kept-draft';
import { useKeptDraft } from './use-kept-draft';

/** The form of the page, as far as the draft is concerned. */
function Form({ typed = '' }: { typed?: string }) {
  const [draft, setDraft] = useState({ prompt: '', source: '' });
  const change = (changed: Partial<KeptDraft>) => setDraft((before) => ({ ...before, ...changed }));
  useKeptDraft({ draft, change });
  return (
    <>
      <textarea data-path="prompt" defaultValue={typed} />
      <input value={draft.prompt} onChange={(event) => change({ prompt: event.currentTarget.value })} />
      <output>{draft.source}</output>
    </>
  );
}

const KEPT = { prompt: 'Tell me when the kettle is cheap', source: 'https://shop.example/kettle' };

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it('puts back what was kept, with its page, and keeps what is written on', () => {
  keepDraft(KEPT);
  render(<Form />);
  expect(screen.getByDisplayValue(KEPT.prompt)).toBeTruthy();
  expect(screen.getByText(KEPT.source)).toBeTruthy();
  fireEvent.change(screen.getByDisplayValue(KEPT.prompt), { target: { value: 'Tell me when it is 20' } });
  expect(readDraft()).toEqual({ ...KEPT, prompt: 'Tell me when it is 20' });
});

it('keeps nothing by being opened, and forgets what is deleted', () => {
  render(<Form />);
  expect(readDraft()).toBeNull();
  const [, field] = screen.getAllByRole('textbox');
  fireEvent.change(field as HTMLElement, { target: { value: 'Tell' } });
  expect(readDraft()?.prompt).toBe('Tell');
  fireEvent.change(field as HTMLElement, { target: { value: '' } });
  expect(readDraft()).toBeNull();
});

it('leaves what was typed before the scripts were there', () => {
  keepDraft(KEPT);
  render(<Form typed="Tell me when the pan" />);
  expect(screen.queryByDisplayValue(KEPT.prompt)).toBeNull();
});
