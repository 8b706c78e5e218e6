import { allMatches } from './all-matches';
import { CAN, CANNOT, CANNOT_ELSEWHERE, ENDED, NEARLY_GONE, NEGATION, WAITING, WEAK_CAN } from './availability-words';
import type { Span } from './span';
import { foldText, originalSpan } from './text-fold';

export interface Availability {
  /** True: it can be had now. Pre-orders, waiting lists and "available from" a date are false. */
  available: boolean;
  /** The words that say so, where they stand in the given text. */
  span: Span;
  quote: string;
}

const EDGE = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}]';

/** One expression per class; words of scripts with spaces must not be a piece of a longer word. */
function expression(sources: readonly string[]): RegExp {
  return new RegExp(`(?<!${EDGE})(?:${sources.join('|')})(?!${EDGE})`, 'giu');
}

const CLASSES = [
  { available: false, rank: 4, pattern: expression(WAITING) },
  { available: true, rank: 3, pattern: expression([...ENDED, ...NEARLY_GONE]) },
  { available: false, rank: 2, pattern: expression([...CANNOT, ...CANNOT_ELSEWHERE]) },
  { available: true, rank: 1, pattern: expression(CAN) },
  { available: true, rank: 0, pattern: expression(WEAK_CAN) },
] as const;

interface Finding {
  available: boolean;
  rank: number;
  start: number;
  end: number;
}

function findAll(text: string): Finding[] {
  const kept: Finding[] = [];
  for (const { available, rank, pattern } of CLASSES) {
    for (const match of allMatches(text, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      // What a stronger class has claimed is part of its wording: "not [available]", "no longer [sold out]".
      if (!kept.some((other) => other.rank > rank && start < other.end && end > other.start)) {
        const negated = rank <= 1 ? NEGATION.exec(text.slice(Math.max(0, start - 30), start))?.[0].length : undefined;
        kept.push(
          negated === undefined
            ? { available, rank, start, end }
            : { available: false, rank: 2, start: start - negated, end },
        );
      }
    }
  }
  return kept;
}

/** Every statement of availability in a text, in order of their standing. */
export function findAvailability(text: string): Availability[] {
  const folded = foldText(text);
  return findAll(folded.text.replaceAll('\u00a0', ' '))
    .sort((a, b) => a.start - b.start)
    .map((finding) => toAvailability(folded, finding));
}

function toAvailability(folded: ReturnType<typeof foldText>, finding: Finding): Availability {
  const { start, end, quote } = originalSpan(folded, finding.start, finding.end);
  return { available: finding.available, span: { start, end }, quote };
}

/**
 * What a text says of availability ("In stock", "nur noch 3 auf Lager", "在庫切れ"), or null when it says nothing.
 * Negations win: one "sold out" outweighs any number of "available"; buttons count only when nothing else does.
 */
export function parseAvailability(text: string): Availability | null {
  const folded = foldText(text);
  const found = findAll(folded.text.replaceAll('\u00a0', ' '));
  const negative = found.find((finding) => finding.rank === 4 || finding.rank === 2);
  const ended = found.find((finding) => finding.rank === 3);
  const chosen = negative ?? ended ?? found.find((finding) => finding.rank === 1) ?? found[0];
  return chosen ? toAvailability(folded, chosen) : null;
}
