import type { Reason } from './reasons';

/**
 * One sign that an answer is not the page that was asked for. Signs are data, so that each can be tested and read:
 * `where` it is looked for, the `pattern`, and what it is worth. Three points of one reason make a failure.
 */
export interface Signal {
  /** A stable word for logs. */
  id: string;
  reason: Reason;
  /**
   * title, heading: one part of the title ("Access denied" of "Access denied | Shop"), one main heading, trimmed and
   * in lower case with straight apostrophes. whole-title: the title with all its parts. text: the visible text in
   * lower case. marker: a line of marks: an address, "#id", ".class" or an inline script of the document. header:
   * "name: value".
   */
  where: 'title' | 'whole-title' | 'heading' | 'text' | 'marker' | 'header';
  pattern: RegExp;
  points: 1 | 2 | 3;
  /** Counts only up to this much visible text, in UTF-16 units; else the family's limit holds. */
  maxText?: number;
  /** Does not count where the page shows an amount of money: a notice beside an offer is not the page. */
  notBesidePrices?: true;
  /** Counts on long pages with many links too: a shop's error page carries its whole menu. */
  alsoOnLongPages?: true;
}

export const ENOUGH = 3;

/** A piece of a pattern: as it stands, or a list of which one stands there. */
type Piece = string | RegExp | readonly Piece[];

/** One pattern out of its pieces in their order; a list of words stands for one of them. */
export function phrase(...pieces: Piece[]): RegExp {
  return new RegExp(pieces.map(sourceOf).join(''));
}

/** One of the words, or none: a piece of a `phrase`. */
export function maybe(...words: Piece[]): string {
  return `${sourceOf(words)}?`;
}

/** Matches where one of the phrases stands anywhere; anchors hold for lines. */
export function anyOf(...phrases: RegExp[]): RegExp {
  return new RegExp(phrases.map(sourceOf).join('|'), 'mu');
}

/** Matches a text that is one of the phrases and nothing else but punctuation. */
export function whole(...phrases: RegExp[]): RegExp {
  return new RegExp(`^(?:${phrases.map(sourceOf).join('|')})[\\s.!?…:。！？]*$`, 'u');
}

function sourceOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return piece instanceof RegExp ? piece.source : `(?:${piece.map(sourceOf).join('|')})`;
}
