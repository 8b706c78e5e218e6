import { expect, it } from 'vitest';
import { lastedWords, stretchesOf } from './stretches';

const HOUR = 3_600_000;
const turn = (id: string, hour: number, words: string, alert = false) => ({
  ...{ id, at: new Date(hour * HOUR), quote: words, alert },
  value: { type: 'string' as const, text: words, unit: null },
});

it('says how long each value stood, from the edge of what is shown until now', () => {
  const turns = [turn('c', 30, 'Sold out'), turn('b', 26, 'On sale', true), turn('a', 2, 'Sold out')];
  const span = { from: new Date(24 * HOUR), until: new Date(33 * HOUR) };
  const stretches = stretchesOf({ ...span, turns }, ({ quote }) => quote);
  expect(
    stretches.map(({ words, from, until, beganBefore }) => [words, from / HOUR, until / HOUR, beganBefore]),
  ).toEqual([
    ['Sold out', 30, 33, false],
    ['On sale', 26, 30, false],
    ['Sold out', 24, 26, true],
  ]);
  expect(stretches.map(lastedWords)).toEqual(['for 3 hours until now', 'for 4 hours', 'for 2 hours']);
  // The same value looks the same.
  expect(stretches.map(({ tone }) => tone)).toEqual([0, 1, 0]);
});

it('makes nothing of nothing', () => {
  expect(stretchesOf({ from: new Date(0), until: new Date(1), turns: [] }, () => '')).toEqual([]);
});
