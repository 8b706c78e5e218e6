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
