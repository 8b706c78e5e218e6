import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { readOffline } from './offline/read/read';
import { applyRecipe, compileRecipe, readByOtherMeans } from './recipe';
import { isStableName, matchSelector, selectorOf } from './recipe-selector';

const NOW = new Date('2026-11-22T12:00:00Z');
const QUESTION: Question = {
  prompt: 'Tell me when the Tern kettle costs less than £30',
  fact: 'price of the Tern kettle in GBP',
  item: 'Tern kettle',
  property: 'price',
  factType: 'number',
  unit: 'GBP',
  language: 'en',
};

function shop({ price = '£39.00', name = 'Tern kettle', label = 'Price', top = '' } = {}): string {
  return `<html lang="en-GB"><head><title>${name}</title></head><body>${top}<main><h1>${name}</h1><dl class="facts">
  <div><dt>${label}</dt><dd class="product-price css-1a2b3c">${price}</dd></div>
  <div><dt>Delivery</dt><dd>£4.50</dd></div></dl></main></body></html>`;
}

async function recipeOf(html: string) {
  const snapshot = await snapshotOf(html);
  const reading = readOffline(QUESTION, snapshot, NOW);
  const recipe = compileRecipe(QUESTION, snapshot, reading);
  if (recipe === null) throw new Error('no recipe');
  return recipe;
}

async function applied(html: string): Promise<unknown> {
  const reading = applyRecipe(await recipeOf(shop()), QUESTION, await snapshotOf(html));
  return reading?.found === 'value' && reading.value.type === 'number' ? reading.value.number : reading;
}

describe('recipes', () => {
  it('compile to locators of several kinds, without generated names', async () => {
    const recipe = await recipeOf(shop());
    expect(new Set(recipe.locators.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    expect(JSON.stringify(recipe)).not.toContain('css-1a2b3c');
    expect(recipe.worksOnCheapLook).toBe(true);
  });

  it('find the changed value again, also with advertisements and other wrappers around', async () => {
    expect(await applied(shop({ price: '£29.00' }))).toBe('29');
    expect(await applied(shop({ price: '£31.00', top: '<div class="ad">Kettle deals £12.00, in stock</div>' }))).toBe(
      '31',
    );
  });

  it('miss when the label or the item is another', async () => {
    expect(await applied(shop({ label: 'Old price', price: '£59.00' }))).toBeNull();
    expect(await applied(shop({ name: 'Gannet toaster' }))).toBeNull();
    expect(await applied('<html><body><h1>Tern kettle</h1><p>No longer made.</p></body></html>')).toBeNull();
  });

  it('read a table by its headers wherever the row and column stand', async () => {
    const table = (rows: string, head: string): string =>
      `<html lang="en"><body><h1>Rates</h1><table><tr>${head}</tr>${rows}</table></body></html>`;
    const question: Question = {
      ...QUESTION,
      item: 'Oslo',
      property: 'temperature',
      unit: '°C',
      fact: 'temperature in Oslo',
    };
    const before = await snapshotOf(
      table(
        '<tr><td>Oslo</td><td>3 °C</td><td>5 m/s</td></tr><tr><td>Rome</td><td>15 °C</td><td>2 m/s</td></tr>',
        '<th>City</th><th>Temperature</th><th>Wind</th>',
      ),
    );
    const recipe = compileRecipe(question, before, readOffline(question, before, NOW));
    expect(recipe?.locators[0]).toEqual({ kind: 'cell', row: ['Oslo'], column: 'Temperature', columnIndex: 1 });
    const after = await snapshotOf(
      table(
        '<tr><td>Rome</td><td>2 m/s</td><td>16 °C</td></tr><tr><td>Oslo</td><td>6 m/s</td><td>−1 °C</td></tr>',
        '<th>City</th><th>Wind</th><th>Temperature</th>',
      ),
    );
    const again = recipe === null ? null : applyRecipe(recipe, question, after);
    expect(again).toMatchObject({ found: 'value', value: { number: '-1', unit: '°C' } });
  });

  it('are not made of readings without a value', async () => {
    const snapshot = await snapshotOf(shop());
    expect(compileRecipe(QUESTION, snapshot, { found: 'missing', reason: '', refused: [] })).toBeNull();
  });

  it('can be checked by a reading that uses no names of the markup', async () => {
    const reading = readByOtherMeans(QUESTION, await snapshotOf(shop()), NOW, {
      kind: 'selector',
      selector: 'dd',
      label: null,
    });
    expect(reading).toMatchObject({ found: 'value', value: { number: '39', unit: 'GBP' } });
    const other = readByOtherMeans(QUESTION, await snapshotOf(shop()), NOW, {
      kind: 'text',
      before: 'Price',
      after: '',
    });
    expect(other).toMatchObject({ found: 'value', value: { number: '39' } });
  });
});

describe('selectors', () => {
  it.each([
    ['product-price', true],
    ['css-1q2w3e', false],
    ['sc-bdVaJa', false],
    ['price', true],
    ['x7f3a91b', false],
    ['md:flex', false],
    ['item-48213', false],
  ])('%s is stable: %s', (name, stable) => {
    expect(isStableName(name)).toBe(stable);
  });

  it('match compounds and descendants', async () => {
    const snapshot = await snapshotOf(
      '<html><body><div id="box" class="offer main"><p class="amount">1 kg</p></div>' +
        '<p class="amount">2 kg</p></body></html>',
    );
    expect(matchSelector(snapshot, 'p.amount')).toHaveLength(2);
    expect(matchSelector(snapshot, '#box p.amount')).toHaveLength(1);
    expect(matchSelector(snapshot, '[data-testid="x"]')).toHaveLength(0);
    const [first] = matchSelector(snapshot, '#box p.amount');
    expect(selectorOf(snapshot, first ?? -1)).toBe('#box p.amount');
  });
});
