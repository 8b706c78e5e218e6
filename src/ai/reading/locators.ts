import type { Locator } from '@/domain/contract/reading';
import type { PageIndex } from '@/page/index-page';
import { type AskedPage, type Fitting, onePerPlace } from './fitting';
import { cellAt, labelAt, plain, textOf } from './name-place';
import { matchSelector, selectorOf } from './recipe-selector';

const AROUND = 60;
const MOST_STEPS = 5;

/** Everything that makes a place recognisable: its headers, its element with its label, the words around it. */
export function locatorsOf(index: PageIndex, chosen: Fitting): Locator[] {
  if (chosen.value.type === 'object') return listLocators(index, chosen);
  return [cellLocator(index, chosen), selectorLocator(index, chosen), textLocator(index, chosen)].filter(
    (locator) => locator !== null,
  );
}

function listLocators(index: PageIndex, { node }: Fitting): Locator[] {
  return ancestorsOf(index, node).flatMap((at) => {
    const selector = selectorOf(index.snapshot, at);
    return selector === null ? [] : [{ kind: 'list', selector } as const];
  });
}

function cellLocator(index: PageIndex, { node }: Fitting): Locator | null {
  const cell = cellAt(index, node);
  const row = cell && textOf(index, cell.rowHeader);
  if (!cell || !row) return null;
  const column = textOf(index, cell.columnHeader);
  return { kind: 'cell', row: [row], column, columnIndex: columnOf(index, cell.node) };
}

/** How many cells stand before it in its row. */
function columnOf({ nodes }: PageIndex, cell: number): number {
  const parent = nodes[cell]?.parent;
  let before = 0;
  for (let at = cell - 1; at > (parent ?? cell); at--) {
    const node = nodes[at];
    if (node?.parent === parent && (node?.tag === 'td' || node?.tag === 'th')) before += 1;
  }
  return before;
}

function selectorLocator(index: PageIndex, chosen: Fitting): Locator | null {
  const label = labelOf(index, chosen);
  if (label === null) return null;
  for (const at of ancestorsOf(index, chosen.node)) {
    const selector = selectorOf(index.snapshot, at);
    if (selector !== null) return { kind: 'selector', selector, label };
  }
  return null;
}

function labelOf(index: PageIndex, candidate: Fitting): string | null {
  const label = labelAt(index, candidate);
  return label && wordsOnly(label);
}

function textLocator(index: PageIndex, { start, end, segment }: Fitting): Locator | null {
  const line = index.segments[segment];
  const above = index.segments[segment - 1];
  if (!line) return null;
  const inLine = index.text.slice(Math.max(line.start, start - AROUND), start);
  const before = hasWord(inLine) || !above ? inLine : `${index.text.slice(above.start, above.end)} ${inLine}`;
  if (!hasWord(before)) return null;
  const after = index.text.slice(end, Math.max(end, Math.min(line.end, end + AROUND)));
  return { kind: 'text', before: wordsOnly(before.slice(-AROUND)), after: wordsOnly(after) };
}

function hasWord(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** Numbers around a value change with it; the words stay. */
function wordsOnly(text: string): string {
  return plain(text).replace(/\d[\d.,]*/g, '#');
}

function ancestorsOf({ nodes }: PageIndex, node: number): number[] {
  const above: number[] = [];
  for (let at = node; at >= 0 && above.length < MOST_STEPS; at = nodes[at]?.parent ?? -1) above.push(at);
  return above;
}

type Places = Pick<AskedPage, 'index' | 'fitting'>;

/** The one candidate at a locator's place; null where there is none, or more than one. */
export function atLocator({ index, fitting }: Places, locator: Locator): Fitting | null {
  if (locator.kind === 'list') return listAt({ index, fitting }, locator.selector);
  const isThere = placeTest(index, locator);
  const there = onePerPlace(fitting.filter(isThere));
  return there.length === 1 ? (there[0] ?? null) : null;
}

/** The list with the most entries within the one element. */
function listAt({ index, fitting }: Places, selector: string): Fitting | null {
  const [only, ...more] = matchSelector(index.snapshot, selector, 2);
  const node = only === undefined ? undefined : index.nodes[only];
  if (node === undefined || more.length > 0) return null;
  const size = ({ value }: Fitting) => (value.type === 'object' ? value.items.length : 0);
  const inside = fitting.filter(({ start }) => start >= node.start && start < node.end);
  return inside.sort((a, b) => size(b) - size(a))[0] ?? null;
}

function placeTest(index: PageIndex, locator: Locator): (candidate: Fitting) => boolean {
  if (locator.kind === 'cell') return (candidate) => isInCell(index, candidate, locator);
  if (locator.kind === 'text') return (candidate) => isBetween(index, candidate, locator);
  if (locator.kind !== 'selector') return () => false;
  const selected = matchSelector(index.snapshot, locator.selector).flatMap((at) => index.nodes[at] ?? []);
  return (candidate) =>
    selected.some((node) => node.start <= candidate.start && node.end >= candidate.end) &&
    labelOf(index, candidate) === locator.label;
}

function isInCell(index: PageIndex, { node }: Fitting, { row, column }: Locator & { kind: 'cell' }): boolean {
  const cell = cellAt(index, node);
  return cell !== null && textOf(index, cell.rowHeader) === row[0] && textOf(index, cell.columnHeader) === column;
}

function isBetween(index: PageIndex, candidate: Fitting, { before, after }: Locator & { kind: 'text' }): boolean {
  const own = textLocator(index, candidate);
  return own?.kind === 'text' && own.before === before && own.after === after;
}
