import type { Clause } from './interpret-condition';
import type { Patterns } from './interpret-patterns';
import { WORD_END } from './interpret-patterns';
import type { Span } from './interpret-text';

/** The stretches of a range that no span covers. */
function gaps(range: Span, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let from = range.start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end <= from) continue;
    if (span.start > from) found.push({ start: from, end: Math.min(span.start, range.end) });
    from = Math.max(from, span.end);
    if (from >= range.end) return found;
  }
  if (from < range.end) found.push({ start: from, end: range.end });
  return found;
}

/** Drops articles, prepositions, copulas and punctuation from both ends of a range of folded text. */
export function trimEdges(patterns: Patterns, folded: string, range: Span): Span {
  const spaced = patterns.lexicon.spaced;
  const lead = patterns.custom(
    'edge:lead',
    (words) => `^(?:[\\s,;:!?.()\\[\\]–—\\-'"、。・]+|(?:${words('trim')}|${words('when')})${spaced ? WORD_END : ''})+`,
  );
  const tail = patterns.custom(
    'edge:tail',
    (words) =>
      `(?:[\\s,;:!?()\\[\\]–—\\-'"、。・]+|\\.+|${spaced ? '(?<![\\p{L}\\p{N}\\-])' : ''}(?:${words('trim')}|${words('when')}))+$`,
  );
  let { start, end } = range;
  start += lead.exec(folded.slice(start, end))?.[0].length ?? 0;
  // Token by token from the end: the pattern is anchored there, so each try is over a short tail.
  for (let rounds = 0; rounds < 12; rounds++) {
    const from = Math.max(start, end - 40);
    const cut = tail.exec(folded.slice(from, end));
    if (!cut || cut[0] === '') break;
    end = from + cut.index;
  }
  return { start, end: Math.max(start, end) };
}

const PROPER = /[\p{Lu}\p{N}]|[\p{Script=Han}\p{Script=Katakana}]/u;
const PLACE =
  /^(?:in|at|on|for|from|of|between|to|near|bei|im|an|am|auf|von|nach|a|au|aux|chez|sur|pour|de|en|para|no|na|em|su|per|di|da|del|op|voor|van|te|の|で)\s/u;

/** The words that are left once the condition is taken out: what the fact belongs to; null where none are. */
export function findItem({ prompt, patterns }: Clause, range: Span, spans: readonly Span[]): string | null {
  const pieces = gaps(range, spans)
    .map((gap) => ({
      raw: prompt.folded.slice(gap.start, gap.end).trimStart(),
      ...trimEdges(patterns, prompt.folded, gap),
    }))
    .filter((piece) => piece.end > piece.start && /[\p{L}\p{N}]/u.test(prompt.original.slice(piece.start, piece.end)));
  const texts = pieces.map((piece) => prompt.original.slice(piece.start, piece.end).trim());
  const first = texts.findIndex((text) => PROPER.test(text));
  const index = first >= 0 ? first : 0;
  const chosen = texts[index];
  if (chosen === undefined) return null;
  const next = pieces[index + 1];
  const joined = next && PLACE.test(next.raw) && texts[index + 1] && chosen.length + next.raw.length < 90;
  const text = joined ? `${chosen} ${next.raw.split(/\s/, 1)[0]} ${texts[index + 1]}` : chosen;
  return text.replace(/\s+/g, ' ').slice(0, 200).trim() || null;
}
