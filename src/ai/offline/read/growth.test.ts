import { describe, expect, it } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';

const NOW = new Date('2026-11-22T12:00:00Z');
/** Of the processor's time, ten times what is needed; each took more before it was bounded, most of them minutes. */
const CEILING_MS = 20_000;
const readers = createReaders(
  { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
  createMemoryLedger(),
  rulesHere,
);
const PRICE: Question = {
  prompt: 'Tell me when the price of the Orsa lamp changes',
  fact: 'price of the Orsa lamp',
  item: 'Orsa lamp',
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};
const VERSION: Question = { ...PRICE, property: 'latest version', factType: 'string', unit: 'version' };

async function readOf(html: string, question = PRICE) {
  const before = process.cpuUsage();
  const context = { userId: null, monitorId: null, evaluationId: null, now: NOW };
  const result = await readers.read(question, await snapshotOf(html), null, context);
  const { user, system } = process.cpuUsage(before);
  return { result, took: (user + system) / 1_000 };
}

/** `piece` again and again, up to so many characters. */
function filled(length: number, piece: (at: number) => string): string {
  const parts: string[] = [];
  for (let size = 0, at = 0; size < length; at++) {
    const next = piece(at);
    parts.push(next);
    size += next.length;
  }
  return parts.join('');
}
const HEAD = '<h1>Orsa lamp</h1><p>Price: $64.50</p>';
const price = (at: number): string => `$${at % 900}.${10 + (at % 90)}`;

describe('a page that means harm', () => {
  it.each([
    ['2 MB of headings with prices', `${HEAD}${filled(2e6, (at) => `<h2>Lamp ${at}</h2><p>${price(at)}</p>`)}`, PRICE],
    ['a row of 300 KB', `${HEAD}<table><tr>${filled(3e5, (at) => `<td>${price(at)}`)}</table>`, PRICE],
    [
      '300 KB of cells that span everything',
      `${HEAD}<table>${filled(3e5, (at) => `<tr><td rowspan=65534 colspan=1000>${price(at)}<td>Orsa lamp`)}</table>`,
      PRICE,
    ],
    ['a line of 400 KB of versions', `${HEAD}<p>Version ${filled(4e5, (at) => `${at % 40}.${at % 90}.1 `)}`, VERSION],
    ['a line of 400 KB of amounts', `${HEAD}<p>${filled(4e5, (at) => `${price(at)} `)}`, PRICE],
  ])('is read soon: %s', { timeout: 120_000 }, async (_, html, question) => {
    const { result, took } = await readOf(html, question);
    expect(took).toBeLessThan(CEILING_MS);
    // It says that it was not read whole.
    expect(result.cut).toBeDefined();
  });
});

describe('a big page that means well', { timeout: 60_000 }, () => {
  it('is read to its end: a price behind 200 KB of text, among thousands of others', async () => {
    const others = filled(2e5, (at) => `<p>Birch chair ${at}: ${price(at)}</p>`);
    const { result } = await readOf(`<h1>All we sell</h1>${others}<p>Orsa lamp: $64.50</p>${others}`);
    expect(result).toMatchObject({ outcome: 'value', value: { number: '64.5' } });
  });

  it('is read as a small one, at 1 MB', async () => {
    const card = (at: number): string =>
      `<li class="card"><a href="/p/${at}">Kettle ${at}, brushed steel</a><s>$${(at % 40) + 60}.00</s> <b>$${(at % 40) + 39}.99</b>
      <p>Boils fast and stands on any hob. In stock, delivery by ${1 + (at % 28)} June.</p><button>Add</button></li>`;
    const list = `<h1>Kettles</h1><ul>${filled(1e6, card)}</ul>`;
    const { result } = await readOf(list, { ...PRICE, item: 'Kettle 4437', fact: 'price of Kettle 4437' });
    expect(result).toMatchObject({ outcome: 'value', value: { number: '76.99' } });
    expect(result.cut).toBeUndefined();
  });

  it('keeps the columns of a table whose cells span', async () => {
    const table = `<h1>Fares</h1><table><tr><th rowspan=2>Lamp<th colspan=2>Price<th rowspan=2>Note<tr><th>Net<th>Gross
      <tr><td rowspan=2>Orsa lamp<td>$50.00<td>$64.50<td>new<tr><td>$45.00<td>$58.10<td>used
      <tr><td>Birch chair<td>$20.00<td>$25.80<td>new</table>`;
    const gross: Question = { ...PRICE, property: 'gross price', prompt: 'Gross price of the new Orsa lamp' };
    const { result } = await readOf(table, gross);
    expect(JSON.stringify(result)).toContain('64.5');
  });
});
