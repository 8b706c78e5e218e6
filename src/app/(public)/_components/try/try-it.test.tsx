// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { keepDraft, readDraft } from '@/ui/draft/kept-draft';
import type { Tried } from './ask-try';
import { TryIt } from './try-it';

const NOW = Date.UTC(2026, 10, 22, 12);
const SHOP = 'http://localhost:3000/samples/headphones';
const SAMPLES = [
  { topic: 'Prices', sentence: 'Tell me when the Aurora One costs less than $300', source: SHOP, name: 'headphones' },
  {
    topic: 'Weather',
    sentence: 'Tell me when Oslo is cold',
    source: SHOP.replace('headphones', 'weather'),
    name: 'weather',
  },
];

const reading: Tried['reading'] = {
  ...{ outcome: 'value', value: { type: 'number', number: '312', unit: 'USD' }, quote: '$312.00', source: SHOP },
  crop: { url: 'data:image/jpeg;base64,AQID', width: 4, height: 5 },
  refused: [{ quote: '$379.00', value: null, reason: 'it is struck through on the page' }],
  ...{ candidates: [], reader: 'offline', conditionMet: false, wouldFire: false, message: null, obstacle: null },
  sentence: 'No alert: $312.00 is not below $300.00.',
};
const TRIED: Tried = { triggerCondition: 'Fires when the price is below $300.00.', reading, choices: [] };

const asked: unknown[] = [];
function answer(status: number, body: unknown): void {
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(JSON.parse(String(init.body)));
    return Response.json(body, { status });
  });
}

// Loaded by who presses the button: no test waits for that.
beforeAll(() => import('./try-result'));
beforeEach(() => {
  localStorage.clear();
  window.location.hash = '';
  asked.length = 0;
  answerCalls({});
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

const show = () =>
  renderInApp(
    <TryIt samples={SAMPLES} next="/sign-up?next=/monitors/new">
      <p>The shop as it is</p>
    </TryIt>,
    NOW,
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('asks for nothing until the button is pressed; then it shows value, proof and what was refused', async () => {
  answer(200, TRIED);
  show();
  expect(screen.getByText('The shop as it is')).toBeTruthy();
  expect(asked).toEqual([]);
  press('Check now');
  expect((await screen.findByTestId('try-value')).textContent).toBe('$312.00');
  expect(asked).toEqual([{ prompt: SAMPLES[0]?.sentence, source: SHOP }]);
  expect(screen.getByText(reading.sentence)).toBeTruthy();
  expect(screen.getByText('“$312.00”')).toBeTruthy();
  expect(screen.getByTestId('try-picture').getAttribute('src')).toBe(reading.crop?.url);
  expect(screen.getByText('it is struck through on the page')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Make this my monitor' }).getAttribute('href')).toMatch(/^\/sign-up/);
  expect(readDraft()).toEqual({ prompt: SAMPLES[0]?.sentence, source: SHOP });
});

it('asks which is meant, and shows what that one says', async () => {
  const choice = (quote: string, label: string) => ({ ...TRIED, quote, label, reading: { ...reading, quote } });
  const unsure = { ...reading, outcome: 'fact_missing', value: null, quote: null, crop: null } as const;
  answer(200, { ...TRIED, reading: unsure, choices: [choice('$312.00', 'Aurora One'), choice('$449.00', 'Pro')] });
  show();
  press('Check now');
  await screen.findByText('Which one do you mean?');
  fireEvent.click(screen.getByText('Aurora One'));
  expect(screen.getByTestId('try-value').textContent).toBe('$312.00');
  expect(screen.getByText('Pro: you chose another')).toBeTruthy();
});

it('takes a sentence of the examples, also by its link, which runs it', async () => {
  answer(200, TRIED);
  show();
  press('Weather');
  expect(screen.getByLabelText<HTMLTextAreaElement>('What do you want to be told?').value).toBe(
    'Tell me when Oslo is cold',
  );
  expect(asked).toEqual([]);
  window.location.hash = '#try-headphones';
  fireEvent(window, new HashChangeEvent('hashchange'));
  await screen.findByTestId('try-value');
  expect(asked).toEqual([{ prompt: SAMPLES[0]?.sentence, source: SHOP }]);
});

it('says what was refused, and that other pages need an account', async () => {
  answer(400, { error: { reason: 'not_a_sample', message: 'Here only the sample shop is read.' } });
  show();
  fireEvent.change(screen.getByLabelText('What do you want to be told?'), {
    target: { value: 'Tell me of shop.example' },
  });
  press('Check now');
  expect((await screen.findByRole('alert')).textContent).toMatch(/only the sample shop/);
  expect(screen.getByRole('link', { name: /Sign up and go on/ })).toBeTruthy();
  expect(readDraft()?.prompt).toBe('Tell me of shop.example');
});

it('has the sentence again that was written here', async () => {
  keepDraft({ prompt: 'Tell me when it is $290', source: SHOP });
  show();
  await waitFor(() => expect(screen.getByDisplayValue('Tell me when it is $290')).toBeTruthy());
});
