import { expect, it } from 'vitest';
import type { Locator } from '@/domain/contract/reading';
import { locatorWords } from './locator-words';

it.each<[Locator | null, string]>([
  [null, 'It is read anew each time'],
  [{ kind: 'cell', row: ['Friday', ' '], column: 'Price' }, 'In the table: row “Friday”, column “Price”'],
  [{ kind: 'cell', row: [], column: null }, 'In its cell of the table'],
  [{ kind: 'selector', selector: '.a > b', label: 'Sale price' }, 'At its place on the page, beside “Sale price”'],
  [
    { kind: 'structured', syntax: 'json-ld', type: 'Product', path: 'x' },
    'In what the page says for programs of a Product',
  ],
  [{ kind: 'text', before: 'Now ', after: '' }, 'After “Now”'],
  [{ kind: 'text', before: '', after: '' }, 'At its place in the text'],
  [{ kind: 'list', selector: 'ul > li', heading: 'Jobs' }, 'By the list below “Jobs”'],
  [{ kind: 'presence', words: 'Diver', heading: null, beside: ['Cook'] }, 'By whether “Diver” stands there'],
])('%j is said without a selector', (locator, words) => {
  expect(locatorWords(locator)).toBe(words);
});

it('cuts what a page wrote at length', () => {
  expect(locatorWords({ kind: 'lines', before: 'x'.repeat(500) }).length).toBeLessThan(120);
});
