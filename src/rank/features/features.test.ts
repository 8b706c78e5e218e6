import { describe, expect, it } from 'vitest';
import { candidatesOf } from '@/page/candidates';
import { indexPage } from '@/page/index-page';
import { snapshotOf } from '../../test/snapshot-of';
import { type Asked, CERTAIN } from '../asked';
import { askPage } from '../asked-page';
import { wordsOfPage } from '../page-words';
import { familyOf, poolOf } from '../pool';
import { viewsOf } from '../view';
import { FEATURE_NAMES, featureRows } from './features';

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

/** One feature of every candidate with a quote, by quote. */
async function seen(html: string, question: Asked, feature: string): Promise<Record<string, number>> {
  const index = indexPage(await snapshotOf(html));
  const candidates = candidatesOf(index, { language: 'en', host: 'page.example' }, new Date('2026-11-22T12:00:00Z'));
  const pool = poolOf(familyOf(question), candidates, 'en');
  const views = viewsOf(index, askPage(question, wordsOfPage(index)), pool);
  const at = FEATURE_NAMES.indexOf(feature);
  if (at < 0) throw new Error(`There is no feature "${feature}".`);
  return Object.fromEntries(featureRows(views).map((row, of) => [views[of]?.candidate.quote, row[at] ?? Number.NaN]));
}

describe('features', () => {
  it('have names of their own', () => {
    expect(new Set(FEATURE_NAMES).size).toBe(FEATURE_NAMES.length);
  });

  it('see the lower one of an old and a new price side by side', async () => {
    const html = '<div class="card"><p>Orsa $89.00 $64.50</p></div><div class="card"><p>Lume $39.00</p></div>';
    const pair = await seen(html, asked('price of the Orsa'), 'pair');
    expect(pair).toEqual({ '$89.00': 0, '$64.50': 1, '$39.00': 0 });
  });

  it('see to which of two numbers a word belongs', async () => {
    const question = asked('how many reviews', { property: 'reviews' });
    const binds = await seen('<p>4.9 of 5 stars from 347 reviews</p>', question, 'binds.property.after');
    expect(binds).toEqual({ '4.9': 0, '5': 0, '347': 1 });
  });

  it('see the heads of the row that a cell is in', async () => {
    const html = '<table><tr><td>Bern</td><td>1450</td></tr><tr><td>Basel</td><td>1620</td></tr></table>';
    const head = await seen(html, asked('rent in Basel', { item: 'Basel' }), 'rowHeader');
    expect(head['1450']).toBe(0);
    expect(head['1620']).toBeGreaterThan(0.3);
  });

  it('see that the page says the same for machines', async () => {
    const html = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Orsa",
      "offers":{"@type":"Offer","price":"64.50","priceCurrency":"USD"}}</script><p>Orsa $89.00 $64.50</p>`;
    expect(await seen(html, asked('price of the Orsa'), 'said.price')).toEqual({ '$89.00': 0, '$64.50': 1 });
  });

  it('see what an exclusion stands by', async () => {
    const cards = ['Orsa', 'Orsa Lite'].map((name) => `<p>${name} is made in Bern and liked by all who own it.</p>`);
    const html = `${cards[0]}<p>$64</p>${'<p>More is told of it, line by line.</p>'.repeat(8)}${cards[1]}<p>$39</p>`;
    const excluded = await seen(html, asked('price of the Orsa, not the Lite', { exclude: ['Lite'] }), 'excluded');
    expect(excluded).toEqual({ $64: 0, $39: 1 });
  });

  it('see a denial beside a button, and a text that denies', async () => {
    const html = '<p>Add to cart</p><p>Sold out</p><p>We do not ship it</p>';
    const question = asked('is it in stock', { factType: 'boolean' });
    const denies = await seen(html, question, 'denies');
    expect(denies).toMatchObject({ 'Add to cart': 0, 'Sold out': 1, 'We do not ship it': 1 });
    const near = await seen(html, question, 'to.denial');
    expect(near['Add to cart']).toBeLessThan(Math.log(50));
    const apart = await seen('<p>Add to cart</p><p>We ship it</p>', question, 'to.denial');
    expect(apart['Add to cart']).toBeGreaterThan(Math.log(1_000));
  });

  it('see which label says just what is asked, and nothing else', async () => {
    const html = '<p>Rent of a garage in the old town 90</p><p>Rent 1450</p><p>Deposit 2900</p>';
    const exact = await seen(html, asked('what is the rent', { property: 'rent' }), 'exact.property');
    expect(exact['1450']).toBe(1);
    expect(exact['90']).toBeLessThan(0.5);
    // The line above may be its name, but says more than that.
    expect(exact['2900']).toBeLessThan(0.7);
  });

  it('see that the rarest word of the item, or a number in it, is missing around', async () => {
    const html = '<p>Stick of 64 GB for $9</p><p>Stick of 128 GB for $14</p>';
    const question = asked('price of the 128 GB stick', { item: '128 GB stick', property: 'price', unit: 'USD' });
    expect(await seen(html, question, 'missing.digits')).toMatchObject({ $9: expect.closeTo(Math.log(2)), $14: 0 });
    const missing = await seen(html, question, 'missing.item');
    expect(missing.$9).toBeGreaterThan(missing.$14 ?? 1);
  });

  it('see how many others of its kind share its line and its card', async () => {
    const html = '<div class="card"><p>$89 $64</p><p>$5</p></div><div class="card"><p>$39</p></div>';
    const [line, card] = await Promise.all(
      ['rivals.line', 'rivals.card'].map((name) => seen(html, asked('price'), name)),
    );
    const one = expect.closeTo(Math.log(2));
    expect(line).toEqual({ $89: one, $64: one, $5: 0, $39: 0 });
    // The innermost of what is repeated: the first card's lines.
    expect(card).toEqual({ $89: one, $64: one, $5: 0, $39: 0 });
  });

  it('put a list under the heading before it, not under that of its first entry', async () => {
    const html = `<h2>Open jobs</h2><div><div class="job"><h3>Cook</h3></div><div class="job"><h3>Baker</h3></div></div>
      <h2>Press</h2><div><div class="news"><h3>Prize won</h3></div><div class="news"><h3>Shop opened</h3></div></div>`;
    const heading = await seen(html, asked('new open jobs', { factType: 'object' }), 'heading');
    expect(heading.Cook).toBeGreaterThan(heading['Prize won'] ?? 1);
  });
});
