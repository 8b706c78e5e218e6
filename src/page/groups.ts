import type { VisibleNode } from '@/domain/snapshot';

/** Siblings of one shape: the entries of a list, the cards of a shop, the rows of a table. */
export interface Group {
  /** Index of the parent's node. */
  parent: number;
  /** Indexes of the entries' nodes, in order. */
  entries: number[];
}

/** Fewer than three may be two columns of a layout. */
const LEAST_ENTRIES = 2;
/** What never is an entry by itself. */
const NO_ENTRY = new Set(['br', 'hr', 'option', 'td', 'th', 'b', 'strong', 'em', 'i', 'span', 'img', 'script', 'sup']);

/** One letter of a class like "card-12" or "is-active" must not tell siblings apart. */
function shapeOf(tag: string, css: string): string {
  const [name = ''] = css.trim().split(/\s+/, 1);
  return `${tag}.${name.slice(0, 60).replace(/\d+/g, '#')}`;
}

/** Numbers the shapes of nodes; the same classes stand on many. */
function shapeNumbers(): (node: VisibleNode) => number {
  const numbers = new Map<string, number>();
  const known = new Map<string, number>();
  return ({ tag, attributes: { class: css = '' } }) => {
    const written = `${tag}.${css}`;
    const old = known.get(written);
    if (old !== undefined) return old;
    const shape = shapeOf(tag, css);
    const number = numbers.get(shape) ?? numbers.size;
    numbers.set(shape, number);
    known.set(written, number);
    return number;
  };
}

/** All groups of siblings with the same tag and first class; linear in the number of nodes. */
export function groupsOf(nodes: readonly VisibleNode[]): Group[] {
  const byParent = new Map<number, Group>();
  const numberOf = shapeNumbers();
  nodes.forEach((node, index) => {
    if (node.parent < 0 || node.end <= node.start || NO_ENTRY.has(node.tag)) return;
    const key = node.parent * nodes.length + numberOf(node);
    const group = byParent.get(key);
    if (group) group.entries.push(index);
    else byParent.set(key, { parent: node.parent, entries: [index] });
  });
  return [...byParent.values()].filter(({ entries }) => entries.length >= LEAST_ENTRIES);
}

/** For every node the innermost entry that it lies in (itself included), or -1. */
export function cardsOf(nodes: readonly VisibleNode[], groups: readonly Group[]): Int32Array {
  const isEntry = new Uint8Array(nodes.length);
  for (const { entries } of groups) for (const entry of entries) isEntry[entry] = 1;
  const cards = new Int32Array(nodes.length).fill(-1);
  nodes.forEach((node, index) => {
    const inherited = node.parent >= 0 && node.parent < index ? (cards[node.parent] ?? -1) : -1;
    cards[index] = isEntry[index] === 1 ? index : inherited;
  });
  return cards;
}
