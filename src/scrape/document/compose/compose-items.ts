import { isRawText, type RawElement, type RawNode } from '../raw-tree';
import { hasVisibleCharacter } from '../visible-characters';

/** A raw node in document order, with what composing needs to know of its surroundings. */
export interface Item {
  raw: RawNode;
  /** Index of the parent item, -1 for the root. */
  parent: number;
  /** Index after the last descendant. */
  end: number;
  /** Index of the row that it stands in, -1 for none. */
  row: number;
  depth: number;
  preformatted: boolean;
  struck: boolean;
  /** Has visible text, itself or below. */
  visible: boolean;
  /** Rows: index of the last cell with text. */
  lastCell: number;
  /** Rows: cells entered so far. */
  cells: number;
  /** Index of its node once it is open, -1 for none. */
  node: number;
}

/** The tree as a list, parents first; without recursion, since hostile pages nest 100,000 deep. */
export function inDocumentOrder(root: RawElement): Item[] {
  const items: Item[] = [];
  const waiting: RawNode[] = [root];
  const parents = [-1];
  for (let raw = waiting.pop(); raw !== undefined; raw = waiting.pop()) {
    const parent = parents.pop() ?? -1;
    const item = itemOf(raw, parent, items[parent]);
    const index = items.push(item) - 1;
    if (isRawText(raw)) continue;
    if (raw.flow === 'row') item.row = index;
    for (let child = raw.children.length - 1; child >= 0; child--) {
      const below = raw.children[child];
      if (below === undefined) continue;
      waiting.push(below);
      parents.push(index);
    }
  }
  markVisible(items);
  return items;
}

function itemOf(raw: RawNode, parent: number, above: Item | undefined): Item {
  const inCell = above !== undefined && flowOf(above) === 'cell';
  const element = isRawText(raw) ? undefined : raw;
  return {
    raw,
    parent,
    end: 0,
    row: inCell ? -1 : (above?.row ?? -1),
    depth: (above?.depth ?? -1) + 1,
    preformatted: above?.preformatted === true || element?.preformatted === true,
    struck: above?.struck === true || element?.struck === true,
    visible: isRawText(raw) && hasVisibleCharacter(raw.text),
    lastCell: -1,
    cells: 0,
    node: -1,
  };
}

function markVisible(items: Item[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item === undefined) continue;
    item.end = Math.max(item.end, index + 1);
    const above = items[item.parent];
    if (above !== undefined) {
      above.end = Math.max(above.end, item.end);
      above.visible ||= item.visible;
    }
    const row = item.visible && flowOf(item) === 'cell' ? items[item.row] : undefined;
    if (row !== undefined) row.lastCell = Math.max(row.lastCell, index);
  }
}

function flowOf(item: Item): RawElement['flow'] | null {
  return isRawText(item.raw) ? null : item.raw.flow;
}
