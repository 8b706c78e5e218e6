import { type Clause, type Condition, state, textValue } from './condition';
import { findProperties } from './property';
import type { Span } from './text';
import { condition, negationAt, trimMentioned, unquoted } from './words';

/** "the board shows a gate for BA 983": which one is not said, so the words stand nowhere. */
const DATUM =
  /^ (?:an?|eine?n?|une?|een) (?:gate|platform|track|stand|terminal|date|time|price|result|score|grade|decision|tracking number|delivery date|seat number|winner|gleis|termin|datum|preis|ergebnis|note|quai|voie|date|prix|resultat|perron|spoor|prijs|uitslag|datum)(?!\p{L})/u;

/** The page mentions, or no longer mentions, a text. */
export function findMention(clause: Clause): Condition | null {
  for (const hit of unquoted(clause, clause.patterns.find('mention', clause.prompt.folded))) {
    // "affiche complet" says that it is sold out, not that the page shows a word.
    const out = clause.patterns.find('outOfStock', clause.prompt.folded);
    if (out.some((span) => span.start <= hit.start && hit.end <= span.end)) continue;
    if (clause.quotes.length === 0 && DATUM.test(clause.prompt.folded.slice(hit.end))) continue;
    const mentioned = mentionedAt(clause, hit);
    if (!mentioned || mentioned.text === '' || mentioned.text.split(' ').length > 8) continue;
    const first = mentioned.start < hit.start ? mentioned : hit;
    const negation = negationAt(clause, first) ?? negationAt(clause, hit);
    return condition({
      trigger: state(negation ? 'not_contains' : 'contains', textValue(mentioned.text.slice(0, 200))),
      factType: 'string',
      unit: null,
      property: findProperties(clause).some((mention) => mention.property === 'status') ? 'status' : 'text',
      spans: [hit, mentioned, ...(negation ? [negation] : [])],
    });
  }
  return null;
}

/** What is mentioned: a quotation, what follows the verb, or, where the verb comes last, what precedes it. */
function mentionedAt(clause: Clause, hit: Span): (Span & { text: string }) | null {
  const { prompt, patterns, quotes } = clause;
  const quote =
    quotes.find((candidate) => candidate.start >= hit.end) ??
    quotes.findLast((candidate) => candidate.end <= hit.start);
  if (quote) return quote;
  if (!patterns.lexicon.spaced) {
    const before = /([^、。「」\s]{1,40}?)(?:という(?:言葉|文字|単語))?(?:が|と|を)$/u.exec(
      prompt.original.slice(0, hit.start),
    );
    return before ? { start: hit.start - before[0].length, end: hit.start, text: before[1] ?? '' } : null;
  }
  const tail = /[,;]|$/.exec(prompt.folded.slice(hit.end))?.index ?? 0;
  const after = trimMentioned(clause, prompt.original.slice(hit.end, hit.end + tail));
  if (after !== '') return { start: hit.end, end: hit.end + tail, text: after };
  const page = patterns.first('page', prompt.folded.slice(0, hit.start));
  const start = page ? page.end : 0;
  return page ? { start, end: hit.start, text: trimMentioned(clause, prompt.original.slice(start, hit.start)) } : null;
}

/** 一覧に「X」が出たら: the place before it says that its words turn up there, not that it goes on sale. */
function appearsAmong({ prompt, patterns }: Clause, quote: Span): Span | null {
  if (patterns.lexicon.spaced || !/(?:に|で|へ)$/.test(prompt.folded.slice(0, quote.start))) return null;
  const match = /^(?:が|の名前が)(?:出|載|入|追加|掲載|現れ|加わ|あ)/u.exec(prompt.folded.slice(quote.end));
  return match && { start: quote.end, end: quote.end + match[0].length };
}

const OF_NAME =
  /(?<!\p{L})(?:results?|grades?|marks|report|timetable|agenda|ergebnisse?|noten|resultats?|notes|notas|resultados|risultati|voti|uitslag(?:en)?|cijfers) (?:of|for|from|von|zu|zur|zum|fur|de|du|des|pour|del|para|di|della|per|do|da|van|voor)(?: (?:the|der|die|das|den|la|le|el|il|lo|het|de))? ["'“„«]?$/u;

/** "The results of 'Statistics II' are published": the quotation is a name, not the words that should appear. */
function isNameOfThing({ prompt, patterns }: Clause, quote: Span): boolean {
  return patterns.lexicon.spaced && OF_NAME.test(prompt.folded.slice(0, quote.start));
}

/** A quotation that appears: "'Sold out' appears on the page". */
export function findQuotedAppearance(clause: Clause): Condition | null {
  const quote = clause.quotes[0];
  if (!quote || isNameOfThing(clause, quote)) return null;
  const { patterns, prompt } = clause;
  // 「キングダム」の公開日が決まったら: the quotation names what is announced.
  const named =
    !patterns.lexicon.spaced && /^の(?!文字|表示|記載|言葉|名前|文言)/u.test(prompt.folded.slice(quote.end));
  if (named) return null;
  const hit = unquoted(clause, patterns.find('exists', prompt.folded))[0] ?? appearsAmong(clause, quote);
  if (!hit) return null;
  const negation = negationAt(clause, hit);
  return condition({
    trigger: state(negation ? 'not_contains' : 'contains', textValue(quote.text)),
    factType: 'string',
    unit: null,
    property: 'text',
    spans: [hit, quote, ...(negation ? [negation] : [])],
  });
}

/** "shows a gate for BA 983": that there is one. */
export function findShown({ prompt, patterns, quotes }: Clause): Condition | null {
  if (quotes.length > 0) return null;
  const hit = patterns.find('mention', prompt.folded).find(({ end }) => DATUM.test(prompt.folded.slice(end)));
  if (!hit) return null;
  const article = /^ \p{L}+/u.exec(prompt.folded.slice(hit.end))?.[0].length ?? 0;
  return condition({
    trigger: state('exists'),
    factType: 'string',
    unit: null,
    property: 'text',
    spans: [{ start: 0, end: hit.end + article }],
  });
}
