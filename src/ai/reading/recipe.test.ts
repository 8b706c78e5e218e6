import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { askPage } from './fitting';
import { compileRecipe, healRecipe, readByRecipe } from './recipe';
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

async function recipeOf(html: string, quote: string, question = QUESTION) {
  const page = askPage(question, await snapshotOf(html), NOW);
  const chosen = page.fitting.find((one) => one.quote === quote);
  const recipe = chosen ? compileRecipe(page, chosen) : null;
  if (recipe === null) throw new Error('no recipe');
  return recipe;
}

async function applied(html: string): Promise<unknown> {
  const recipe = await recipeOf(shop(), '£39.00');
  const result = readByRecipe(askPage(QUESTION, await snapshotOf(html), NOW), recipe);
  return result?.outcome === 'value' && result.value.type === 'number' ? result.value.number : result;
}

describe('recipes', () => {
  it('compile to locators of several kinds, without generated names', async () => {
    const recipe = await recipeOf(shop(), '£39.00');
    expect(new Set(recipe.locators.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    expect(JSON.stringify(recipe)).not.toContain('css-1a2b3c');
    expect(recipe.worksOnCheapLook).toBe(true);
  });

  it('find the changed value again, also with advertisements and other wrappers around', async () => {
    expect(await applied(shop({ price: '£29.00' }))).toBe('29');
    const top = '<div class="ad">Kettle deals £12.00, in stock</div>';
    expect(await applied(shop({ price: '£31.00', top }))).toBe('31');
  });

  it('miss when the label or the item is another', async () => {
    expect(await applied(shop({ label: 'Old price', price: '£59.00' }))).toBeNull();
    expect(await applied(shop({ name: 'Gannet toaster' }))).toBeNull();
    expect(await applied('<html><body><h1>Tern kettle</h1><p>No longer made.</p></body></html>')).toBeNull();
  });

  it('miss where the place says that it is closed now, or writes a number for “not measured”', async () => {
    expect(await applied(shop({ price: '£39.00 (sold out)' }))).toBeNull();
    expect(await applied(shop({ price: '£9999.99' }))).toBeNull();
  });

  it('read a table by its headers wherever the row and column stand', async () => {
    const table = (rows: string, head: string): string =>
      `<html lang="en"><body><h1>Rates</h1><table><tr>${head}</tr>${rows}</table></body></html>`;
    const question: Question = { ...QUESTION, item: 'Oslo', property: 'temperature', unit: '°C' };
    const before = table(
      '<tr><td>Oslo</td><td>3 °C</td><td>5 m/s</td></tr><tr><td>Rome</td><td>15 °C</td><td>2 m/s</td></tr>',
      '<th>City</th><th>Temperature</th><th>Wind</th>',
    );
    const recipe = await recipeOf(before, '3 °C', question);
    expect(recipe.locators[0]).toEqual({ kind: 'cell', row: ['Oslo'], column: 'Temperature', columnIndex: 1 });
    const after = table(
      '<tr><td>Rome</td><td>2 m/s</td><td>16 °C</td></tr><tr><td>Oslo</td><td>6 m/s</td><td>−1 °C</td></tr>',
      '<th>City</th><th>Wind</th><th>Temperature</th>',
    );
    const again = readByRecipe(askPage(question, await snapshotOf(after), NOW), recipe);
    expect(again).toMatchObject({ outcome: 'value', value: { number: '-1', unit: '°C' } });
  });

  it('heal where a part of them still leads to what the ranker puts first, and never elsewhere', async () => {
    const recipe = await recipeOf(shop(), '£39.00');
    const anew = (price: string) =>
      `<html lang="en-GB"><title>Tern kettle</title><section><h1>Tern kettle</h1><table><tr><th>Price</th>
      <td>${price}</td></tr></table></section><p>Delivery £4.50</p></html>`;
    const page = askPage(QUESTION, await snapshotOf(anew('£35.00')), NOW);
    expect(readByRecipe(page, recipe)).toBeNull();
    const healed = healRecipe(page, recipe);
    if (healed !== null) expect(healed).toMatchObject({ value: { number: '35' } });
    const gone = askPage(QUESTION, await snapshotOf('<h1>Tern kettle</h1><p>Delivery £4.50</p>'), NOW);
    expect(healRecipe(gone, recipe)).toBeNull();
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
