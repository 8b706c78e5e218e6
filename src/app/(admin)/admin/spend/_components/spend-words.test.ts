import { expect, it } from 'vitest';
import {
  budgetWords,
  isPeriod,
  knownWords,
  purposeWords,
  shareWords,
  unknownPriceWords,
  usdWords,
} from './spend-words';

it('money in cents, and of less than a cent as much as tells it from nothing', () => {
  expect(['0', '0.000155', '0.0049', '0.01', '12.4', '1234.5'].map(usdWords)).toEqual([
    ...['$0.00', '$0.00016', '$0.0049', '$0.01', '$12.40', '$1,234.50'],
  ]);
});

it('shares are never rounded up to a budget that is spent', () => {
  expect([0, 0.001, 0.625, 0.999, 1, 1.31].map(shareWords)).toEqual([
    '0 %',
    'under 1 %',
    '62 %',
    '99 %',
    '100 %',
    '131 %',
  ]);
  expect(budgetWords({ budgetUsd: '20', share: 0.625 })).toBe('This month, 62 % of $20.00');
  expect(budgetWords({ budgetUsd: '0', share: 1 })).toContain('no paid model is asked');
});

it('a hit rate only where anything was asked', () => {
  expect(knownWords({ known: 0, asked: 0 }).figure).toBe('–');
  expect(knownWords({ known: 300, asked: 900 })).toEqual({
    figure: '25 %',
    label: 'Answered from memory, 300 of 1,200',
  });
});

it('models whose price nobody has named are told by name, with what to do', () => {
  const known = { model: 'claude-haiku-5-5', priceKnown: true };
  expect(unknownPriceWords([known])).toBeNull();
  expect(unknownPriceWords([known, { model: 'llama-9', priceKnown: false }])).toMatch(/price of llama-9 .* AI_PRICES/);
});

it('periods are two days in their order, at most a year', () => {
  expect(isPeriod({ from: '2026-11-01', to: '2026-11-01' })).toBe(true);
  expect(isPeriod({ from: '2026-11-02', to: '2026-11-01' })).toBe(false);
  expect(isPeriod({ from: '', to: '2026-11-01' })).toBe(false);
  expect(isPeriod({ from: '2025-11-01', to: '2026-11-01' })).toBe(true);
  expect(isPeriod({ from: '2025-10-31', to: '2026-11-01' })).toBe(false);
});

it('reading in a check is told from reading in a preview', () => {
  expect(purposeWords('read', true)).not.toBe(purposeWords('read', false));
});
