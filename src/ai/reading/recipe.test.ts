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
    expect(recipe.locators[0]).toEqual({ kind: 'cell', row: ['Oslo'], column: 'Temperature' });
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

/** The first value found by the recipe of `quote` on one page, on another; null on a miss. */
async function followed(before: string, quote: string, after: string, question = QUESTION, heals = false) {
  const recipe = await recipeOf(before, quote, question);
  const page = askPage(question, await snapshotOf(after), NOW);
  const result = readByRecipe(page, recipe) ?? (heals ? healRecipe(page, recipe) : null);
  if (result?.outcome !== 'value') return null;
  return result.value.type === 'number' ? result.value.number : result.value;
}

describe('what tells one place from its neighbours', () => {
  const rates = (thirty: string) =>
    `<h1>Rates</h1>${[`30-Year|${thirty}`, '20-Year|6.000%', '15-Year|5.500%']
      .map((row) => `<div><p>${row.split('|').join('</p><p>')}</p></div>`)
      .join('')}`;

  it('may be no more than a number in the line above', async () => {
    const question = { ...QUESTION, item: null, property: 'rate', unit: '%' };
    expect(await followed(rates('6.250%'), '6.250%', rates('5.990%'), question)).toBe('5.99');
    expect(
      await followed(rates('6.250%'), '6.250%', rates('5.990%').replace('30-Year', '40-Year'), question),
    ).toBeNull();
  });

  it('may be the heading of its table', async () => {
    const table = (heading: string, oslo: string) =>
      `<h2>${heading}</h2><table><tr><th>City</th><th>Fee</th></tr><tr><th>Oslo</th><td>${oslo}</td></tr></table>`;
    const page = (oslo: string) => `<h1>Fees</h1>${table('Adults', oslo)}${table('Children', '£4.00')}`;
    expect(await followed(page('£9.00'), '£9.00', page('£8.00'))).toBe('8');
    expect(await followed(page('£9.00'), '£9.00', page('£8.00').replace('Adults', 'Members'))).toBeNull();
  });
});

describe('a page that was laid out anew', () => {
  const table = (price: string) => `<h1>Quartet</h1><table><tr><th>Evening</th><th>Time</th><th>Price</th></tr>
    <tr><th>Friday</th><td>20:00</td><td>£64.50</td></tr>
    <tr><th>Saturday</th><td>20:00</td><td>${price}</td></tr></table>`;
  const cards = (price: string, label = 'Price') => `<h1>Quartet</h1><div class="n"><h3>Saturday</h3>
    <p>20:00</p><p>${label}: ${price}</p></div><div class="n"><h3>Friday</h3><p>20:00</p><p>Price: £9.00</p></div>`;

  it('heals where one place alone has all the names, and not where it is named otherwise', async () => {
    const read = (after: string) => followed(table('£72.00'), '£72.00', after, { ...QUESTION, item: null }, true);
    expect(await read(cards('£52.00'))).toBe('52');
    expect(await read(cards('£52.00', 'Deposit'))).toBeNull();
    expect(await read(cards('£52.00').replace('Saturday', 'Sunday'))).toBeNull();
    expect(await read(cards('£52.00') + cards('£53.00'))).toBeNull();
    expect(await read(cards('£52.00 (sold out)'))).toBeNull();
  });

  it('heals a list that holds nearly all of its entries, and no other list', async () => {
    const list = (tag: string, ...names: string[]) =>
      `<h1>Jobs</h1><${tag}>${names.map((name) => `<li><a href="/">${name}</a></li>`).join('')}</${tag}>`;
    const question: Question = { ...QUESTION, item: null, property: 'jobs', factType: 'object', unit: null };
    const names = ['Optics engineer', 'Technician', 'Developer', 'Buyer', 'Payroll'];
    const before = list('ul class="jobs"', ...names);
    const anew = (...some: string[]) => followed(before, 'Optics engineer', list('ol', ...some), question, true);
    expect(await anew('Tester', ...names)).toMatchObject({ items: ['Tester', ...names] });
    expect(await anew('Tester', 'Writer', 'Cook', 'Technician')).toBeNull();
  });
});

describe('a value of another kind at the same place', () => {
  it('is no value: another currency, another product of the page, a pre-release', async () => {
    expect(await followed(shop(), '£39.00', shop({ price: '$39.00' }))).toBeNull();
    const other = shop({ name: 'Gannet toaster', top: '<p>Seen before: Tern kettle</p>' });
    expect(await followed(shop(), '£39.00', other)).toBeNull();
    const releases = (latest: string) => `<h1>Loom</h1><dl><dt>Latest</dt><dd class="v">${latest}</dd></dl>`;
    const question: Question = { ...QUESTION, item: null, property: 'version', factType: 'string', unit: 'version' };
    const next = (latest: string) => followed(releases('v5.2.0'), 'v5.2.0', releases(latest), question);
    expect(await next('v5.3.0')).toMatchObject({ text: '5.3.0' });
    expect(await next('v5.3.0-rc.1')).toBeNull();
  });

  it('is taken with the unit that it had, where it is written with and without', async () => {
    const air = (pm10: string) => `<h1>Air</h1><table><tr><th>Place</th><th>PM10</th></tr>
      <tr><th>North</th><td>${pm10}</td></tr></table>`;
    const question: Question = { ...QUESTION, item: null, property: 'PM10', unit: null };
    const recipe = await recipeOf(air('38 µg/m³'), '38 µg/m³', question);
    const again = readByRecipe(askPage(question, await snapshotOf(air('56 µg/m³')), NOW), recipe);
    expect(again).toMatchObject({ value: { number: '56', unit: 'µg/m³' } });
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
