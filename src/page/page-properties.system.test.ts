import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../test/snapshot-of';
import { candidatesOf } from './candidates';
import { indexPage } from './index-page';

const NOW = new Date('2026-11-22T12:00:00Z');
const HINT = { language: 'en', host: 'page.example' };

async function look(html: string) {
  const index = indexPage(await snapshotOf(html));
  return { index, candidates: candidatesOf(index, HINT, NOW) };
}

const PIECES = [
  '$12.50',
  '4.6',
  '3 March 2026',
  'Sold out',
  'by Ada Lum',
  'v1.2.3',
  '9:30',
  '12 %',
  '“so”',
  '：',
  '価格',
];
const words = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 6 });
const escaped = (text: string): string => text.replace(/[<>&"]/g, ' ');
const tag = fc.constantFrom('p', 'div', 'li', 'td', 'tr', 'table', 'h1', 'h2', 'h4', 'a', 'b', 's', 'nav', 'button');
const written = (name: string, css: string, inside: string): string => `<${name} class="${css}">${inside}</${name}>`;
const leaf = fc.tuple(tag, words, fc.constantFrom('', 'card', 'x-1'));
const branch = (children: fc.Arbitrary<string>) =>
  fc
    .tuple(leaf, fc.array(children, { maxLength: 3 }))
    .map(([[name, texts, css], inside]) => written(name, css, escaped(texts.join(' ')) + inside.join('')));
const element = branch(branch(branch(branch(fc.constant('')))));
const page = fc.array(element, { minLength: 1, maxLength: 6 }).map((nodes) => `<p>A page</p>${nodes.join('')}`);

describe('what is seen on any page', () => {
  it('quotes literally what stands there, inside the node and segment that it names', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (html) => {
        const { index, candidates } = await look(html);
        for (const one of Object.values(candidates).flat()) {
          const { start, end, quote, node, segment } = one;
          expect(quote).toBe(index.text.slice(start, end));
          expect(quote.trim()).not.toBe('');
          const [box, line] = [index.nodes[node], index.segments[segment]];
          expect(box === undefined || (box.start <= start && box.end >= end)).toBe(true);
          expect(line !== undefined && line.start <= start && line.end > start).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same when it is looked at twice, in document order', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (html) => {
        const { candidates } = await look(html);
        expect((await look(html)).candidates).toEqual(candidates);
        for (const family of [candidates.written, candidates.texts, candidates.named, candidates.signs]) {
          const starts = family.map(({ start }) => start);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
      }),
      { numRuns: 40 },
    );
  });
});

const SHAPES: [name: string, html: (size: number) => string][] = [
  ['one line of amounts', (size) => `<p>${Array.from({ length: size }, (_, at) => `$${at}.50`).join(' ')}</p>`],
  [
    'a table',
    (size) => `<table>${Array.from({ length: size }, (_, at) => `<tr><td>Row ${at}<td>${at} km`).join('')}</table>`,
  ],
  [
    'cards with headings',
    (size) =>
      Array.from({ length: size }, (_, at) => `<div class="card"><h3>Lamp ${at}</h3><p>$${at}</p></div>`).join(''),
  ],
  ['a line without spaces', (size) => `<p>${'a1.'.repeat(4 * size)}</p>`],
  ['a line of "by"', (size) => `<p>${'by A '.repeat(2 * size)}</p>`],
  ['colons and quotation marks', (size) => `<p>${'“a: '.repeat(2 * size)}</p>`],
  ['names and what is counted up', (size) => `<p>${'Ada B. Lum, Ox and a1-2 '.repeat(size)}</p>`],
  ['links in one list entry', (size) => `<ul><li>${'<a href="/">Go</a>'.repeat(size)}</li><li>End</li></ul>`],
];
const [SMALL, LARGE] = [100, 3_200];

describe('how long it takes', () => {
  const spent = async (html: string): Promise<number> => {
    const snapshot = await snapshotOf(html);
    const before = performance.now();
    candidatesOf(indexPage(snapshot), HINT, NOW);
    return performance.now() - before;
  };

  // 32 times the page takes 32 times as long; the square would be 1,024. The ceiling is ten times what is expected.
  it.each(SHAPES)('grows with the size of %s', { timeout: 300_000 }, async (_name, html) => {
    const [small, large] = [html(SMALL), html(LARGE)];
    await spent(small);
    const times = [await spent(small), await spent(small), await spent(small)];
    expect(await spent(large)).toBeLessThan(Math.max(5, Math.max(...times)) * (LARGE / SMALL) * 10);
  });
});
