import type { Locator } from '@/domain/contract/reading';
import type { VisibleNode } from '@/domain/snapshot';
import { cellAt, type PageIndex } from '@/page/index-page';
import { type AskedPage, type Fitting, onePerPlace, sizeOf } from './fitting';
import { headingAt, labelAt, plain, textOf, wordsOnly } from './name-place';
import { isStableName, matchSelector, selectorOf } from './recipe-selector';

const AROUND = 60;
const MOST_STEPS = 5;
/** Lines above a value that name it: the card's title, the term, what stands between. */
const LINES_ABOVE = 3;
const MOST_ABOVE = 160;
/** A list without a name of its own is known by the heading above it. */
const LIST_TAG = /^(?:ul|ol|dl|table|tbody)$/;

/**
 * Everything that makes a place recognisable: its headers, its element with its label, the words around it. Each in
 * variants of which the first that leads to the place alone is enough.
 */
export function locatorsOf(index: PageIndex, chosen: Fitting): Locator[][] {
  if (chosen.value.type === 'object') return listLocators(index, chosen);
  const { value } = chosen;
  const text = textLocator(index, chosen);
  return [
    cellLocators(index, chosen),
    selectorLocators(index, chosen),
    // What follows a state belongs to it: "On loan, due 4 December" becomes "Available".
    text && value.type !== 'boolean' ? [text] : [],
  ].filter((variants) => variants.length > 0);
}

function listLocators(index: PageIndex, chosen: Fitting): Locator[][] {
  const entry = entryOf(entryShapes(index), chosen);
  const of = entry === null ? {} : { entry };
  const heading = headingAt(index, chosen.start);
  return ancestorsOf(index, chosen.node).flatMap((at) => {
    const { tag = '' } = index.nodes[at] ?? {};
    const named = selectorOf(index.snapshot, at);
    const selector = named ?? (LIST_TAG.test(tag) ? tag : null);
    if (selector === null) return [];
    const plain = { kind: 'list' as const, selector, ...of };
    const bare = named === null ? [] : [plain];
    return [heading === null ? bare : [...bare, { ...plain, heading }]];
  });
}

/** The shapes of the entries of all lists of siblings, by where these begin and end. */
function entryShapes({ groups, nodes }: PageIndex): Map<string, string> {
  const shapes = new Map<string, string>();
  for (const { entries } of groups) {
    const [first, last] = [nodes[entries[0] ?? -1], nodes[entries.at(-1) ?? -1]];
    if (first && last) shapes.set(`${first.start} ${last.end}`, shapeOf(first));
  }
  return shapes;
}

/** Tag, and class where that is no generated name. */
function shapeOf({ tag, attributes }: VisibleNode): string {
  const [name = ''] = (attributes.class ?? '').trim().split(/\s+/, 1);
  return isStableName(name) ? `${tag}.${name}` : tag;
}

/** Null where the entries are no siblings. */
function entryOf(shapes: ReadonlyMap<string, string>, { whole }: Fitting): string | null {
  return whole ? (shapes.get(`${whole.start} ${whole.end}`) ?? null) : null;
}

function cellLocators(index: PageIndex, { node, start }: Fitting): Locator[] {
  const cell = cellAt(index, node);
  const row = cell && textOf(index, cell.rowHeader);
  if (!cell || !row) return [];
  const plain = { kind: 'cell' as const, row: [row], column: textOf(index, cell.columnHeader) };
  const heading = headingAt(index, start);
  return heading === null ? [plain] : [plain, { ...plain, heading }];
}

function selectorLocators(index: PageIndex, chosen: Fitting): Locator[] {
  const label = labelOf(index, chosen);
  if (label === null) return [];
  for (const at of ancestorsOf(index, chosen.node)) {
    const selector = selectorOf(index.snapshot, at);
    if (selector === null) continue;
    const isOwn = at === chosen.node && matchSelector(index.snapshot, selector, 2).length === 1;
    return [{ kind: 'selector', selector, label, ...(isOwn && { own: true }) }];
  }
  return [];
}

function labelOf(index: PageIndex, candidate: Fitting): string | null {
  const label = labelAt(index, candidate);
  return label && wordsOnly(label);
}

