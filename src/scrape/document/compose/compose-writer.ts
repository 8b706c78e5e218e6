import type { TextRun, VisibleNode } from '@/domain/snapshot';
import type { RawElement, RawText } from '../raw-tree';
import { collapse, visibleCharacters } from '../visible-characters';
import type { Item } from './compose-items';

const MAX_TEXT = 2_000_000;
const MAX_NODES = 60_000;
/** Deeper elements keep their text but are no nodes of their own: readers climb parents. */
const MAX_DEPTH = 256;
const MAX_ATTRIBUTE = 2_000;

const KEPT_ATTRIBUTES = new Set(
  (
    'id class itemprop itemtype itemscope role aria-label name datetime href value content data-testid headers scope ' +
    'colspan rowspan for type lang title disabled aria-disabled'
  ).split(' '),
);

/** Weakest first. "script" parts digits only: 12<sup>99</sup> must not read as 1299, nor a footnote join a number. */
const STRENGTH = { none: 0, script: 1, space: 2, tab: 3, newline: 4 } as const;
type Separator = keyof typeof STRENGTH;
const WRITTEN: Record<Separator, string> = { none: '', script: ' ', space: ' ', tab: '\t', newline: '\n' };

/** Collects text and spans. Separators wait until text follows, so that spans begin and end on text. */
export class TextWriter {
  length = 0;
  /** Text was left out. */
  isCut = false;
  readonly nodes: VisibleNode[] = [];
  readonly runs: TextRun[] = [];
  /** In pieces: reading the end of a growing string would copy it each time. */
  private readonly pieces: string[] = [];
  private last = '';
  private pending: Separator = 'none';
  private readonly stack: number[] = [];
  /** How many nodes at the top of the stack have no text yet. */
  private unstarted = 0;

  get text(): string {
    return this.pieces.join('');
  }

  /** Nothing more is taken. */
  get full(): boolean {
    return this.length >= MAX_TEXT || this.nodes.length >= MAX_NODES;
  }

  separate(separator: Separator): void {
    if (STRENGTH[separator] > STRENGTH[this.pending]) this.pending = separator;
  }

  /** The boundary between two cells of one row; stands even where the cells are empty. */
  tab(): void {
    this.pending = 'none';
    this.append('\t');
  }

  write(run: RawText, preformatted: boolean): void {
    const room = MAX_TEXT - this.length;
    this.isCut ||= run.text.length > room;
    const text = visibleCharacters(run.text.slice(0, room));
    const trimmed = text.trim();
    if (trimmed === '') {
      this.separate(edge(text, preformatted));
      return;
    }
    const from = text.indexOf(trimmed[0] ?? '');
    this.separate(edge(text.slice(0, from), preformatted));
    const core = preformatted ? collapseLines(trimmed) : trimmed.replace(/\s+/g, ' ');
    this.flush(core);
    const start = this.length;
    this.startNow();
    this.append(core);
    if (run.box !== undefined) {
      // Characters that nobody sees may have been a word by themselves: then it is not known which box is whose.
      const words = run.words?.length === core.split(/\s+/).length ? { words: run.words } : {};
      this.runs.push({ start, end: this.length, box: run.box, ...words });
    }
    this.separate(edge(text.slice(from + trimmed.length), preformatted));
  }

  /** Opens a node; it starts with the next text. Returns its index, or -1 beyond the caps. */
  openNode(raw: RawElement, item: Item): number {
    if (this.nodes.length >= MAX_NODES || item.depth > MAX_DEPTH) return -1;
    const index = this.nodes.push(this.nodeOf(raw, item)) - 1;
    this.stack.push(index);
    this.unstarted++;
    return index;
  }

  closeNode(index: number): void {
    const node = this.nodes[index];
    if (node === undefined) return;
    node.end = Math.max(node.start, this.length);
    this.stack.pop();
    this.unstarted = Math.min(this.unstarted, this.stack.length);
  }

  /** Only where all open nodes have begun: it could else stand before its parent. */
  emptyNode(raw: RawElement, item: Item): void {
    if (this.unstarted > 0) return;
    if (this.nodes.length >= MAX_NODES || item.depth > MAX_DEPTH) return;
    this.nodes.push(this.nodeOf(raw, item));
  }

  /** Writes what parts the open nodes from the text before, and starts them here. */
  startNow(): void {
    this.flush('');
    for (; this.unstarted > 0; this.unstarted--) {
      const node = this.nodes[this.stack[this.stack.length - this.unstarted] ?? -1];
      if (node !== undefined) node.start = this.length;
    }
  }

  private flush(next: string): void {
    const last = this.last;
    const separator = this.pending;
    this.pending = 'none';
    if (separator === 'none' || last === '' || last === '\n' || last === '\t') return;
    if (separator === 'script' && !(isDigit(last) && isDigit(next[0]))) return;
    this.append(WRITTEN[separator]);
  }

  private append(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
    this.last = text.at(-1) ?? this.last;
  }

  private nodeOf(raw: RawElement, item: Item): VisibleNode {
    const at = this.length;
    const node: VisibleNode = {
      parent: this.stack.at(-1) ?? -1,
      tag: raw.tag,
      attributes: keptAttributes(raw.attributes),
      start: at,
      end: at,
    };
    if (item.struck) node.struck = true;
    if (raw.fontSize !== undefined) node.fontSize = raw.fontSize;
    if (raw.box !== undefined) node.box = raw.box;
    return node;
  }
}

function keptAttributes(attributes: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && KEPT_ATTRIBUTES.has(name)) kept[name] = visibleCharacters(value.slice(0, MAX_ATTRIBUTE));
  }
  return kept;
}

/** What the white space at an edge of a run asks for. */
function edge(space: string, preformatted: boolean): Separator {
  if (space === '') return 'none';
  return preformatted && /[\n\r\u2028\u2029]/.test(space) ? 'newline' : 'space';
}

function collapseLines(text: string): string {
  const lines = text.split(/[\n\r\u2028\u2029]+/).map(collapse);
  return lines.filter((line) => line !== '').join('\n');
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
