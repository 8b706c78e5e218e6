import type { PageCut } from '@/domain/page-cut';
import type { TextRun, VisibleNode } from '@/domain/snapshot';
import { isRawText, type RawElement } from '../raw-tree';
import { type Item, inDocumentOrder } from './compose-items';
import { TextWriter } from './compose-writer';

export interface Composed {
  text: string;
  nodes: VisibleNode[];
  runs: TextRun[];
  /** Only where text was left out. */
  cut?: PageCut;
}

/**
 * Writes the visible tree as text with exact offsets (see domain/snapshot): blocks by "\n", cells by "\t" (also for
 * empty cells before a filled one, so that columns can be counted), other white space collapsed. Never fails; caps:
 * 2 million UTF-16 units of text, 60,000 nodes, 256 levels. `isWhole`: false where the tree was cut already.
 */
export function compose(root: RawElement, isWhole = true): Composed {
  const items = inDocumentOrder(root);
  const writer = new TextWriter();
  const open: Item[] = [];
  let index = 0;
  for (; index < items.length && !writer.full; index++) {
    const item = items[index];
    if (item === undefined) break;
    for (let last = open.at(-1); last !== undefined && last.end <= index; last = open.at(-1)) {
      close(writer, last);
      open.pop();
    }
    if (isRawText(item.raw)) writer.write(item.raw, item.preformatted);
    else {
      enter(writer, items, item, index, item.raw);
      open.push(item);
    }
  }
  for (let last = open.pop(); last !== undefined; last = open.pop()) close(writer, last);
  const { text, nodes, runs } = writer;
  const isCut = !isWhole || writer.isCut || items.slice(index).some(({ visible }) => visible);
  return isCut ? { text, nodes, runs, cut: { of: 'text', readTo: text.length } } : { text, nodes, runs };
}

function enter(writer: TextWriter, items: Item[], item: Item, index: number, raw: RawElement): void {
  if (raw.flow === 'cell') enterCell(writer, items[item.row], index);
  else writer.separate(separatorOf(raw));
  const emptyCell = raw.flow === 'cell' && items[item.row]?.visible === true;
  if (item.visible) item.node = writer.openNode(raw, item);
  else if (emptyCell) writer.emptyNode(raw, item);
  if (item.visible && raw.flow === 'row') writer.startNow();
}

function enterCell(writer: TextWriter, row: Item | undefined, index: number): void {
  if (!row?.visible) writer.separate('tab');
  else if (row.cells++ > 0 && index <= row.lastCell) writer.tab();
}

function close(writer: TextWriter, item: Item): void {
  if (item.visible) writer.closeNode(item.node);
  if (!isRawText(item.raw)) writer.separate(item.raw.flow === 'cell' ? 'tab' : separatorOf(item.raw));
}

function separatorOf(raw: RawElement): 'none' | 'script' | 'space' | 'newline' {
  if (raw.flow === 'inline') return raw.tag === 'sup' || raw.tag === 'sub' ? 'script' : 'none';
  return raw.flow === 'piece' ? 'space' : 'newline';
}
