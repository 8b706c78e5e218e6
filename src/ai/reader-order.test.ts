import { describe, expect, it } from 'vitest';
import {
  createMemoryBook,
  expectedUsd,
  HALF_LIFE_MS,
  inOrderOfCost,
  type SuccessRecord,
  successRate,
} from './reader-order';

const NOW = new Date('2026-11-30T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const price = (input: string) => ({ input, output: '0', cached: '0' });
const reader = (name: 'claude' | 'openai' | 'offline', input: string | null, mayBeTried = true) => ({
  name,
  model: input === null ? null : { name: `${name}-model`, price: price(input) },
  mayBeTried: () => mayBeTried,
});
const record = (name: 'claude' | 'openai', tries: number, successes: number): SuccessRecord => ({
  ...{ reader: name, model: `${name}-model`, purpose: 'read' as const, tries, successes, at: NOW },
});
const order = (readers: ReturnType<typeof reader>[], records: SuccessRecord[] = [], now = NOW) =>
  inOrderOfCost(readers, 'read', records, now).map(({ name }) => name);

describe('the order in which readers are asked', () => {
  it('our own first, then the cheaper model, and equals as they are set up', () => {
    const [offline, dear, cheap] = [reader('offline', null), reader('claude', '2'), reader('openai', '0.1')];
    expect(order([dear, cheap, offline])).toEqual(['offline', 'openai', 'claude']);
    expect(order([reader('claude', '1'), reader('openai', '1')])).toEqual(['claude', 'openai']);
    expect(order([reader('openai', '1'), reader('claude', '1')])).toEqual(['openai', 'claude']);
  });

  it('by what an answer that counts costs: a cheap model that is refused often goes behind a dearer one', () => {
    const [dear, cheap] = [reader('claude', '0.3'), reader('openai', '0.1')];
    expect(order([dear, cheap], [record('openai', 4, 2)])).toEqual(['openai', 'claude']);
    expect(order([dear, cheap], [record('openai', 40, 2)])).toEqual(['claude', 'openai']);
    // Of another purpose or model it says nothing.
    expect(order([dear, cheap], [{ ...record('openai', 40, 2), purpose: 'interpret' }])).toEqual(['openai', 'claude']);
    expect(order([dear, cheap], [{ ...record('openai', 40, 2), model: 'another' }])).toEqual(['openai', 'claude']);
  });

  it('a model that sank is first again when its failures have faded', () => {
    const readers = [reader('claude', '0.3'), reader('openai', '0.1')];
    const records = [record('openai', 40, 0)];
    expect(order(readers, records, later(HALF_LIFE_MS))).toEqual(['claude', 'openai']);
    expect(order(readers, records, later(4 * HALF_LIFE_MS))).toEqual(['openai', 'claude']);
  });

  it('a free model that answers nothing sinks too, and an open circuit goes last whatever it costs', () => {
    expect(order([reader('claude', '0.1'), reader('openai', '0')])).toEqual(['openai', 'claude']);
    expect(order([reader('claude', '0.1'), reader('openai', '0')], [record('openai', 60, 0)])[0]).toBe('claude');
    expect(order([reader('claude', '0.1'), reader('openai', '0', false)])).toEqual(['claude', 'openai']);
  });

  it('the formula: price of a typical call and of its waiting, over the share that counts', () => {
    expect(successRate(undefined, NOW)).toBe(0.9);
    expect(successRate(record('claude', 15, 15), NOW)).toBeCloseTo(19.5 / 20);
    expect(successRate(record('claude', 20, 0), later(HALF_LIFE_MS))).toBeCloseTo(4.5 / 15);
    const model = { name: 'm', price: { input: '2', output: '10', cached: '0' } };
    // 4,500 tokens at $2 and 150 at $10 a million, and $0.0002.
    expect(expectedUsd(model, 'read', undefined, NOW)).toBeCloseTo((0.009 + 0.0015 + 0.0002) / 0.9, 10);
  });
});

it('a book counts tries that halve with time, by model and purpose', async () => {
  const book = createMemoryBook();
  const use = { reader: 'claude', model: 'm', purpose: 'read' } as const;
  await book.note(use, true, NOW);
  await book.note(use, false, later(HALF_LIFE_MS));
  await book.note({ ...use, purpose: 'interpret' }, true, NOW);
  const records = await book.list(NOW);
  expect(records).toHaveLength(2);
  expect(records[0]).toMatchObject({ tries: 1.5, successes: 0.5 });
});
