import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '@/page/candidates';
import { indexPage } from '@/page/index-page';
import { snapshotOf } from '../test/snapshot-of';
import { type Asked, CERTAIN } from './asked';
import { FEATURE_NAMES } from './features/features';
import { readWeights } from './model';
import { rank } from './rank';
import { learnedWeights } from './weights';
import WEIGHTS from './weights.json';

const NOW = new Date('2026-11-22T12:00:00Z');

const asked = (words: string, more: Partial<Asked> = {}): Asked => ({
  words,
  item: null,
  property: null,
  exclude: [],
  factType: 'number',
  unit: null,
  language: 'en',
  ...CERTAIN,
  ...more,
});

async function ranking(html: string, question: Asked) {
  const snapshot = await snapshotOf(html);
  const index = indexPage(snapshot);
  const candidates = candidatesOf(index, { language: snapshot.language, host: 'page.example' }, NOW);
  return rank(index, candidates, question, learnedWeights());
}

const best = async (html: string, question: Asked): Promise<string | undefined> =>
  (await ranking(html, question)).ranked[0]?.candidate.quote;

const card = (name: string, price: string, more = ''): string =>
  `<li class="card"><h3><a href="/p">${name}</a></h3><p class="price">${price}</p>${more}</li>`;
const shop = `<h1>Kettles</h1><ul>${card('Orsa kettle 1.7 l', '$64.50')}${card('Lume kettle 1 l', '$39.00')}
  ${card('Nera kettle 1.2 l', '$52.25')}${card('Brisk teapot', '$18.90')}</ul><footer>Free delivery from $75</footer>`;

describe('rank', () => {
  it.each([
    ['Orsa', '$64.50'],
    ['Lume', '$39.00'],
    ['Nera', '$52.25'],
  ])('takes the price of the %s out of a list of them', async (item, price) => {
    const question = asked(`price of the ${item} kettle`, { item: `${item} kettle`, property: 'price', unit: 'USD' });
    expect(await best(shop, question)).toBe(price);
  });

  it('is less sure of a thing that is not on the page than of one that is', async () => {
    const sureOf = async (item: string): Promise<number> => {
      const question = asked(`price of the ${item} kettle`, { item: `${item} kettle`, property: 'price', unit: 'USD' });
      return (await ranking(shop, question)).ranked[0]?.probability ?? 0;
    };
    expect(await sureOf('Vasto')).toBeLessThan(await sureOf('Orsa'));
  });

  it('reads the cell where the row and the column that are asked for meet', async () => {
    const html = `<h1>Flats</h1><table><tr><th>City</th><th>Rooms</th><th>Rent</th></tr>
      <tr><td>Bern</td><td>3</td><td>1450</td></tr><tr><td>Basel</td><td>4</td><td>1620</td></tr>
      <tr><td>Chur</td><td>2</td><td>980</td></tr></table>`;
    const question = asked('rent in Basel', { item: 'Basel', property: 'rent' });
    expect(await best(html, question)).toBe('1620');
  });

  it('ranks at most ten values, each once, likeliest first, with probabilities, and the same twice', async () => {
    const word = fc.constantFrom(
      'Orsa',
      'kettle',
      '$12',
      '$13.50',
      '4.5',
      'price',
      '12 %',
      'Sold out',
      '\n',
      'of',
      '9',
    );
    const html = fc
      .array(word, { minLength: 1, maxLength: 60 })
      .map((words) => `<h1>Page</h1><p>${words.join(' ')}</p>`);
    const factType = fc.constantFrom('number', 'string', 'boolean', 'object');
    await fc.assert(
      fc.asyncProperty(html, factType, async (page, type) => {
        const question = asked('price of the Orsa kettle', { item: 'Orsa kettle', factType: type });
        const { ranked } = await ranking(page, question);
        const probabilities = ranked.map(({ probability }) => probability);
        expect(ranked.length).toBeLessThanOrEqual(10);
        expect(probabilities.every((one) => one >= 0 && one <= 1)).toBe(true);
        expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
        expect((await ranking(page, question)).ranked).toEqual(ranked);
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing of a page without candidates', async () => {
    expect(await ranking('<p>Nothing here</p>', asked('price of the kettle'))).toEqual({ ranked: [], isSure: false });
  });
});

describe('weights.json', () => {
  it('belongs to the features that are measured, and is refused with others', () => {
    expect(learnedWeights().features).toEqual(FEATURE_NAMES);
    const others = { ...WEIGHTS, features: [...WEIGHTS.features].reverse() };
    expect(() => readWeights(others)).toThrow(/npm run train/);
  });

  it('stays below a megabyte', () => {
    expect(JSON.stringify(WEIGHTS).length).toBeLessThan(1_000_000);
  });
});
