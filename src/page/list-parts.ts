import type { VisibleNode } from '@/domain/snapshot';
import { type Group, LEAST_ENTRIES, shapeOf } from './groups';

/** Of these, siblings are entries of one list whatever their classes say: "odd" and "even", "lang-en" and "lang-fr". */
const ALIKE = new Set(['li', 'tr', 'article']);
/** What holds no title. */
const NO_TITLE = new Set(['img', 'br', 'hr', 'svg', 'script', 'button', 'input', 'select', 'option', 'sup']);
const CELL = new Set(['td', 'th']);
/** In how many of the entries a part must be. */
const NEARLY_ALL = 0.7;
const MOST_PARTS = 4;
/** How many elements of an entry are looked through, and of a whole page. */
const MOST_INSIDE = 40;
const MOST_LOOKED_AT = 40_000;

/** Siblings of one tag that are of several shapes, none of which all of them have. */
export function mixedGroups(nodes: readonly VisibleNode[], groups: readonly Group[]): Group[] {
  const known = new Set(groups.map(({ parent, entries }) => `${parent} ${entries.length} ${entries[0]}`));
  const byParent = new Map<string, Group>();
  nodes.forEach(({ tag, parent, start, end }, index) => {
    if (parent < 0 || end <= start || !ALIKE.has(tag)) return;
    const key = `${parent} ${tag}`;
    const group = byParent.get(key);
    if (group) group.entries.push(index);
    else byParent.set(key, { parent, entries: [index] });
  });
  return [...byParent.values()].filter(
    ({ parent, entries }) => entries.length >= LEAST_ENTRIES && !known.has(`${parent} ${entries.length} ${entries[0]}`),
  );
}

/** The same piece of each entry: its shape, and its node in those that have it. */
interface Part {
  shape: string;
  nodes: number[];
}

/** What nearly all of a list's entries have inside, in order: of cards their names, of rows their first cells. */
export function partsFinder(nodes: readonly VisibleNode[]): (entries: readonly number[]) => Part[] {
  let left = MOST_LOOKED_AT;
  const partsOf = (entry: number): Map<string, number> => {
    const parts = new Map<string, number>();
    const own = nodes[entry];
    for (let at = entry + 1; own !== undefined && at <= entry + MOST_INSIDE && left > 0; at++, left--) {
      const node = nodes[at];
      if (node === undefined || node.start >= own.end) break;
      const css = node.attributes.class ?? '';
      // The first of several without a name is a badge in one entry and the title in the next.
      if (css.trim() === '' && !CELL.has(node.tag)) continue;
      if (node.end > own.end || node.end <= node.start || NO_TITLE.has(node.tag)) continue;
      const shape = shapeOf(node.tag, css);
      if (!parts.has(shape)) parts.set(shape, at);
    }
    return parts;
  };
  return (entries) => {
    const found = new Map<string, number[]>();
    for (const entry of entries)
      for (const [shape, node] of partsOf(entry)) found.set(shape, [...(found.get(shape) ?? []), node]);
    return [...found]
      .filter(([, own]) => own.length >= Math.max(LEAST_ENTRIES, NEARLY_ALL * entries.length))
      .map(([shape, own]) => ({ shape, nodes: own }));
  };
}

/** The first few of what parts say beside the titles, each once; those that say the same in many entries name none. */
export function tellingParts<One extends { items: readonly string[] }>(
  said: readonly One[],
  titles: readonly string[],
): One[] {
  const known = new Set([titles.join('\n')]);
  const telling = said.filter(({ items }) => {
    const key = items.join('\n');
    if (known.has(key) || items.length < LEAST_ENTRIES) return false;
    known.add(key);
    return new Set(items).size >= NEARLY_ALL * items.length;
  });
  return telling.slice(0, MOST_PARTS);
}