function textLocator(index: PageIndex, { start, end, segment }: Fitting): (Locator & { kind: 'text' }) | null {
  const line = index.segments[segment];
  const above = index.segments[segment - 1];
  if (!line) return null;
  const inLine = index.text.slice(Math.max(line.start, start - AROUND), start);
  const before = hasWord(inLine) || !above ? inLine : `${index.text.slice(above.start, above.end)} ${inLine}`;
  if (!hasWord(before)) return null;
  const after = index.text.slice(end, Math.max(end, Math.min(line.end, end + AROUND)));
  return { kind: 'text', before: wordsOnly(before.slice(-AROUND)), after: wordsOnly(after) };
}

/**
 * For a place that little else marks: the lines above it, the fewest first. With their numbers, which may be all that
 * tells it from its neighbours ("30-year").
 */
export function linesLocators(index: PageIndex, { start, segment }: Fitting): Locator[] {
  return linesAbove(index, start, segment)
    .filter(hasWord)
    .map((before) => ({ kind: 'lines', before }) as const);
}

/** What stands before it, from one line above on, from two, from three. */
function linesAbove({ segments, text }: PageIndex, start: number, segment: number): string[] {
  return Array.from({ length: LINES_ABOVE }, (_, more) => {
    const from = segments[Math.max(0, segment - more - 1)]?.start ?? start;
    return plain(text.slice(Math.max(from, start - MOST_ABOVE), start));
  });
}

function hasWord(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function ancestorsOf({ nodes }: PageIndex, node: number): number[] {
  const above: number[] = [];
  for (let at = node; at >= 0 && above.length < MOST_STEPS; at = nodes[at]?.parent ?? -1) above.push(at);
  return above;
}

type Places = Pick<AskedPage, 'index' | 'fitting'>;

/** The one candidate at a locator's place; null where there is none, or more than one. */
export function atLocator({ index, fitting }: Places, locator: Locator): Fitting | null {
  if (locator.kind === 'list') return listAt({ index, fitting }, locator);
  const isThere = placeTest(index, locator);
  const there = onePerPlace(fitting.filter(isThere));
  return there.length === 1 ? (there[0] ?? null) : null;
}

/** The list with the most entries within the one element, of the shape that its entries had. */
function listAt({ index, fitting }: Places, { selector, heading, entry }: Locator & { kind: 'list' }): Fitting | null {
  const [only, ...more] = matchSelector(index.snapshot, selector).filter(
    (at) => heading === undefined || headingAt(index, index.nodes[at]?.start ?? 0) === heading,
  );
  const node = only === undefined ? undefined : index.nodes[only];
  if (node === undefined || more.length > 0) return null;
  const shapes = entry === undefined ? null : entryShapes(index);
  const inside = fitting.filter(
    (one) => one.start >= node.start && one.start < node.end && (!shapes || entryOf(shapes, one) === entry),
  );
  return inside.sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null;
}

function placeTest(index: PageIndex, locator: Locator): (candidate: Fitting) => boolean {
  if (locator.kind === 'cell') return (candidate) => isInCell(index, candidate, locator);
  if (locator.kind === 'text') return (candidate) => isBetween(index, candidate, locator);
  if (locator.kind === 'lines') return (candidate) => isBelow(index, candidate, locator.before);
  if (locator.kind !== 'selector') return () => false;
  const selected = matchSelector(index.snapshot, locator.selector).flatMap((at) => index.nodes[at] ?? []);
  return (candidate) =>
    selected.some((node) => node.start <= candidate.start && node.end >= candidate.end) &&
    labelOf(index, candidate) === locator.label;
}

function isInCell(index: PageIndex, { node, start }: Fitting, { row, column, heading }: Locator & { kind: 'cell' }) {
  const cell = cellAt(index, node);
  return (
    cell !== null &&
    textOf(index, cell.rowHeader) === row[0] &&
    textOf(index, cell.columnHeader) === column &&
    (heading === undefined || headingAt(index, start) === heading)
  );
}

function isBetween(index: PageIndex, candidate: Fitting, { before, after }: Locator & { kind: 'text' }): boolean {
  const own = textLocator(index, candidate);
  return own !== null && own.before === before && own.after === after;
}

function isBelow(index: PageIndex, { start, segment }: Fitting, before: string): boolean {
  // Most places are below something else, and words are compared faster than lines.
  const last = before.slice(before.lastIndexOf(' ') + 1);
  if (!index.text.slice(Math.max(0, start - MOST_ABOVE), start).includes(last)) return false;
  return linesAbove(index, start, segment).includes(before);
}
