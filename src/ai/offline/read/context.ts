import type { Span } from '@/domain/snapshot';
import { ancestors, type PageIndex, type Segment, segmentAt, sizeOf } from './page-index';
import { type Cell, columnHeaders, groupHeader, rowHeaders } from './tables';

/** The texts that may name a value, nearest kind first, each with how much it is to be trusted as a label. */
interface LabelText extends Span {
  /** null text spans: attributes have no place in the visible text. */
  text: string;
  trust: number;
  /** `spoken`: an accessible label or a title; `names`: classes and ids, which only hint. */
  from: 'before' | 'after' | 'above' | 'below' | 'row' | 'column' | 'group' | 'spoken' | 'names';
}

export interface Context {
  segment: Segment | null;
  node: number;
  /** Text of the same piece before and after the value, up to the neighbouring values. */
  before: string;
  after: string;
  /** True where `after` ends at the next value of the same piece. */
  leadsToNext: boolean;
  labels: LabelText[];
  cell: Cell | null;
  struck: boolean;
  /** Folded names that the author gave to the element and its tight wrappers (class, id, itemprop, data-testid). */
  names: string;
  fontSize: number;
}

const LABEL_MAX = 90;

/**
 * What stands around a value. `previousEnd` and `nextStart` bound the text that can belong to it: those of the
 * neighbouring values in the same piece ("Was £12 now £10").
 */
export function contextOf(
  page: PageIndex,
  cells: Map<number, Cell>,
  span: Span,
  previousEnd: number,
  nextStart: number,
): Context {
  const line = segmentAt(page, span.start) ?? null;
  const node = deepest(page, line, span);
  const segment = ofControl(page, line, node, span);
  const before = page.text.slice(Math.max(segment?.start ?? 0, previousEnd, span.start - 200), span.start);
  const after = page.text.slice(span.end, Math.min(segment?.end ?? span.end, nextStart, span.end + 200));
  const cell = cellAbove(page, cells, node);
  const context: Context = {
    segment,
    node,
    before,
    after,
    leadsToNext: nextStart < (segment?.end ?? span.end) && nextStart <= span.end + 200,
    labels: [],
    cell,
    struck: false,
    names: '',
    fontSize: page.nodes[node]?.fontSize ?? 0,
  };
  readElement(page, context, span);
  collectLabels(page, context, { ...span, previousEnd, nextStart });
  return context;
}

/** Buttons beside one another share a line of text ("649 €" of the one, "256 GB" of the next): each is a line of its own. */
function ofControl(page: PageIndex, line: Segment | null, node: number, span: Span): Segment | null {
  for (const above of ancestors(page, node)) {
    const box = page.nodes[above];
    if (line === null || box === undefined || box.end - box.start > 120) return line;
    if (!CONTROL.test(box.attributes.role ?? box.tag)) continue;
    const isPart = box.start > line.start || box.end < line.end;
    const saysMore = box.end - box.start > span.end - span.start + 2;
    if (!isPart || !saysMore) return line;
    return { ...line, start: box.start, end: box.end, text: page.text.slice(box.start, box.end) };
  }
  return line;
}

const CONTROL = /^(?:button|label|option|radio|tab|menuitemradio)$/;

function deepest(page: PageIndex, segment: Segment | null, span: Span): number {
  let at = segment?.node ?? -1;
  for (;;) {
    const next = (page.children[at] ?? []).find((child) => {
      const node = page.nodes[child];
      return node !== undefined && node.start <= span.start && node.end >= span.end;
    });
    if (next === undefined) return at;
    at = next;
  }
}

export function cellAbove(page: PageIndex, cells: Map<number, Cell>, node: number): Cell | null {
  for (const above of ancestors(page, node)) {
    const cell = cells.get(above);
    if (cell !== undefined) return cell;
  }
  return null;
}

/** Strike-through, author's names and accessible labels of the value's element and of its tight wrappers. */
function readElement(page: PageIndex, context: Context, span: Span): void {
  const names: string[] = [];
  const limit = (span.end - span.start) * 2 + 30;
  for (const above of ancestors(page, context.node)) {
    const node = page.nodes[above];
    if (node === undefined || sizeOf(page, above) > limit) break;
    if (node.struck === true || ['del', 's', 'strike'].includes(node.tag)) context.struck = true;
    const { class: classes, id, itemprop, name, title } = node.attributes;
    names.push(classes ?? '', id ?? '', itemprop ?? '', name ?? '', node.attributes['data-testid'] ?? '');
    const spoken = node.attributes['aria-label'] ?? title;
    if (spoken !== undefined && spoken.length <= LABEL_MAX * 2) {
      context.labels.push({ text: spoken, trust: 0.9, from: 'spoken', start: node.start, end: node.start });
    }
  }
  context.names = names
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  if (context.names.trim() !== '') {
    const text = context.names.replace(/[-_]+/g, ' ');
    context.labels.push({ text, trust: 0.5, from: 'names', start: span.start, end: span.start });
  }
}

/** A value with the ends of its neighbours: a line that holds another value is no label of this one. */
interface Bounded extends Span {
  previousEnd: number;
  nextStart: number;
}

