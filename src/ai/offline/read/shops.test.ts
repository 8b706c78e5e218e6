import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { verifyReading } from '../../verify';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

function question(given: Partial<Question>): Question {
  return {
    prompt: `Tell me when the ${given.item} costs less than $90`,
    fact: `${given.property ?? 'price'} of ${given.item}`,
    item: null,
    property: 'price',
    factType: 'number',
    unit: 'USD',
    language: 'en',
    ...given,
  };
}

/** The value and its quote where the reading is verified, else why not. */
async function told(html: string, given: Partial<Question>): Promise<unknown> {
  const asked = question(given);
  const snapshot = await snapshotOf(html);
  const reading = readOffline(asked, snapshot, NOW);
  const verdict = verifyReading(asked, snapshot, reading);
  if (!verdict.ok) return verdict.reason;
  if (verdict.value === null) return 'absent';
  const { value } = verdict;
  if (value.type === 'number') return `${value.number} ${value.unit} “${verdict.evidence.quote}”`;
  return value.type === 'boolean' ? value.boolean : value.type === 'object' ? value.items : value.text;
}

const page = (body: string, lang = 'en'): string => `<html lang="${lang}"><body><main>${body}</main></body></html>`;

describe('prices as shops draw them', () => {
  it('joins an amount that stands in several elements, and quotes it literally', async () => {
    const split = '<p><span>$</span> <span>94</span> <span>.50</span></p>';
    expect(await told(page(`<h1>Kelso lamp</h1>${split}`), { item: 'Kelso lamp' })).toBe('94.5 USD “$ 94 .50”');
    const whole = '<p><span>$</span><span class="a">329</span><span class="b">99</span></p>';
    expect(await told(page(`<h1>Kelso lamp</h1>${whole}`), { item: 'Kelso lamp' })).toBe('329.99 USD “$32999”');
  });

  it('reads a bare dollar sign in the currency of the page', async () => {
    const html = page('<h1>Kelso lamp</h1><p>$94.00</p>', 'en-AU');
    expect(await told(html, { item: 'Kelso lamp' })).toBe('94 AUD “$94.00”');
    const named = { item: 'Kelso lamp', prompt: 'Tell me when the Kelso lamp is below 90 USD' };
    expect(await told(html, named)).toBe('94 USD “$94.00”');
  });

  it('prefers the plain price to amounts among words that it does not know', async () => {
    const aside = '<p>Loyal customers of ours pay $70.00</p><p>Lowest lately: $79.00</p>';
    expect(await told(page(`<h1>Kelso lamp</h1><p>$94.00</p>${aside}`), { item: 'Kelso lamp' })).toContain('94 USD');
  });

  it('takes words between two amounts for the second', async () => {
    const html = page('<h1>Helm Säntis</h1><p>CHF 119.– statt CHF 159.–</p>', 'de-CH');
    expect(await told(html, { item: 'Helm Säntis', unit: 'CHF', prompt: 'Helm Säntis unter CHF 100' })).toContain(
      '119 CHF',
    );
  });
});

describe('variants and lists', () => {
  const stock = {
    property: 'availability',
    factType: 'boolean',
    unit: null,
    prompt: 'Tell me when it is in stock',
  } as const;

  it('says that a size which is struck out cannot be had, whatever is said in general', async () => {
    const sizes = '<button>S</button><button disabled class="sold-out">M</button>';
    const html = page(`<h1>Redfern hoodie</h1>${sizes}<p>In stock and ready to ship</p>`);
    expect(await told(html, { item: 'Redfern hoodie in size M', ...stock })).toBe(false);
    expect(await told(html, { item: 'Redfern hoodie in size S', ...stock })).toBe(true);
  });

  it('reads the signs for stock under their header', async () => {
    const rows = '<tr><td>Blue</td><td>○</td></tr><tr><td>Green</td><td>×</td></tr>';
    const html = page(`<h1>Mug</h1><table><tr><th>Colour</th><th>在庫</th></tr>${rows}</table>`);
    expect(await told(html, { item: 'Green Mug', ...stock })).toBe(false);
    expect(await told(html, { item: 'Blue Mug', ...stock })).toBe(true);
  });

  it('lists the entries that have the words asked for, and proves by the list that there are none', async () => {
    const html = page(
      '<h1>Vacancies at Tolland</h1><ul><li><a href="/1">Ward nurse</a></li><li><a href="/2">Porter</a></li></ul>',
    );
    const jobs = { property: 'entries', factType: 'object', unit: null, prompt: 'any new jobs' } as const;
    expect(await told(html, { item: 'nurse jobs at Tolland', ...jobs })).toEqual(['Ward nurse']);
    expect(await told(html, { item: 'jobs at Tolland', ...jobs })).toEqual(['Ward nurse', 'Porter']);
    expect(await told(html, { item: 'Kotlin jobs at Tolland', ...jobs })).toBe('absent');
  });

  it('lets the newest of dated rows count', async () => {
    const rows = '<tr><td>20 Nov 2026</td><td>1.09</td></tr><tr><td>19 Nov 2026</td><td>1.08</td></tr>';
    const html = page(`<h1>EUR/USD</h1><table><tr><th>Date</th><th>Rate</th></tr>${rows}</table>`);
    const rate = { property: 'rate', unit: null, prompt: 'Tell me when EUR/USD is above 1.10' };
    expect(await told(html, { item: 'EUR/USD', ...rate })).toContain('1.09');
  });
});
