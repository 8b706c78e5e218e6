import type { Clause } from './condition';
import type { Patterns } from './patterns';
import { WORD_END } from './patterns';
import type { Span } from './text';

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
function trimEdges(patterns: Patterns, folded: string, range: Span): Span {
  const spaced = patterns.lexicon.spaced;
  const lead = patterns.custom(
    'edge:lead',
    (words) =>
      `^(?:[\\s,;:!?¿¡.()\\[\\]–—\\-'"、。・]|(?:${words('trim')}|${words('when')})${spaced ? WORD_END : ''})+`,
  );
  const tail = patterns.custom(
    'edge:tail',
    (words) =>
      `(?:[\\s,;:!?.()\\[\\]–—\\-'"、。・]|${spaced ? '(?<![\\p{L}\\p{N}\\-])' : ''}(?:${words('trim')}|${words('when')}))+$`,
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

const QUOTE_MARKS = /(?<=^|\s)["'„«»「『`]|["'»«」』`](?=$|[\s,.;!?])/gu;
/** "hotel is available for 2 nights": what follows a lower-case verb is no name ("Life is Strange" is). */
const PREDICATE = /\s(?:is|are|was|were|ist|sind|est|sont|es|esta|son|e|sono|is|zijn)\s(?=\p{Ll}).*$/u;

/** "the store has the OLED model": what is had is meant. */
const OWNER = /^.{1,60}\s(?:has|have|got)\s(?:the|any|a|an)\s/u;

/** The page is no item: its text is what is read. */
const PAGE_ITSELF =
  /^(?:(?:web|home)?-?\s?(?:page|site|seite|pagina|página)|web|sitio|ページ|サイト|ホームページ|inhalt|content|contenu|contenido)$/iu;

/** "1200 kr a night", "25 € le kilo": the measure of the amount before it, no thing. */
const MEASURE =
  /^(?:an?|per|each|pro|je|par|por|al|alla|la|le|el|il|a la|à la|de|het)\s(?:night|day|week|month|year|person|head|ticket|kilo|kg|litre|liter|pound|nacht|tag|woche|monat|jahr|stuck|nuit|jour|semaine|mois|an|personne|noche|dia|semana|mes|persona|notte|giorno|settimana|mese|noite|pessoa|nachten|dag|maand|jaar|stuk)[.!?]*$/u;

/** "the WH-1000XM6 price at Park Cameras": behind these stands who has the thing, and not the thing. */
const SELLER = /^(?:at|on|from|bei|auf|chez|sur|op|presso|su)\s/u;
const MODEL = /^(?=\S*\d)(?=\S*\p{L})\S{2,}$|^\p{Ll}?\p{Lu}[\p{L}\d]*(?: \S+)* \S*\d\S*$/u;

interface Piece extends Span {
  raw: string;
  /** First word of the stretch, as written. */
  preposition: string;
  text: string;
}

function pieces({ prompt, patterns }: Clause, range: Span, spans: readonly Span[]): Piece[] {
  return gaps(range, spans)
    .map((gap) => {
      const span = trimEdges(patterns, prompt.folded, gap);
      return {
        ...span,
        raw: prompt.folded.slice(gap.start, gap.end).trimStart(),
        preposition: prompt.original.slice(gap.start, gap.end).trimStart().split(/\s/, 1)[0] ?? '',
        text: prompt.original.slice(span.start, span.end).trim(),
      };
    })
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text) && !MEASURE.test(piece.raw.trim()));
}

/** "for under 1,400 £": what it may cost is not where it is. */
const isLimit = ({ operands }: Clause, piece: Piece): boolean =>
  operands.some((operand) => operand.money && piece.start <= operand.start && operand.end <= piece.end + 4);

/**
 * The words that are left once the condition is taken out: what the fact belongs to; null where none are. `anchor` is
 * where the words that name the property end: "the price | of the Model 3".
 */
export function findItem(
  clause: Clause,
  range: Span,
  spans: readonly Span[],
  anchor: number | null,
  whole = false,
): string | null {
  const found = pieces(clause, range, spans);
  const behind =
    anchor === null
      ? -1
      : found.findIndex((piece) => piece.start >= anchor && PLACE.test(piece.raw) && !isLimit(clause, piece));
  const proper = found.findIndex((piece) => PROPER.test(piece.text));
  // "a storm warning is issued for Key West": of what is there or not, the thing counts and not only the place.
  const parted = whole && proper === 1 && PLACE.test(found[1]?.raw ?? '');
  const index = behind >= 0 ? behind : parted ? 0 : Math.max(proper, 0);
  const chosen = found[index];
  if (!chosen) return null;
  const next = found[index + 1];
  const joins = next && PLACE.test(next.raw) && chosen.text.length + next.raw.length < 90;
  const own = joins ? `${chosen.text} ${next.preposition} ${next.text}` : chosen.text;
  const sold = behind > 0 && SELLER.test(chosen.raw) ? found[behind - 1] : undefined;
  const text = sold && MODEL.test(sold.text) && !joins ? `${sold.text} ${chosen.preposition} ${own}` : own;
  const plain = text.replace(/\s+/g, ' ').replace(PREDICATE, '').replace(OWNER, '').replace(QUOTE_MARKS, '').trim();
  return PAGE_ITSELF.test(plain) ? null : plain.slice(0, 200).trim() || null;
}

/** "the | 30-year fixed | rate at Ashgrove Bank": words between the article and the property, where the item follows it. */
export function qualifierOf(clause: Clause, named: Span, spans: readonly Span[], item: string): string | null {
  if (!clause.patterns.lexicon.spaced) return null;
  const before = pieces(clause, { start: 0, end: named.start }, spans).at(-1);
  if (before === undefined || clause.prompt.folded.slice(before.end, named.start).trim() !== '') return null;
  const isItem = item.toLowerCase().includes(before.text.toLowerCase());
  return isItem || before.text.length > 40 || /[,;:]/.test(before.text) ? null : before.text;
}