function collectLabels(page: PageIndex, context: Context, span: Bounded): void {
  const { before, after, cell, labels } = context;
  if (/[\p{L}]/u.test(before)) {
    // A label is short; words of a sentence before a value say less.
    const isSentence = before.length > 40 || (context.segment?.text.length ?? 0) > 90;
    const trust = !isSentence || /[:：]\s*$/.test(before) ? 1 : 0.6;
    labels.push({ text: before, trust, from: 'before', start: span.start - before.length, end: span.start });
  }
  // Text up to a colon labels the next value, and a value with a colon before it has its label.
  const whole = /^\s*(?:of|von|sur|de|di|van|\/|out of)\s*\d[\d.,]*\s+(\p{L}[^.;·|,\n]{0,60})/u.exec(
    page.text.slice(span.end, context.segment?.end ?? span.end),
  );
  // "5 of 12 places left": what is counted stands behind the whole.
  if (whole !== null) labels.push({ text: whole[1] ?? '', trust: 0.85, from: 'after', start: span.end, end: span.end });
  const labelsNext = /[:：]\s*$/.test(after) || /[:：]\s*$/.test(before);
  if (/[\p{L}]/u.test(after) && !labelsNext) {
    labels.push({ text: after, trust: 0.85, from: 'after', start: span.end, end: span.end + after.length });
  }
  if (cell !== null) {
    for (const head of columnHeaders(cell)) labels.push(labelOf(page, head, 1, 'column'));
    for (const head of rowHeaders(cell)) labels.push(labelOf(page, head, 1, 'row'));
    const group = groupHeader(cell);
    if (group !== null) labels.push(labelOf(page, group, 0.5, 'group'));
  }
  favourSide(context, span);
  const neighbour = neighbouringLabel(page, context, span);
  if (neighbour !== null) labels.push(neighbour);
}

/** A line may be a page by itself: its ends tell enough. */
const EDGE_MAX = 200;

/**
 * Several values in one line: "37 open positions in 9 locations" names each behind it, "Copies 6 Holds 11" before it.
 * The line's end tells which; the words on the other side are the neighbour's.
 */
function favourSide({ segment, before, after, labels }: Context, span: Bounded): void {
  if (segment === null || (span.previousEnd <= segment.start && span.nextStart >= segment.end)) return;
  if (/[:：(]\s*$/.test(before) || /^\s*[)]/.test(after)) return;
  const namedBehind = /\d[^\d:：]*\p{L}{2,}[^\d:：]*$/u.test(segment.text.slice(-EDGE_MAX));
  const namedBefore = /^[^\d]*\p{L}{2,}[^\d]*\d/u.test(segment.text.slice(0, EDGE_MAX));
  if (namedBehind === namedBefore && !(namedBehind && span.previousEnd > segment.start)) return;
  const weak = namedBehind ? 'before' : 'after';
  for (const label of labels) if (label.from === weak) label.trust *= 0.45;
}

function labelOf(page: PageIndex, span: Span, trust: number, from: LabelText['from']): LabelText {
  return { text: page.text.slice(span.start, span.end), trust, from, start: span.start, end: span.end };
}

/** A label on the line above or below: whichever shares the tighter ancestor with the value. */
function neighbouringLabel(page: PageIndex, context: Context, span: Bounded): LabelText | null {
  const { segment, before } = context;
  if (segment === null || /[\p{L}\p{N}]/u.test(before)) return null;
  // "Summit (2,610 m)" is the term of its definition, with a figure of its own.
  const term = page.segments[segment.index - 1];
  if (term !== undefined && term.text.length <= LABEL_MAX && isDefinition(page, term, context.node)) {
    return { text: term.text, trust: 1, from: 'above', start: term.start, end: term.end };
  }
  const above = labelLike(page.segments[segment.index - 1], span);
  const below = /[\p{L}\p{N}]/u.test(context.after) ? null : labelLike(page.segments[segment.index + 1], span);
  const aboveSize = above === null ? Number.POSITIVE_INFINITY : sharedSize(page, above, span);
  const belowSize = below === null ? Number.POSITIVE_INFINITY : sharedSize(page, below, span);
  if (above !== null && aboveSize <= Math.max(240, above.text.length * 2) && aboveSize <= belowSize) {
    return { text: above.text, trust: 0.9, from: 'above', start: above.start, end: above.end };
  }
  if (below !== null && belowSize <= 140) {
    return { text: below.text, trust: 0.8, from: 'below', start: below.start, end: below.end };
  }
  return null;
}

function labelLike(segment: Segment | undefined, span: Bounded): Segment | null {
  if (segment !== undefined && segment.start < span.previousEnd && span.previousEnd <= segment.end) return null;
  if (segment !== undefined && segment.start <= span.nextStart && span.nextStart < segment.end) return null;
  if (segment === undefined || segment.text.length > LABEL_MAX || !/\p{L}/u.test(segment.text)) return null;
  return segment;
}

/** dt and its dd are siblings: however long the list, they belong together. */
function isDefinition(page: PageIndex, above: Segment, node: number): boolean {
  for (const at of ancestors(page, node)) {
    if (page.nodes[at]?.tag !== 'dd') continue;
    for (const label of ancestors(page, above.node)) if (page.nodes[label]?.tag === 'dt') return true;
  }
  return false;
}

/** Length of the tightest element that holds both. */
function sharedSize(page: PageIndex, label: Segment, span: Span): number {
  const start = Math.min(label.start, span.start);
  const end = Math.max(label.end, span.end);
  for (const above of ancestors(page, label.node)) {
    const node = page.nodes[above];
    if (node !== undefined && node.start <= start && node.end >= end) return node.end - node.start;
  }
  return page.text.length;
}
