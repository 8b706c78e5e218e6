import { expect, it } from 'vitest';
import type { FactValue } from '@/domain/value/value';
import { aCardView } from '@/test/trpc-answers';
import { lastChangeWords } from './card-words';

const price = (number: string): FactValue => ({ type: 'number', number, unit: 'USD' });
const bool = (boolean: boolean): FactValue => ({ type: 'boolean', boolean });
const text = (words: string): FactValue => ({ type: 'string', text: words, unit: null });
const change = aCardView().change!;
const plain = { ...change, changeType: 'new', changeAmount: null, changePercentage: null } as const;
const difference = { kind: 'text', parts: [] } as const;

const words = (before: FactValue | null, now: FactValue | null, other: object = {}, property = 'price') =>
  lastChangeWords({ previousValue: before, currentValue: now, property }, { ...plain, ...other }, 'en');

it.each([
  ['an amount', words(price('345'), price('312'), change), '−$33.00 (−9.57%)'],
  ['another unit', words(price('345'), { type: 'number', number: '9', unit: null }), 'Was $345.00'],
  ['a yes or no', words(bool(true), bool(false), {}, 'availability'), 'Was available'],
  ['a short text', words(text('Preorder'), text('On sale')), 'Was Preorder'],
  ['a long text', words(text('a'.repeat(80)), text('b'), { difference }), 'Changed'],
  ['a list', words({ type: 'object', items: ['a'] }, { type: 'object', items: [] }), 'Changed'],
  ['what went', words(price('345'), null, { changeType: 'removed' }), 'Gone, was $345.00'],
  ['what came back', words(null, price('345')), 'New'],
  ['a first value', words(null, price('345'), { isFirst: true }), 'First value'],
])('tells of %s', (_, told, expected) => expect(told).toBe(expected));
