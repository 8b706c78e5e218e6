import { expect, it } from 'vitest';
import { FAILURES } from '@/domain/outcome';
import { monitorStatus, type StatusFacts, valueHeadline } from './monitor-words';

const waiting: StatusFacts = {
  isActive: true,
  type: 'state',
  armed: true,
  lastOutcome: 'value',
  lastChecked: new Date(0),
  told: false,
};

it.each<[Partial<StatusFacts>, string, string]>([
  [{}, 'calm', 'Armed'],
  [{ armed: false, told: true }, 'told', 'Condition true, you were told'],
  [{ armed: false }, 'told', 'True already, waits for the next time'],
  [{ type: 'change' }, 'calm', 'Watching for changes'],
  [{ type: 'change', armed: false }, 'calm', 'Watching for changes'],
  [{ lastOutcome: 'absent' }, 'calm', 'Armed'],
  [{ lastChecked: null, lastOutcome: null }, 'quiet', 'Never checked'],
  [{ lastOutcome: 'blocked' }, 'trouble', 'Page refused us'],
  [{ lastOutcome: 'blocked', isActive: false }, 'quiet', 'Paused'],
])('%o is %s: %s', (difference, tone, words) => {
  expect(monitorStatus({ ...waiting, ...difference })).toEqual({ tone, words });
});

it('has words of its own for every failure', () => {
  const words = FAILURES.map((lastOutcome) => monitorStatus({ ...waiting, lastOutcome }).words);
  expect(new Set(words).size).toBe(FAILURES.length);
});

it('sets short values large and long ones smaller', () => {
  expect(valueHeadline({ type: 'number', number: '279', unit: 'USD' }, 'value', { locale: 'en' })).toEqual({
    words: '$279.00',
    items: [],
    size: 'large',
  });
  expect(
    valueHeadline({ type: 'string', text: 'Only a few tickets left', unit: null }, 'value', { locale: 'en' }).size,
  ).toBe('medium');
  expect(valueHeadline({ type: 'string', text: 'a'.repeat(60), unit: null }, 'value', { locale: 'en' }).size).toBe(
    'small',
  );
});

it('counts the entries of a list and keeps them', () => {
  const list = valueHeadline({ type: 'object', items: ['Bookkeeper', 'Keeper'] }, 'value', { locale: 'en' });
  expect(list).toMatchObject({ words: '2 entries', items: ['Bookkeeper', 'Keeper'] });
  expect(valueHeadline({ type: 'object', items: [] }, 'value', { locale: 'en' }).words).toBe('No entries');
});

it('tells proven absence from never having looked', () => {
  expect(valueHeadline(null, 'absent', { locale: 'en' }).words).toBe('Not there');
  expect(valueHeadline(null, null, { locale: 'en' }).words).toBe('No value yet');
  expect(valueHeadline(null, 'blocked', { locale: 'en' }).words).toBe('No value yet');
});

it('answers a yes-or-no fact with a word', () => {
  expect(valueHeadline({ type: 'boolean', boolean: true }, 'value', { locale: 'en' }).words).toBe('Yes');
});
