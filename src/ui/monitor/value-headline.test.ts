import { expect, it } from 'vitest';
import { valueHeadline } from './value-headline';

it('sets short values large and long ones smaller', () => {
  expect(valueHeadline({ type: 'number', number: '279', unit: 'USD' }, 'value')).toEqual({
    words: '$279.00',
    items: [],
    size: 'large',
  });
  expect(valueHeadline({ type: 'string', text: 'Only a few tickets left', unit: null }, 'value').size).toBe('medium');
  expect(valueHeadline({ type: 'string', text: 'a'.repeat(60), unit: null }, 'value').size).toBe('small');
});

it('counts the entries of a list and keeps them', () => {
  const list = valueHeadline({ type: 'object', items: ['Bookkeeper', 'Keeper'] }, 'value');
  expect(list).toMatchObject({ words: '2 entries', items: ['Bookkeeper', 'Keeper'] });
  expect(valueHeadline({ type: 'object', items: [] }, 'value').words).toBe('No entries');
});

it('tells proven absence from never having looked', () => {
  expect(valueHeadline(null, 'absent').words).toBe('Not there');
  expect(valueHeadline(null, null).words).toBe('No value yet');
  expect(valueHeadline(null, 'blocked').words).toBe('No value yet');
});

it('answers a yes-or-no fact with a word', () => {
  expect(valueHeadline({ type: 'boolean', boolean: true }, 'value').words).toBe('Yes');
});
