import Decimal from 'decimal.js';
import type { VisibleNode } from '@/domain/snapshot';
import { toDecimalString } from '@/domain/written/decimal';
import type { PageIndex, Piece } from './page-index';

/** A piece of text whose amounts are written in one, with the way back to the page's own offsets. */
export interface JoinedPiece {
  text: string;
  /** Offset in the given piece of an offset in `text`. */
  at: (offset: number) => number;
}

const SPLIT = /\d (?:\d{1,2}(?!\d)|[.,] ?\d\d(?!\d))|\d[.,] \d\d(?!\d)/;

/**
 * Amounts that a page draws from several elements arrive with gaps: "$19 99" (raised cents), "$ 94 .50" (whole and
 * part), "1.74 9" (the raised tenth of a cent of fuel). A gap is closed only where an element begins or ends at it.
 */
export function joinAmounts(page: PageIndex, piece: Piece): JoinedPiece {
  if (!SPLIT.test(piece.text)) return { text: piece.text, at: (offset) => offset };
  const nodes = nodesWithin(page, piece);
  const edges = new Set(nodes.flatMap(({ start, end }) => [start - piece.start, end - piece.start]));
  const cents = new Set(nodes.filter(isRaised).map(({ start }) => start - piece.start));
  let text = '';
  const origin: number[] = [];
  for (let at = 0; at < piece.text.length; at++) {
    const gap = piece.text[at] === ' ' && (edges.has(at + 1) || edges.has(at)) ? closing(piece.text, at, cents) : null;
    const kept = gap ?? piece.text[at] ?? '';
    if (kept !== '') origin.push(at);
    text += kept;
  }
  origin.push(piece.text.length);
  return { text, at: (offset) => origin[offset] ?? piece.text.length };
}

/** What stands for the gap at `at`: nothing, a decimal point, or null where it stays. */
function closing(text: string, at: number, cents: Set<number>): string | null {
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (/\d$/.test(before) && /^[.,] ?\d\d(?!\d)/.test(after)) return '';
  if (/\d[.,] ?$/.test(before) && /^\d\d(?!\d)/.test(after) && !/\d[.,]\d+[.,] ?$/.test(before)) return '';
  if (/\d[.,]\d\d$/.test(before) && /^\d(?!\d)/.test(after) && cents.has(at + 1)) return '';
  if (!/^\d\d(?!\d)/.test(after) || !cents.has(at + 1)) return null;
  // "1.189" and a raised "00": what groups the thousands does not part the cents.
  const grouped = /(?:^|[^.,\d])\d{1,3}([.,])\d{3}$/.exec(before)?.[1];
  if (grouped !== undefined) return grouped === '.' ? ',' : '.';
  return /(?:^|[^.,\d])\d+$/.test(before) ? '.' : null;
}

function nodesWithin(page: PageIndex, piece: Piece): VisibleNode[] {
  let low = 0;
  let high = page.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((page.nodes[middle]?.start ?? 0) < piece.start) low = middle + 1;
    else high = middle;
  }
  const found: VisibleNode[] = [];
  for (let index = low; index < page.nodes.length; index++) {
    const node = page.nodes[index];
    if (node === undefined || node.start >= piece.end) break;
    if (node.end <= piece.end) found.push(node);
  }
  return found;
}

const CENTS = /(^|[ _-])(cents?|decimals?|dec|frac|fraction|minor|hundredths|sup|centimes|kopecks?)([ _-]|$)/;

function isRaised(node: VisibleNode): boolean {
  return node.tag === 'sup' || node.tag === 'small' || CENTS.test((node.attributes.class ?? '').toLowerCase());
}

/** "$19" with a raised "99" beside it arrives as "$1999": the cents are the smaller element at the amount's end. */
export function raisedCents(page: PageIndex, span: { start: number; end: number }, amount: string): string | null {
  if (amount.includes('.') || !/\d{3}/.test(amount)) return null;
  const nodes = nodesWithin(page, { ...span, text: '' });
  for (const node of nodes) {
    if (node.start === span.start) continue;
    const digits = page.text.slice(node.start, node.end);
    if (!/^\d{2}$/.test(digits) || !amount.endsWith(digits)) continue;
    // Whole and part in two elements of digits alone are drawn apart, whatever they are called.
    const whole = nodes.some(({ start, end }) => end === node.start && /^\d+$/.test(page.text.slice(start, end)));
    if (isRaised(node) || whole) return toDecimalString(new Decimal(amount).div(100));
  }
  return null;
}
