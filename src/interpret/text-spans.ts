import type { Sentence } from './sentence';

/** Words that stand together, as the first and the last token's index, and as a slice of the sentence. */
export interface Span {
  from: number;
  to: number;
  start: number;
  end: number;
  quoted: boolean;
}

const LONGEST = 4;

/** The pieces that a status or a wanted word could be: quotations, and runs of up to four words within a clause. */
export function textSpans({ tokens, quotes }: Sentence): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of quotes) {
    const inside = tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []));
    const [from, to] = [inside[0], inside.at(-1)];
    if (from !== undefined && to !== undefined) spans.push({ from, to, start, end, quoted: true });
  }
  for (const [from, first] of tokens.entries()) {
    for (let to = from; to < from + LONGEST; to++) {
      const last = tokens[to];
      if (!last || last.clause !== first.clause || (to > from && last.gap !== '')) break;
      if (!first.quoted && !last.quoted) {
        spans.push({ from, to, start: first.start, end: last.end, quoted: false });
      }
    }
  }
  return spans;
}
