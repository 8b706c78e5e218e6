import type { Evidence } from '@/domain/contract/reading';
import { boxOfSpan, type Snapshot, type Span } from '@/domain/snapshot';

/** The literal quote at a place of the page, with the box around it; no box on a cheap look. */
export function evidenceAt(snapshot: Snapshot, { start, end }: Span): Evidence {
  const span = { start, end };
  return { quote: snapshot.text.slice(start, end), span, box: boxOfSpan(snapshot, span) };
}

/** Unicode compatibility forms and white space made alike; nothing else, so that a quote stays literal. */
export function plainSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * Where a quote stands in the text: at the span that the reader names, if it holds the quote, else the first
 * occurrence; null where it does not stand there literally (after `plainSpaces` on both sides).
 */
export function spanOfQuote(text: string, quote: string, named: Span | null): Span | null {
  const wanted = plainSpaces(quote);
  if (wanted === '') return null;
  if (named !== null && isWithin(named, text) && plainSpaces(text.slice(named.start, named.end)) === wanted)
    return named;
  const literal = text.indexOf(quote);
  if (literal !== -1) return { start: literal, end: literal + quote.length };
  return normalisedSpan(text, wanted);
}

function isWithin({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

/** Search in the normalised text, with the offset of every normalised character in the original. */
function normalisedSpan(text: string, wanted: string): Span | null {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  // Letter by letter with their combining marks, so that each piece normalises by itself.
  for (const match of text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = /^\s/.test(match[0]) ? ' ' : match[0].normalize('NFKC');
    for (const unit of piece.split('')) {
      const space = /\s/.test(unit);
      if (space && (plain === '' || plain.endsWith(' '))) continue;
      plain += space ? ' ' : unit;
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  const at = plain.indexOf(wanted);
  if (at === -1) return null;
  const start = starts[at];
  const end = ends[at + wanted.length - 1];
  return start === undefined || end === undefined ? null : { start, end };
}
