import { describe, expect, it } from 'vitest';
import type { Candidate } from '../src/page/candidate';
import type { Label } from './label';
import { isVisible, rightCandidates, spanPointedAt } from './label-match';

const TEXT = 'Orsa kettle $64.50\nLume kettle $64.50\nby “Ada Lum”,\nSold out today';

const at = (quote: string, value: Candidate['value'], from = 0): Candidate => {
  const start = TEXT.indexOf(quote, from);
  return { kind: 'text', start, end: start + quote.length, quote, value, node: 0, segment: 0 };
};
const amount = (from: number): Candidate => at('$64.50', { type: 'number', number: '64.5', unit: 'USD' }, from);
const label = (answer: Label['answer'], factType: Label['factType'] = 'number'): Label => ({
  id: 'x-1',
  page: '0001',
  prompt: 'what it is about',
  language: 'en',
  factType,
  kind: 'price',
  unit: null,
  item: null,
  property: null,
  threshold: null,
  exclude: [],
  answer,
  also: [],
});

describe('rightCandidates', () => {
  it('takes of several places with the value the one that the context means', () => {
    const answer = { value: 64.5, quote: '$64.50', context: 'Lume kettle $64.50' };
    expect(rightCandidates(label(answer), [amount(0), amount(19)], TEXT)).toEqual([1]);
  });

  it('takes a text with or without the signs around it, and no other', () => {
    const texts = ['“Ada Lum”', 'Ada Lum', 'Ada'].map((quote) =>
      at(quote, { type: 'string', text: quote, unit: null }),
    );
    expect(rightCandidates(label({ value: 'Ada Lum', quote: 'Ada Lum' }, 'string'), texts, TEXT)).toEqual([0, 1]);
  });

  it('takes no sign of the other direction for a proof', () => {
    const sign = (boolean: boolean): Candidate => ({ ...at('Sold out', { type: 'boolean', boolean }), kind: 'status' });
    const answer = { value: false, quote: 'Sold out' };
    expect(rightCandidates(label(answer, 'boolean'), [sign(true), sign(false)], TEXT)).toEqual([1]);
  });

  it('takes no text for a number, though it says the same', () => {
    const text = at('$64.50', { type: 'string', text: '$64.50', unit: null });
    expect(rightCandidates(label({ value: 64.5, quote: '$64.50' }), [text, amount(0)], TEXT)).toEqual([1]);
  });

  it('takes what another answer says too, and sees a label by the quote of either', () => {
    const one = { ...label({ value: 64.5, quote: '$64.50', context: 'Orsa kettle $64.50' }) };
    const also = [{ value: 64.5, quote: '$64.50', context: 'Lume kettle $64.50' }];
    expect(rightCandidates(one, [amount(0), amount(19)], TEXT)).toEqual([0]);
    expect(rightCandidates({ ...one, also }, [amount(0), amount(19)], TEXT)).toEqual([0, 1]);
    const gone = label({ value: 1, quote: 'not there' });
    expect(isVisible({ ...gone, also }, TEXT)).toBe(true);
  });

  it('has nothing to find where the page has no answer', () => {
    expect(rightCandidates(label(null), [amount(0)], TEXT)).toEqual([]);
    expect(isVisible(label(null), TEXT)).toBe(true);
    expect(isVisible(label({ value: 1, quote: 'not there' }), TEXT)).toBe(false);
  });
});

describe('spanPointedAt', () => {
  it('is the quote behind the other words, and nowhere where either is missing', () => {
    const span = spanPointedAt({ after: 'Lume', quote: '$64.50' }, [], TEXT);
    expect(span).toEqual({ start: TEXT.lastIndexOf('$64.50'), end: TEXT.lastIndexOf('$64.50') + 6 });
    expect(spanPointedAt({ after: 'Lume', quote: '$1.00' }, [], TEXT)).toBeNull();
    expect(spanPointedAt({ after: 'Nora', quote: '$64.50' }, [], TEXT)).toBeNull();
  });

  it('is the least list offered that holds the entries, else the first of them', () => {
    const list = (number: number, items: string[]) => {
      const { quote, start, end } = at('Orsa kettle', { type: 'object', items });
      const span = { start, end: end + number };
      return { number, value: { type: 'object' as const, items }, quote, label: null, span, box: null, probability: 0 };
    };
    const offered = [list(1, ['Orsa kettle', 'Lume kettle', 'Terms']), list(2, ['Orsa kettle', 'Lume kettle'])];
    expect(spanPointedAt({ entries: ['Orsa', 'Lume'] }, offered, TEXT)).toEqual(offered[1]?.span);
    expect(spanPointedAt({ entries: ['Lume', 'Nora'] }, offered, TEXT)).toEqual({ start: 19, end: 23 });
  });
});
