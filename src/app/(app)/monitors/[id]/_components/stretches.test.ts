import { expect, it } from 'vitest';
import type { FactView } from '@/trpc/monitor-view';
import { stretchesOf } from './stretches';

const fact = (id: string, hour: number, text: string | null, triggeredAlert = false): FactView => ({
  id,
  extractedAt: new Date(Date.UTC(2026, 10, 22, hour)),
  outcome: text === null ? 'absent' : 'value',
  value: text === null ? null : { type: 'string', text, unit: null },
  source: 'https://hall.example/',
  processingTime: 900,
  triggeredAlert,
  changeType: 'stable',
  changeAmount: null,
  changePercentage: null,
  confidence: 1,
  quote: text ?? '',
  cropUrl: null,
  pictureTakenAt: null,
  reader: 'offline',
  look: 'full',
  sentence: '',
});

it('joins what stayed the same and keeps what came back apart', () => {
  const facts = [
    fact('5', 15, 'On sale', true),
    fact('4', 14, 'Sold out'),
    fact('3', 13, 'Sold out'),
    fact('2', 12, null),
    fact('1', 11, 'Sold out'),
  ];
  expect(stretchesOf(facts).map(({ id, words, checks, alert }) => [id, words, checks, alert])).toEqual([
    ['5', 'On sale', 1, true],
    ['4', 'Sold out', 2, false],
    ['2', 'Not there', 1, false],
    ['1', 'Sold out', 1, false],
  ]);
  const soldOut = stretchesOf(facts)[1];
  expect([soldOut?.from.getUTCHours(), soldOut?.until.getUTCHours()]).toEqual([13, 14]);
});

it('makes nothing of nothing', () => {
  expect(stretchesOf([])).toEqual([]);
});
