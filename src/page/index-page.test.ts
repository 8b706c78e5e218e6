import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../test/snapshot-of';
import { headingAbove, indexPage, nodeOf, type PageIndex } from './index-page';
import { REGION } from './regions';

const at = ({ text }: PageIndex, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not on the page.`);
  return { start, end: start + words.length };
};

const regionOf = (index: PageIndex, words: string): string[] => {
  const { start, end } = at(index, words);
  const bits = index.regions[nodeOf(index, start, end)] ?? 0;
  return Object.entries(REGION)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name);
};

const textOf = ({ text }: PageIndex, span: { start: number; end: number } | null | undefined): string | null =>
  span ? text.slice(span.start, span.end) : null;

describe('indexPage', () => {
  it('puts each heading under the next higher one before it', async () => {
    const index = indexPage(
      await snapshotOf('<h1>Shop</h1><h2>Kettles</h2><h3>Orsa</h3><p>one</p><h2>Pans</h2><h3>Lume</h3><p>two</p>'),
    );
    const pathTo = (words: string): (string | null)[] => {
      const path: (string | null)[] = [];
      for (let to = headingAbove(index, at(index, words).start); to >= 0; to = index.headings[to]?.above ?? -1) {
        path.push(textOf(index, index.headings[to]));
      }
      return path;
    };
    expect(pathTo('one')).toEqual(['Orsa', 'Kettles', 'Shop']);
    expect(pathTo('two')).toEqual(['Lume', 'Pans', 'Shop']);
    expect(textOf(index, index.h1)).toBe('Shop');
  });

  it('knows the regions that elements lie in by tag, role, name and style of writing', async () => {
    const index = indexPage(
      await snapshotOf(`<nav><a href="/a">Menu entry</a></nav><main><p>Body text</p><del>old price</del>
        <div class="product-recommendations"><p>Others bought</p></div><div id="mini-cart"><p>Cart total</p></div>
        <div role="navigation"><p>Second menu</p></div></main><footer><p>Imprint</p></footer>`),
    );
    expect(regionOf(index, 'Menu entry')).toEqual(['navigation', 'link']);
    expect(regionOf(index, 'Body text')).toEqual(['main']);
    expect(regionOf(index, 'old price')).toEqual(['main', 'struck']);
    expect(regionOf(index, 'Others bought')).toEqual(['main', 'related']);
    expect(regionOf(index, 'Cart total')).toEqual(['main', 'cart']);
    expect(regionOf(index, 'Second menu')).toEqual(['navigation', 'main']);
    expect(regionOf(index, 'Imprint')).toEqual(['footer']);
  });

  it('heads every cell by the first cell of its row and its column, wide columns included', async () => {
    const index = indexPage(
      await snapshotOf(`<table><tr><th>City</th><th colspan="2">Beds</th><th>Rent</th></tr>
        <tr><td>Bern</td><td>12</td><td>free</td><td>900</td></tr>
        <tr><td>Basel</td><td>7</td><td>none</td><td>850</td></tr></table>`),
    );
    const headsOf = (words: string) => {
      const { start, end } = at(index, words);
      const cell = index.cells.get(nodeOf(index, start, end));
      return [textOf(index, cell?.rowHeader), textOf(index, cell?.columnHeader)];
    };
    expect(headsOf('850')).toEqual(['Basel', 'Rent']);
    expect(headsOf('free')).toEqual(['Bern', 'Beds']);
    expect(headsOf('7')).toEqual(['Basel', 'Beds']);
    expect(headsOf('Basel')).toEqual([null, 'City']);
  });

  it('takes siblings of one tag and class for entries of a group, whatever number they carry', async () => {
    const index = indexPage(
      await snapshotOf(`<div><div class="card-1"><p>Orsa</p></div><div class="card-2"><p>Lume</p></div>
        <div class="note"><p>Delivered on Monday</p></div></div>`),
    );
    const cardOf = (words: string): string | null => {
      const { start, end } = at(index, words);
      return textOf(index, index.nodes[index.cards[nodeOf(index, start, end)] ?? -1]);
    };
    expect(cardOf('Orsa')).toBe('Orsa');
    expect(cardOf('Lume')).toBe('Lume');
    expect(cardOf('Delivered on Monday')).toBeNull();
  });
});
