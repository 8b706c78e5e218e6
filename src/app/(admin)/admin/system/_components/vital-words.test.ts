import { expect, it } from 'vitest';
import { rateVital } from '@/domain/web-vital-bounds';
import { boundsWords, vitalRows, vitalWords } from './vital-words';

it('a day that no page told of is a gap, each day of the time has its row', () => {
  const told = [
    { day: '2026-11-30', name: 'LCP' as const, pages: 40, p75: 2_250 },
    { day: '2026-11-28', name: 'LCP' as const, pages: 3, p75: 5_000 },
    { day: '2026-11-28', name: 'CLS' as const, pages: 3, p75: 0.05 },
  ];
  const rows = vitalRows(told, '2026-11-30', 4);
  expect(rows.map(({ at, LCP, CLS }) => [new Date(at).toISOString().slice(0, 10), LCP, CLS])).toEqual([
    ['2026-11-27', null, null],
    ['2026-11-28', 5_000, 0.05],
    ['2026-11-29', null, null],
    ['2026-11-30', 2_250, null],
  ]);
});

it('says how good a figure is by the bounds, which are named', () => {
  expect(boundsWords('LCP')).toBe('Good up to 2.5 s, needs improvement up to 4 s, poor beyond.');
  expect(boundsWords('CLS')).toBe('Good up to 0.1, needs improvement up to 0.25, poor beyond.');
  expect([2_500, 2_501, 4_000, 4_001].map((p75) => rateVital('LCP', p75))).toEqual([
    'good',
    'needs improvement',
    'needs improvement',
    'poor',
  ]);
  expect(vitalWords('INP', { pages: 1, p75: 600 })).toBe('600 ms, poor, of 1 page');
  expect(vitalWords('INP', { pages: 1_204, p75: 200 })).toBe('200 ms, good, of 1,204 pages');
  expect(vitalWords('INP', undefined)).toBe('–');
});
