// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Correction } from '@/domain/contract/correction';
import { FAILURES } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { answerCalls, forgetAnswers, renderInApp } from '@/test/trpc-answers';
import { SavePanel } from '../new/_components/save-panel';
import { PreviewPane } from './preview-pane';
import type { Composer } from './use-composer';
import type { Preview, PreviewPhase } from './use-previews';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }));

const NOW = Date.UTC(2026, 10, 22, 12);
const SOURCE = 'https://shop.example.org/aurora-one';
const price = (number: string, unit: string) => ({ type: 'number', number, unit }) as const;
type Reading = NonNullable<Preview['reading']>;

const READING: Reading = {
  ...{ outcome: 'value', value: price('312', 'USD'), quote: '$312.00', source: SOURCE, crop: null },
  ...{ refused: [], candidates: [], reader: 'offline', conditionMet: false, wouldFire: false },
  ...{ sentence: 'No alert: $312.00 is not below $300.00.', message: null, obstacle: null },
};

const PREVIEW: Preview = {
  id: '00000000-0000-4000-8000-00000000000b',
  interpretation: {
    ...{ type: 'state', fact: 'price of the Aurora One in USD', item: 'Aurora One', property: 'price' },
    ...{ factType: 'number', unit: 'USD', sources: [SOURCE], suggestedName: 'Aurora One', language: 'en' },
    trigger: { kind: 'state', op: 'lt', value: price('300', 'USD'), value2: null },
    clarification: null,
  },
  triggerCondition: 'Fires when the price of the Aurora One in USD is below $300.00.',
  ...{ interpretedBy: 'offline', isSure: true, note: null, alternatives: [], proposals: [], page: null },
  reading: READING,
};

const EUROS = {
  reason: 'not_comparable',
  message: '€312.00 cannot be compared with $300.00, so it would never alert.',
  unit: 'EUR',
} as const;

interface Asked {
  prompt: string;
  contract: Correction | undefined;
}

function composerOf(other: Partial<Composer> = {}): Composer & { asked: Asked[] } {
  const asked: Asked[] = [];
  const draft = { prompt: `Tell me when the Aurora One costs less than $300 ${SOURCE}`, source: '' };
  return {
    ...{ asked, draft, errors: {}, asksPage: false, noPageFound: false, input: { prompt: draft.prompt } },
    ...{ change: () => undefined, cancel: () => undefined, choose: () => undefined },
    preview: ({ prompt }, contract) => asked.push({ prompt, contract }),
    ...{ pending: false, phase: null, isCorrecting: false, unread: null, failure: null, result: PREVIEW },
    ...{ monitorId: undefined, isChosen: false, stale: false },
    ...other,
  };
}

const withReading = (reading: Partial<Reading>, other: Partial<Preview> = {}): Preview => ({
  ...PREVIEW,
  reading: { ...READING, ...reading },
  ...other,
});

function show(other: Partial<Composer> = {}) {
  const composer = composerOf(other);
  const { result } = composer;
  renderInApp(
    <PreviewPane composer={composer}>{result ? <SavePanel composer={composer} preview={result} /> : null}</PreviewPane>,
    NOW,
  );
  return composer;
}

const said = () => screen.getByTestId('preview-said').textContent;

beforeEach(() => {
  answerCalls({ 'monitors.list': () => ({ monitors: [], total: 0, limit: 10 }) });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  forgetAnswers();
});

describe('the contract card', () => {
  it('says what is read, where, and when it alerts, and all of it to who hears the page', () => {
    show();
    const card = screen.getByRole('region', { name: 'What was understood' });
    expect(within(card).getByText(PREVIEW.triggerCondition)).toBeTruthy();
    for (const words of ['price of the Aurora One in USD', 'An amount in USD', 'by our own reader, 0 tokens'])
      expect(card.textContent).toContain(words);
    expect(said()).toBe(`Preview: ${PREVIEW.triggerCondition} The page says $312.00. It would not alert now.`);
    expect(screen.getByRole('button', { name: 'Save monitor' })).toHaveProperty('disabled', false);
  });

  it('is corrected within: what was understood stands in the fields, and goes out as it was changed', () => {
    const { asked, draft } = show();
    fireEvent.click(screen.getByText('Not what you meant? Correct it'));
    const value = screen.getByLabelText('Value');
    expect(value).toHaveProperty('value', '300');
    fireEvent.change(value, { target: { value: '250' } });
    fireEvent.click(screen.getByRole('button', { name: 'Preview as written here' }));
    expect(asked).toMatchObject([{ prompt: draft.prompt, contract: { property: 'price', value: '250', unit: 'USD' } }]);
  });

  it('asks to look where the sentence may mean something else', () => {
    show({ result: { ...PREVIEW, isSure: false, note: 'The colour was left out.' } });
    expect(screen.getByRole('region', { name: 'What was understood' }).textContent).toContain(
      'The colour was left out.',
    );
  });
});

describe('what cannot be compared', () => {
  const result = withReading({ value: price('312', 'EUR'), conditionMet: null, obstacle: EUROS });

  it('is not saved, says why, and is waited for in its own currency at one press', () => {
    const { asked } = show({ result });
    expect(screen.getByRole('button', { name: 'Save monitor' })).toHaveProperty('disabled', true);
    expect(said()).toContain(`It cannot be saved like this: ${EUROS.message}`);
    fireEvent.click(screen.getByRole('button', { name: 'Wait for an amount in EUR' }));
    expect(asked).toMatchObject([{ contract: { unit: 'EUR', value: '300', operator: 'lt' } }]);
  });

  it('leads to the fields of the correction', () => {
    show({ result });
    fireEvent.click(screen.getByRole('button', { name: 'Correct it' }));
    expect(document.activeElement).toBe(screen.getByLabelText('What is read'));
  });
});

describe('a reading that failed', () => {
  it.each(FAILURES)('as %s says what happened, what was not done, and what to try', (outcome) => {
    const message = 'So the page answered.';
    show({ result: withReading({ outcome, value: null, quote: null, message, reader: null }) });
    const card = screen.getByRole('region', { name: 'What the page says now' });
    const { short, advice } = outcomeWords(outcome);
    for (const words of [short, message, 'Nothing was saved, and no check was used.', advice])
      expect(card.textContent).toContain(words);
    expect(said()).toContain(`${short}. ${message}`);
  });
});

describe('while it loads', () => {
  it.each([
    [null, 'Waiting for its turn…'],
    ['understanding', 'Understanding your sentence…'],
    ['loading', 'Loading the page…'],
    ['reading', 'Reading the value…'],
    ['deciding', 'Deciding…'],
  ] as [PreviewPhase | null, string][])('says what the server does: %s', (phase, words) => {
    show({ pending: true, phase, result: null });
    expect(screen.getByTestId('preview-phase').textContent).toBe(words);
    expect(said()).toBe(words);
  });

  it('keeps what is corrected in sight, and does not offer to save it', () => {
    show({ pending: true, isCorrecting: true, phase: 'reading' });
    expect(screen.getByText(PREVIEW.triggerCondition)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save monitor' })).toBeNull();
  });
});

it('counts down where previews are limited', () => {
  const failure = { message: 'Too many previews.', reason: 'too_many', fields: {}, retryAt: new Date(NOW + 90_000) };
  vi.useFakeTimers({ now: NOW });
  show({ result: null, failure });
  expect(screen.getByRole('alert').textContent).toBe(
    'Too many previews.Nothing was saved, and no check was used.You can try again in 1:30.',
  );
  vi.useRealTimers();
});
