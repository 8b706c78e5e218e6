import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../test/snapshot-of';
import type { Candidate } from './candidate';
import { candidatesOf } from './candidates';
import { indexPage } from './index-page';

const NOW = new Date('2026-11-22T12:00:00Z');

async function candidatesIn(html: string, language = 'en') {
  const index = indexPage(await snapshotOf(html));
  return candidatesOf(index, { language, host: 'page.example' }, NOW);
}

const quotesOf = (candidates: readonly Candidate[], kind?: string): string[] =>
  candidates.filter((one) => kind === undefined || one.kind === kind).map(({ quote }) => quote);

describe('candidatesOf', () => {
  it('finds everything that is written, old and new, near and far, without choosing', async () => {
    const { written } = await candidatesIn(
      `<h1>Orsa</h1><p><s>$89.00</s> $64.50</p><p>Rated 4.6 by 1,204 people, 92 % would buy again. 1.7 l.</p>
       <p>Firmware v2.4.1 of 3 March 2026. Open from 09:30.</p>`,
    );
    expect(quotesOf(written, 'money')).toEqual(['$89.00', '$64.50']);
    expect(quotesOf(written, 'percent')).toEqual(['92 %']);
    expect(quotesOf(written, 'quantity')).toContain('1.7 l');
    expect(quotesOf(written, 'number')).toEqual(expect.arrayContaining(['4.6', '1,204']));
    expect(quotesOf(written, 'version')).toContain('v2.4.1');
    expect(quotesOf(written, 'date')).toContain('3 March 2026');
    expect(quotesOf(written, 'time')).toEqual(['09:30']);
  });

  it('takes no number out of a time of day', async () => {
    const { written } = await candidatesIn('<p>Doors at 8 pm, 9:30 a.m. on Sunday; 6 h of music for 40 people</p>');
    expect(quotesOf(written, 'number')).toEqual(['6', '40']);
  });

  it('reads numbers as the language of the page writes them', async () => {
    const { written } = await candidatesIn('<p>Umsatz: 1.204,50 € im Jahr</p>', 'de');
    expect(written.filter(({ kind }) => kind === 'money').map(({ value }) => value)).toEqual([
      { type: 'number', number: '1204.5', unit: 'EUR' },
    ]);
  });

  it.each([
    ['<p>Author: Ada Brunner</p>', 'Ada Brunner'],
    ['<p>Posted by Ada Brunner on Monday</p>', 'Ada Brunner'],
    ['<p>著者：森 さくら</p>', '森 さくら'],
    ['<p>News | 3 March | Ada Brunner</p>', 'Ada Brunner'],
    ['<p>Call us: (030) 123 45 67 at any time</p>', '(030) 123 45 67'],
    ['<p>Write to office@page.example please</p>', 'office@page.example'],
    ['<p>Open Mon 9am-5pm, closed on Sunday</p>', '9am-5pm'],
    ['<p>A prize went to the Harbour Museum of Ostrea this year</p>', 'Harbour Museum of Ostrea'],
    ['<p>It is called “Blue Hour” by all</p>', '“Blue Hour”'],
    ['<dl><dt>Licence</dt><dd>MIT</dd></dl>', 'MIT'],
  ])('offers the texts in %s', async (html, expected) => {
    expect(quotesOf((await candidatesIn(html)).texts)).toContain(expected);
  });

  it('tells a sign that something can be had from one that it cannot', async () => {
    const { signs } = await candidatesIn('<p>Red: Sold out</p><p>Blue: In stock</p><button>Add to cart</button>');
    expect(signs.map(({ quote, value }) => [quote.toLowerCase(), value.type === 'boolean' && value.boolean])).toEqual([
      ['sold out', false],
      ['in stock', true],
      ['add to cart', true],
    ]);
  });

  it('lists siblings by their headings, links or lines, and headings without boxes', async () => {
    const { lists } = await candidatesIn(
      `<ul><li><a href="/1">Cook</a> in Bern</li><li><a href="/2">Baker</a> in Basel</li></ul>
       <h2>Releases</h2><h3>4.2</h3><p>Faster.</p><h3>4.1</h3><p>Smaller.</p>`,
    );
    const titles = lists.map(({ value }) => (value.type === 'object' ? value.items : []));
    expect(titles).toContainEqual(['Cook', 'Baker']);
    expect(titles).toContainEqual(['4.2', '4.1']);
  });

  it('calls an entry by its words, not by its picture or its number', async () => {
    const entry = (at: number, name: string): string =>
      `<li><a href="/p"><img alt="A hand and a ${name}"></a><span>${at}</span><br><a href="/n">${name} found</a></li>`;
    const { lists } = await candidatesIn(`<ol>${entry(1, 'Lamp')}${entry(2, 'Kettle')}</ol>`);
    const titles = lists.map(({ value }) => (value.type === 'object' ? value.items : []));
    expect(titles).toContainEqual(['Lamp found', 'Kettle found']);
  });
});
