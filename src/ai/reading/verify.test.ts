import { describe, expect, it } from 'vitest';
import type { Question, Reading } from '@/domain/contract/reading';
import type { FactValue } from '@/domain/value/value';
import { snapshotOf } from '@/test/snapshot-of';
import { askPage } from './fitting';
import { verifyReading } from './verify';

const NOW = new Date('2026-11-22T12:00:00Z');
const PRICE: Question = {
  prompt: 'Tell me when the Kestrel lamp costs less than $40',
  fact: 'price of the Kestrel lamp in USD',
  item: 'Kestrel lamp',
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};

const PAGE = `<html lang="en"><head><title>Kestrel lamp</title></head><body><h1>Kestrel lamp</h1><p><s>$59.00</s></p>
<p>Price: $45.50 today</p><p>Weight 1.2&nbsp;kg</p><p>Ships on 3 December 2026</p><p>Sold out</p>
<p>Size: ﬁne</p></body></html>`;

function number(amount: string, unit: string | null): FactValue {
  return { type: 'number', number: amount, unit };
}

function reading(value: FactValue, quote: string): Reading {
  return { found: 'value', value, quote, span: null, locator: null, refused: [] };
}

async function verdict(question: Question, given: Reading): Promise<string> {
  const result = verifyReading(askPage(question, await snapshotOf(PAGE), NOW), given);
  return result.ok ? 'ok' : result.reason;
}

describe('verifyReading', () => {
  it('accepts a value that follows from a quote on the page, with its place', async () => {
    const snapshot = await snapshotOf(PAGE);
    const result = verifyReading(askPage(PRICE, snapshot, NOW), reading(number('45.5', 'USD'), '$45.50'));
    expect(result).toMatchObject({ ok: true, value: number('45.5', 'USD'), evidence: { quote: '$45.50', box: null } });
    if (result.ok) expect(snapshot.text.slice(result.evidence.span.start, result.evidence.span.end)).toBe('$45.50');
  });

  it.each([
    ['a quote that is not there', number('45.5', 'USD'), '$45.49', /does not stand/],
    ['a value that the quote does not say', number('40', 'USD'), '$45.50', /does not follow/],
    ['another currency than the quote', number('45.5', 'EUR'), '$45.50', /does not follow/],
    ['a measure instead of money', number('1.2', 'kg'), '1.2 kg', /not in USD/],
    ['a struck price', number('59', 'USD'), '$59.00', /struck through/],
    ['a value of another type', { type: 'boolean', boolean: true } as FactValue, 'Price', /not a number/],
    ['an empty quote', number('45.5', 'USD'), ' ', /proves nothing/],
  ])('refuses %s', async (_name, value, quote, reason) => {
    expect(await verdict(PRICE, reading(value, quote))).toMatch(reason);
  });

  it('normalises Unicode and space, and nothing else', async () => {
    const size: Question = { ...PRICE, property: 'size', factType: 'string', unit: null, fact: 'size' };
    expect(await verdict(size, reading({ type: 'string', text: 'fine', unit: null }, 'fine'))).toBe('ok');
    expect(await verdict(size, reading({ type: 'string', text: 'Fine', unit: null }, 'FINE'))).toMatch(
      /does not stand/,
    );
  });

  it('checks dates, availability and absence by what the quote says', async () => {
    const date: Question = { ...PRICE, property: 'date', factType: 'string', unit: 'date', fact: 'shipping date' };
    expect(await verdict(date, reading({ type: 'string', text: '2026-12-03', unit: 'date' }, '3 December 2026'))).toBe(
      'ok',
    );
    expect(
      await verdict(date, reading({ type: 'string', text: '2026-12-04', unit: 'date' }, '3 December 2026')),
    ).toMatch(/follow/);
    const stock: Question = {
      ...PRICE,
      property: 'availability',
      factType: 'boolean',
      unit: null,
      fact: 'availability',
    };
    expect(await verdict(stock, reading({ type: 'boolean', boolean: true }, 'Sold out'))).toMatch(/follow/);
    expect(await verdict(stock, reading({ type: 'boolean', boolean: false }, 'Sold out'))).toBe('ok');
    const absent: Reading = { found: 'absent', quote: 'Kestrel lamp', span: null, locator: null, refused: [] };
    expect(await verdict(stock, absent)).toMatch(/does not say that there is none/);
  });

  it('passes on what a reader could not find', async () => {
    expect(await verdict(PRICE, { found: 'missing', reason: 'Nothing there.', refused: [] })).toBe('Nothing there.');
    expect(await verdict(PRICE, { found: 'ambiguous', candidates: [], refused: [] })).toMatch(/More than one/);
  });

  it('requires every entry of a list to stand on the page', async () => {
    const list: Question = { ...PRICE, item: null, property: 'entries', factType: 'object', unit: null, fact: 'lines' };
    const items = (values: string[]): Reading => reading({ type: 'object', items: values }, 'Sold out');
    expect(await verdict(list, items(['Sold out', 'Weight 1.2 kg']))).toBe('ok');
    expect(await verdict(list, items(['Sold out', 'Invented entry']))).toMatch(/follow/);
  });
});

describe('yes and no', () => {
  const stock: Question = { ...PRICE, property: 'availability', factType: 'boolean', unit: null };

  it.each([
    ['Available: no', false],
    ['Sold out', false],
    ['In stock', true],
    ['nicht lieferbar', false],
  ])('%s', async (quote, yes) => {
    const page = askPage(stock, await snapshotOf(`<p>Kestrel lamp</p><p>${quote}</p>`), NOW);
    const said = (boolean: boolean) => verifyReading(page, reading({ type: 'boolean', boolean }, quote)).ok;
    expect([said(yes), said(!yes)]).toEqual([true, false]);
  });
});
