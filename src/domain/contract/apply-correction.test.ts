import { describe, expect, it } from 'vitest';
import type { DomainError } from '../errors';
import { triggerSentence } from '../trigger/trigger-sentence';
import { applyCorrection } from './apply-correction';
import { Correction, operatorsFor } from './correction';
import { addressesIn } from './page-address';

const SOURCES = ['https://shop.example/kettle'];
const GIVEN = { item: 'Kettle One', property: 'price', factType: 'number', unit: 'USD', operator: 'lt', value: '300' };
const applied = (more: object) => applyCorrection(Correction.parse({ ...GIVEN, ...more }), SOURCES);
const wrongFields = (more: object) =>
  (Correction.safeParse({ ...GIVEN, ...more }).error?.issues ?? []).map(({ path }) => path.join('.')).sort();

function refusal(more: object): Record<string, string[]> {
  try {
    applied(more);
  } catch (error) {
    return (error as DomainError).fields;
  }
  return {};
}

describe('a contract that a person wrote', () => {
  it.each([
    [{}, 'Fires when the price of Kettle One in USD is below $300.00.'],
    [{ value: '$1,299.95', operator: 'gte' }, 'Fires when the price of Kettle One in USD is at least $1,299.95.'],
    [
      { operator: 'between', value: '100', value2: '200' },
      'Fires when the price of Kettle One in USD is between $100.00 and $200.00.',
    ],
    [{ operator: 'decreases', value: null, percent: '5 %' }, /falls by at least 5%/],
    [{ operator: 'changes_by', value: null, amount: '20' }, /changes by at least \$20\.00/],
    [{ item: null, operator: 'any', value: null }, 'Fires when the price in USD changes.'],
    [
      { factType: 'string', unit: 'date', operator: 'before', value: '24 December 2026', property: 'departure' },
      'Fires when the departure of Kettle One is before 24 December 2026.',
    ],
    [{ factType: 'string', unit: null, operator: 'contains', value: 'open', property: 'status' }, /contains “open”/],
    [{ factType: 'string', unit: 'version', operator: 'gt', value: '4.2', property: 'version' }, /above version 4\.2/],
    [
      { factType: 'boolean', unit: null, operator: 'is_true', value: null, property: 'availability' },
      'Fires when Kettle One is available.',
    ],
    [
      { factType: 'object', unit: null, operator: 'added', value: null, text: 'engineer', property: 'jobs' },
      /has a new entry that contains “engineer”/,
    ],
  ])('%j waits for what it says', (more, sentence) => {
    expect(triggerSentence(applied(more))).toMatch(sentence);
  });

  it('names its fact, its pages and itself, and its type follows from the operator', () => {
    expect(applied({})).toMatchObject({ fact: 'price of Kettle One in USD', sources: SOURCES, type: 'state' });
    expect(applied({ operator: 'increases', value: null })).toMatchObject({
      type: 'change',
      suggestedName: 'Kettle One: price',
    });
  });

  it('is refused at the field that is wrong', () => {
    expect(wrongFields({ value: null })).toEqual(['value']);
    expect(wrongFields({ operator: 'between' })).toEqual(['value2']);
    expect(wrongFields({ operator: 'any' })).toEqual(['value']);
    expect(wrongFields({ operator: 'added', value: null })).toEqual(['operator']);
    expect(wrongFields({ operator: 'changes_by', value: null })).toEqual(['amount']);
    expect(wrongFields({ operator: 'increases', value: null, amount: '1', percent: '1' })).toEqual(['percent']);
    expect(applied({ exclude: [' used '] })).toMatchObject({ exclude: ['used'] });
    expect(wrongFields({ exclude: [''] })).toEqual(['exclude.0']);
    expect(wrongFields({ property: ' ' })).toEqual(['property']);
    expect(wrongFields({ item: 'x'.repeat(201) })).toEqual(['item']);
    expect(refusal({ value: 'cheap' })).toEqual({ 'contract.value': ['“cheap” is not a number in USD.'] });
    expect(refusal({ value: '€300' })).toHaveProperty(['contract.value']);
    expect(refusal({ operator: 'increases', value: null, percent: '-5' })).toHaveProperty(['contract.percent']);
    expect(refusal({ factType: 'string', unit: 'date', operator: 'after', value: 'soon' })).toHaveProperty([
      'contract.value',
    ]);
  });

  it('may have every operator that is offered for its kind of value', () => {
    for (const unit of [null, 'date', 'time', 'version'])
      for (const operator of operatorsFor('string', unit))
        expect(wrongFields({ factType: 'string', unit, operator, value: null })).not.toContain('operator');
  });
});

describe('the addresses in a sentence', () => {
  it.each([
    ['Tell me when (https://shop.example/a?b=1), is cheap.', ['https://shop.example/a?b=1']],
    ['on shop.example/kettle, please', ['shop.example/kettle']],
    ['Node.js on https://a.example and http://b.example!', ['https://a.example', 'http://b.example']],
    ['version 4.2 of nothing', []],
  ])('%s', (sentence, addresses) => {
    expect(addressesIn(sentence)).toEqual(addresses);
  });
});
