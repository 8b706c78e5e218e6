import { describe, expect, it } from 'vitest';
import { isAnotherList, isMisread, isSuspicious } from './plausibility';
import type { FactValue } from './value';

const number = (amount: string, unit: string | null = 'USD'): FactValue => ({ type: 'number', number: amount, unit });
const text = (said: string, unit: string | null = null): FactValue => ({ type: 'string', text: said, unit });
const list = (count: number, from = 0): FactValue => ({
  type: 'object',
  items: Array.from({ length: count }, (_, index) => `entry ${index + from}`),
});
const usd = (...amounts: string[]) => amounts.map((amount) => number(amount));

describe('isSuspicious', () => {
  it.each<[string, FactValue, FactValue[], RegExp]>([
    ['a currency flip', number('312', 'EUR'), usd('312'), /currency is EUR/],
    ['a lost currency', number('312', null), usd('312'), /currency is missing/],
    ['a unit flip', number('75', '°F'), [number('24', '°C')], /unit is °F/],
    ['a slipped point', number('31.2'), usd('312'), /1\/10 of the last value, \$312\.00/],
    ['cents for dollars', number('31200'), usd('312'), /100 times/],
    ['$249 to $15', number('15'), usd('249', '249', '255'), /far from/],
    ['a jump with no more history', number('100'), usd('312'), /far from/],
    ['a price of nothing', number('0'), usd('312'), /zero/],
    ['a price below nothing', number('-5'), usd('312'), /below zero/],
    ['another type', text('312'), usd('312'), /a text, where the last value was a number/],
    ['a burning day', number('90', '°C'), [number('24', '°C'), number('22', '°C')], /far from/],
    ['a crowd from nowhere', number('900', null), [number('40', null)], /far from/],
    ['a release that goes back', text('1.2.0', 'version'), [text('1.10.0', 'version')], /older/],
    ['a date years away', text('2036-12-01', 'date'), [text('2026-12-01', 'date')], /years away/],
    ['a date that became words', text('soon'), [text('2026-12-01', 'date')], /no longer a date/],
    ['a list that is nearly gone', list(1), [list(10)], /9 of its 10 entries/],
  ])('%s', (_, value, history, reason) => {
    expect(isSuspicious(value, history)).toMatch(reason);
  });

  it.each<[string, FactValue, FactValue[]]>([
    ['no history', number('312'), []],
    ['the same', number('312.00'), usd('312')],
    ['a sale', number('199'), usd('312')],
    ['a halved price', number('156'), usd('312')],
    ['a jump like those before', number('40'), usd('100', '160', '100')],
    ['few seats', number('9', null), [number('2', null)]],
    ['one thing, then ten', number('10', null), [number('1', null)]],
    ['few more', number('35', null), [number('18', null)]],
    ['a count of zero', number('0', null), [number('12', null)]],
    ['a cold night', number('-1', '°C'), [number('10', '°C')]],
    ['ten degrees, then one', number('1', '°C'), [number('10', '°C')]],
    ['from nothing', number('12'), usd('0')],
    ['a yes that was a no', { type: 'boolean', boolean: true }, [{ type: 'boolean', boolean: false }]],
    ['other words', text('Delayed'), [text('On time')]],
    ['a new release', text('2.0.0', 'version'), [text('1.9.0', 'version')]],
    ['a moved date', text('2027-03-01', 'date'), [text('2026-12-01', 'date')]],
    ['a list that turned over by half', list(10, 5), [list(10)]],
    ['a short list that is gone', list(0), [list(3)]],
  ])('not %s', (_, value, history) => {
    expect(isSuspicious(value, history)).toBeNull();
  });
});

describe('isAnotherList', () => {
  it('is one that shares nothing with a list of two or more', () => {
    expect(isAnotherList(list(2, 5), list(3))).toBe(true);
    expect(isAnotherList(list(2, 2), list(3))).toBe(false);
    expect(isAnotherList(list(1, 5), list(1))).toBe(false);
    expect(isAnotherList(list(0), list(3))).toBe(false);
  });
});

describe('isMisread', () => {
  it.each<[string, FactValue, FactValue, boolean]>([
    ['a slipped point', number('1579', 'EUR'), number('1.66', 'EUR'), true],
    ['a price of nothing', number('0'), number('349'), true],
    ['another currency', number('519', 'USD'), number('799', 'AUD'), true],
    ['the other scale of degrees', number('81', '°'), number('27', '°'), true],
    ['a warmer day', number('31', '°'), number('27', '°'), false],
    ['a sale', number('12'), number('72'), false],
    ['nothing left', number('0', null), number('14', null), false],
    ['a text', text('soon'), number('72'), false],
  ])('%s', (_, value, last, is) => expect(isMisread(value, last)).toBe(is));

  it('nothing without a value before', () => expect(isMisread(number('12'), undefined)).toBe(false));
});
