import { describe, expect, it } from 'vitest';
import type { Trigger } from '../trigger/trigger';
import type { FactValue } from '../value/value';
import { obstacleTo } from './obstacle';
import type { Recipe } from './reading';

const money = (number: string, unit: string): FactValue => ({ type: 'number', number, unit });
const text = (words: string): FactValue => ({ type: 'string', text: words, unit: null });
const state = (op: 'lt' | 'neq' | 'not_contains' | 'exists' | 'eq', value: FactValue | null): Trigger => ({
  kind: 'state',
  op,
  value,
  value2: null,
});
const change = (op: 'decreases' | 'changes_by' | 'any', amount: string | null): Trigger => ({
  kind: 'change',
  op,
  amount,
  percent: null,
  text: null,
});

const labelled = (label: string): Recipe => ({
  version: 1,
  locators: [{ kind: 'selector', selector: 'p', label }],
  worksOnCheapLook: false,
});

interface Given {
  trigger: Trigger;
  value: FactValue | null;
  prompt?: string;
  unit?: string | null;
  property?: string;
  quote?: string;
  recipe?: Recipe | null;
  reader?: 'offline' | 'person';
}

function met({ trigger, value, prompt = '', unit = 'USD', property = 'price', ...given }: Given) {
  const interpretation = { trigger, unit, item: null, property, language: 'en' };
  const { quote = '', recipe = null, reader = 'offline' } = given;
  return obstacleTo({ prompt, interpretation }, { value, evidence: { quote }, recipe, reader });
}

describe('what cannot be compared', () => {
  it('is a value in another currency, with what to do', () => {
    expect(met({ trigger: state('lt', money('300', 'USD')), value: money('312', 'EUR') })).toEqual({
      reason: 'not_comparable',
      message:
        '€312.00 cannot be compared with $300.00, so it would never alert. Correct the currency to what the page ' +
        'shows (EUR), or choose another value.',
      unit: 'EUR',
    });
  });

  it.each([
    ['the same currency', state('lt', money('300', 'USD')), money('312', 'USD'), undefined],
    ['a page without a currency', state('lt', money('300', 'USD')), { ...money('312', 'USD'), unit: null }, undefined],
    ['a sign that both share', state('lt', money('300', 'USD')), money('312', 'MXN'), 'below $300'],
    ['any change at all', change('any', null), money('312', 'EUR'), undefined],
    ['a share of it', { ...change('decreases', null), percent: '5' }, money('312', 'EUR'), undefined],
    ['no value', state('lt', money('300', 'USD')), null, undefined],
  ] as const)('is not %s', (_, trigger, value, prompt) => {
    expect(met({ trigger: trigger as Trigger, value: value as FactValue | null, prompt: prompt ?? '' })).toBeNull();
  });

  it('is a fall by an amount of another currency', () => {
    expect(met({ trigger: change('decreases', '5'), value: money('312', 'EUR') })?.message).toContain(
      '€312.00 cannot be compared with $5.00',
    );
  });

  it('is a text that is to rise', () => {
    const found = met({ trigger: change('decreases', null), value: text('Open'), unit: null });
    expect(found).toMatchObject({ reason: 'not_comparable', unit: null });
  });
});

describe('an unrelated text', () => {
  const closed = state('neq', text('Closed'));
  const about = { unit: null, property: 'status', prompt: 'Tell me when the status of the museum is not Closed' };

  it('is one whose place says nothing of what was asked, and that would alert at once', () => {
    const found = met({
      ...about,
      trigger: closed,
      value: text('Contact us'),
      quote: 'Contact us',
      recipe: labelled('Footer'),
    });
    expect(found).toMatchObject({ reason: 'unrelated_text', message: expect.stringContaining('“Contact us”') });
  });

  it.each([
    ['its label is asked for', { recipe: labelled('Status') }],
    ['its label says the same in other words', { recipe: labelled('Zustand') }],
    ['its heading names what it belongs to', { recipe: labelled('The museums of the town') }],
    ['its place has no name', { recipe: null }],
    ['the person pointed at it', { recipe: labelled('Footer'), reader: 'person' as const }],
    ['it does not alert', { recipe: labelled('Footer'), trigger: state('eq', text('Closed')) }],
  ])('is none where %s', (_, given) => {
    expect(met({ ...about, trigger: closed, value: text('Open'), quote: 'Open', ...given })).toBeNull();
  });

  it('is not made related by the words of the condition', () => {
    const trigger = state('not_contains', text('museum shop'));
    const found = met({ ...about, trigger, value: text('Hello'), quote: 'Hello', recipe: labelled('Shop') });
    expect(found?.reason).toBe('unrelated_text');
  });
});
