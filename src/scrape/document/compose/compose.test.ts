import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfSpan } from '@/domain/snapshot';
import type { Flow, RawElement, RawNode } from '../raw-tree';
import { type Composed, compose } from './compose';

function text(value: string): RawNode {
  return { text: value };
}
function element(tag: string, flow: Flow, ...children: RawNode[]): RawElement {
  return { tag, flow, attributes: {}, children };
}
function spans({ text: whole, nodes }: Composed): [string, string][] {
  return nodes.map((node) => [node.tag, whole.slice(node.start, node.end)]);
}

describe('compose', () => {
  it('parts blocks by lines and collapses other white space', () => {
    const root = element(
      'body',
      'block',
      text('  one \n\t two '),
      element('b', 'inline', text('bold')),
      text('face'),
      element('p', 'block', text('\u00a0next\u3000line ')),
      text(' last'),
    );
    const composed = compose(root);
    expect(composed.text).toBe('one two boldface\nnext line\nlast');
    expect(spans(composed)).toEqual([
      ['body', 'one two boldface\nnext line\nlast'],
      ['b', 'bold'],
      ['p', 'next line'],
    ]);
  });

  it('keeps the columns of a row, also before a filled cell, and the empty cells as nodes', () => {
    const row = element(
      'tr',
      'row',
      element('td', 'cell'),
      element('th', 'cell', text('Mon')),
      element('td', 'cell'),
      element('td', 'cell', text('Wed')),
      element('td', 'cell'),
    );
    const composed = compose(element('table', 'block', text('Plan'), row, element('tr', 'row', element('td', 'cell'))));
    expect(composed.text).toBe('Plan\n\tMon\t\tWed');
    expect(spans(composed).slice(1)).toEqual([
      ['tr', '\tMon\t\tWed'],
      ['td', ''],
      ['th', 'Mon'],
      ['td', ''],
      ['td', 'Wed'],
      ['td', ''],
    ]);
  });

  it('never joins raised figures to a number', () => {
    const price = element('p', 'block', text('$12'), element('sup', 'inline', text('99')));
    const area = element('p', 'block', text('40 m'), element('sup', 'inline', text('2')));
    expect(compose(element('body', 'block', price, area)).text).toBe('$12 99\n40 m2');
  });

  it('sets pieces apart and ends lines at breaks', () => {
    const root = element(
      'p',
      'block',
      element('button', 'piece', text('Buy')),
      element('button', 'piece', text('Save')),
      element('br', 'break'),
      text('In stock'),
    );
    expect(compose(root).text).toBe('Buy Save\nIn stock');
  });

  it('keeps the lines of preformatted text', () => {
    const pre: RawElement = { ...element('pre', 'block', text('a  b\n\n c\n')), preformatted: true };
    expect(compose(element('body', 'block', text('x'), pre, text('y'))).text).toBe('x\na b\nc\ny');
  });

  it('hands struck down, and keeps boxes and sizes', () => {
    const box = { x: 1, y: 2, width: 3, height: 4 };
    const inner: RawElement = { ...element('span', 'inline', { text: ' $9 ', box }), fontSize: 14, box };
    const composed = compose({ ...element('del', 'inline', inner), struck: true });
    expect(composed.nodes.map((node) => [node.struck, node.fontSize, node.box])).toEqual([
      [true, undefined, undefined],
      [true, 14, box],
    ]);
    expect(composed.runs).toEqual([{ start: 0, end: 2, box }]);
  });

  it('frames the words that a span touches, where it knows which box is whose', () => {
    const at = (x: number) => ({ x, y: 0, width: 9, height: 5 });
    const written = { text: ' Programme \n book: $8.00 ', box: { x: 0, y: 0, width: 69, height: 5 } };
    const composed = compose(element('p', 'block', { ...written, words: [at(0), at(30), at(60)] }));
    const [start, end] = [composed.text.indexOf('$8.00'), composed.text.length];
    expect(boxOfSpan(composed, { start, end })).toEqual(at(60));
    expect(boxOfSpan(composed, { start: start - 5, end })).toEqual({ x: 30, y: 0, width: 39, height: 5 });
    expect(boxOfSpan(composed, { start: 0, end })).toEqual(written.box);
    const unclear = compose(element('p', 'block', { ...written, words: [at(0), at(30)] }));
    expect(boxOfSpan(unclear, { start, end })).toEqual(written.box);
    expect(boxOfSpan(composed, { start: end + 1, end: end + 2 })).toBeNull();
  });

  it('drops characters that nobody sees, but keeps joined emoji', () => {
    const composed = compose(element('p', 'block', text('Pri\u200bce\u00ad: \u202a5\u0000 👩\u200d👧 \ud800')));
    expect(composed.text).toBe('Price: 5 👩\u200d👧 \ufffd');
  });

  it('keeps only the attributes that readers use', () => {
    const root = {
      ...element('a', 'inline', text('x')),
      attributes: { href: 'https://a.example/', onclick: 'x()', style: '' },
    };
    expect(compose(root).nodes[0]?.attributes).toEqual({ href: 'https://a.example/' });
  });

  it('survives 100,000 levels and cuts at two million characters', () => {
    let deep: RawElement = element('div', 'block', text('deep'));
    for (let level = 0; level < 100_000; level++) deep = element('div', 'block', deep);
    expect(compose(deep).text).toBe('deep');
    const long = element(
      'body',
      'block',
      ...Array.from({ length: 30 }, () => element('p', 'block', text('x'.repeat(100_000)))),
    );
    expect(compose(long).text.length).toBeLessThan(2_200_000);
  });
});

const FLOWS: Flow[] = ['block', 'inline', 'row', 'cell', 'list-item', 'piece', 'break'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(' ', '\n', '\t', '12', 'a b', '\u200b'),
);
const anyTree = fc.letrec<{ node: RawNode; element: RawElement }>((tie) => ({
  node: fc.oneof({ maxDepth: 5 }, anyText.map(text), tie('element')),
  element: fc.record({
    tag: fc.constantFrom('div', 'td', 'sup', 'span', 'p'),
    attributes: fc.constant({}),
    flow: fc.constantFrom(...FLOWS),
    children: fc.array(tie('node'), { maxLength: 5 }),
  }),
})).element;

describe('compose on any tree', () => {
  it('nests spans, begins and ends them on text, and collapses white space', () => {
    fc.assert(
      fc.property(anyTree, (root) => {
        const { text: whole, nodes } = compose(root);
        expect(whole).not.toMatch(/[^\S\n\t ]| {2}|\n\n|^ | $|[\n\t] | [\n\t]/);
        for (const [index, node] of nodes.entries()) {
          const above = nodes[node.parent];
          expect(node.parent).toBeLessThan(index);
          expect(node.start).toBeLessThanOrEqual(node.end);
          if (above !== undefined) {
            expect(node.start).toBeGreaterThanOrEqual(above.start);
            expect(node.end).toBeLessThanOrEqual(above.end);
          }
          const own = whole.slice(node.start, node.end);
          if (own !== '') expect(own).toMatch(/^[^\n ][\s\S]*$/);
          if (own !== '') expect(own).not.toMatch(/[\n ]$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says the same words in the same order as the tree', () => {
    fc.assert(
      fc.property(anyTree, (root) => {
        const words = (value: string) => value.replace(/\s/g, '');
        const said = (node: RawNode): string => ('text' in node ? node.text : node.children.map(said).join(''));
        expect(words(compose(root).text)).toBe(words(compose(element('p', 'block', text(said(root)))).text));
      }),
    );
  });
});
