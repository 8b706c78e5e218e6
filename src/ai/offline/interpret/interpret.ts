import { type Clarification, Interpretation } from '@/domain/contract/interpretation';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { ParseHint } from '@/domain/written/hint';
import { ReaderError } from '../../reader-error';
import { LEXICONS } from '../lexicon/languages';
import type { Lexicon } from '../lexicon/lexicon';
import { clarify } from './clarify';
import type { Clause, Condition } from './condition';
import { withCorrections } from './correction';
import { findDateMentions, findHours, findTimeMentions } from './dates';
import { findCondition } from './decide';
import { denial, findEllipsis } from './ellipsis';
import { findFrame } from './frame';
import { findItem, qualifierOf } from './item';
import { askWhich, findJoined } from './joined';
import { rankLanguages } from './language';
import { FACT_NAMES, factPhrase, specificLabel, suggestName } from './name';
import { findOperands } from './operands';
import { type Patterns, patternsOf } from './patterns';
import { findProperties, type PropertyMention } from './property';
import { namedCurrency, namedRegion } from './region';
import { extractSources } from './sources';
import { typed } from './status';
import { findQuotes, normalisePrompt, overlaps, type PromptText, promptText, type Span, withoutLongRuns } from './text';
import { correctRequests, correctTypos, withUmlauts } from './typos';

const PATTERNS = new Map<Lexicon, Patterns>(LEXICONS.map((lexicon) => [lexicon, patternsOf(lexicon)]));

/** A prompt understood with the words of one language. */
interface Understanding {
  language: string;
  condition: Condition;
  item: string | null;
  /** The words that name the property, as written. */
  named: string | null;
  /** The same with what it is told apart by: "30-year fixed rate". */
  qualified: string | null;
  /** Asked where the prompt joins two conditions. */
  which?: Clarification | null;
}

function hostOf(sources: readonly string[]): string | null {
  const host = /^(?:[a-z]+:\/\/)?([^/:?#\s]+)/i.exec(sources[0] ?? '')?.[1] ?? null;
  return host && /[a-z]$/i.test(host) ? host : null;
}

function clauseOf(prompt: PromptText, patterns: Patterns, hint: ParseHint, now: Date): Clause {
  const quotes = findQuotes(prompt.original);
  const dates = findDateMentions(prompt, patterns, hint, now);
  const times = findTimeMentions(prompt, patterns).filter((time) => !dates.some((date) => overlaps(date, time)));
  const operands = findOperands(prompt, patterns, hint, [...quotes, ...dates, ...times, ...findHours(prompt)]);
  return { prompt, patterns, quotes, dates, times, operands };
}

function slice(prompt: PromptText, span: Span): PromptText {
  return { original: prompt.original.slice(span.start, span.end), folded: prompt.folded.slice(span.start, span.end) };
}

/** Words that stand for something named before; languages that leave them out are not listed. */
const PRONOUNS: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:it|they|them|one|ones|some|any|these|those)(?!\p{L})/u,
  de: /(?<!\p{L})(?:er|sie|es|ihn|einer|eine|welche|das)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:il|elle|ils|elles|ca|cela|en|l')(?!\p{L})/u,
  nl: /(?<!\p{L})(?:hij|het|ze|die|dat|deze|er)(?!\p{L})/u,
};

function itemOf(
  clause: Clause,
  condition: Condition,
  named: PropertyMention | null,
  context: Clause | null,
): string | null {
  const { patterns, prompt } = clause;
  const spans = [...condition.spans, ...impliedSpans(clause, condition, named)];
  const anchor = condition.property === 'entries' ? (condition.spans[0]?.end ?? null) : (named?.end ?? null);
  const { op } = condition.trigger;
  const whole = op === 'exists' || op === 'absent';
  const own = findItem(clause, { start: 0, end: prompt.folded.length }, spans, anchor, whole);
  const pronoun = PRONOUNS[patterns.lexicon.language];
  // "it is in stock at Park Cameras": what the pronoun stands for was named before, the rest says where.
  const subject =
    pronoun && condition.property !== 'temperature' && pronoun.exec(prompt.folded.trimStart())?.index === 0;
  if (
    (own !== null && !subject) ||
    context === null ||
    condition.property === 'entries' ||
    (pronoun && !pronoun.test(prompt.folded))
  )
    return own;
  const mention = findProperties(context)[0] ?? null;
  const text = context.prompt.folded;
  // What the context says itself ("Is Arsenal still top?") names no item either.
  const said = [
    ...impliedSpans(context, { ...condition, property: mention?.property ?? null }, mention),
    ...(findCondition(context)?.spans ?? []),
    ...patterns.find('opens', text),
  ];
  return findItem(context, { start: 0, end: text.length }, said, mention?.end ?? null) ?? own;
}

/** "has fallen since yesterday": from when is no part of what. */
const SINCE =
  /(?<!\p{L})(?:since|seit|depuis|sinds|desde|dal?|rispetto a|compared to|compared with) (?:yesterday|(?:the )?last (?:week|month|year|time)|gestern|letzte[rnm]? \p{L}+|hier|(?:la semaine|le mois|l'annee) derni?e?re?|gisteren|vorige \p{L}+|ayer|la semana pasada|ontem|a semana passada|ieri|la settimana scorsa)(?!\p{L})/u;

/** The words that name the property again are no part of the item, wherever they stand. */
function impliedSpans({ prompt, patterns }: Clause, condition: Condition, named: PropertyMention | null): Span[] {
  const costs = condition.factType === 'number' ? patterns.find('costs', prompt.folded) : [];
  const verbs = (['fall', 'rise'] as const).flatMap((list) => patterns.find(list, prompt.folded)).slice(0, 2);
  const page =
    condition.property === 'text'
      ? [...patterns.find('page', prompt.folded), ...patterns.find('mentioned', prompt.folded)]
      : [];
  const since = condition.trigger.kind === 'change' ? SINCE.exec(prompt.folded) : null;
  const contains = condition.trigger.op === 'contains' || condition.trigger.op === 'not_contains';
  return [
    ...(named ? [named] : []),
    ...costs,
    ...(condition.factType === 'number' ? verbs : []),
    ...(contains ? page : []),
    ...(since ? [{ start: since.index, end: since.index + since[0].length }] : []),
  ];
}

/** "EUR/USD", "1 CHF", "EUR to TRY"; "JFK to LHR" is a flight. */
function isCurrencyPair(item: string): boolean {
  if (/(?:^|\s)(?:[A-Z]{3} ?\/ ?[A-Z]{3}|1 [A-Z]{3})$/.test(item)) return true;
  const pair = /(?:^|\s)([A-Z]{3}) ?(?:to|in|into|vs|zu|nach|naar|en|vers|a|para|[-–→]) ?([A-Z]{3})$/.exec(item);
  return pair !== null && isCurrencyCode(pair[1] ?? '') && isCurrencyCode(pair[2] ?? '');
}

/** A value without a known property is labelled by its subject: "the pH", "the passport processing time". */
function withLabel({ condition, item, ...rest }: Understanding): Understanding {
  if (condition.factType !== 'number' || item === null) return { ...rest, condition, item };
  if (isCurrencyPair(item)) {
    return { ...rest, item, condition: { ...condition, property: 'rate', label: 'exchange rate' } };
  }
  if (condition.property !== null && (condition.property !== 'measure' || condition.label !== null))
    return { ...rest, condition, item };
  const [label = item, place = null] = item.split(/ (?:of|in|at|for|von|in|de|du|di|del|van|の) (.*)/su);
  return { ...rest, item: place, condition: { ...condition, property: 'measure', label } };
}

function toUnderstanding(clause: Clause, condition: Condition, context: Clause | null): Understanding {
  const named = findProperties(clause).find(({ property }) => property === condition.property) ?? null;
  const item = itemOf(clause, condition, named, context);
  const qualifier = named && item ? qualifierOf(clause, named, condition.spans, item) : null;
  return withLabel({
    language: clause.patterns.lexicon.language,
    condition,
    item,
    named: named?.label ?? null,
    qualified: qualifier && named ? `${qualifier} ${named.label}` : null,
  });
}

/** "What is the price of silver? Tell me when it changes": what changes was named before. */
function withSubject(condition: Condition, before: Clause): Condition {
  const { trigger, property } = condition;
  if (trigger.kind !== 'change' || trigger.op !== 'any' || property !== 'text') return condition;
  const named = findProperties(before)[0];
  return named ? { ...condition, ...typed(named.property, named.label, 'any') } : condition;
}

function understand(text: string, lexicon: Lexicon, sources: readonly string[], now: Date): Understanding | null {
  const patterns = PATTERNS.get(lexicon);
  if (!patterns) return null;
  const prompt = promptText(text);
  const frame = findFrame(patterns, prompt.folded);
  const hint = {
    language: lexicon.language,
    host: hostOf(sources),
    region: namedRegion(text, lexicon.language),
    currency: namedCurrency(text),
  };
  const clause = clauseOf(slice(prompt, frame.core), patterns, hint, now);
  const context = frame.context ? clauseOf(slice(prompt, frame.context), patterns, hint, now) : null;
  const ellipsis = context && findEllipsis(clause);
  if (context && ellipsis) {
    const asked = findCondition(context);
    const meant = asked && ellipsis.denied ? denial(asked) : asked;
    return meant ? toUnderstanding(context, meant, null) : null;
  }
  const said = findCondition(clause);
  const condition = said && context ? withSubject(said, context) : said;
  if (condition) {
    const part = (span: Span) => clauseOf(slice(clause.prompt, span), patterns, hint, now);
    const hasItem = (of: Clause, by: Condition) => toUnderstanding(of, by, null).item !== null;
    const joined = findJoined(clause, condition, part, hasItem);
    const which = joined && askWhich(joined, text, frame.core, lexicon.language, sources);
    const chosen = which && joined ? joined.first : { clause, condition };
    return { ...toUnderstanding(chosen.clause, chosen.condition, context), which };
  }
  if (!context) return null;
  const other = findCondition(context);
  return other ? toUnderstanding(context, other, null) : null;
}

/** The best understanding among the likely languages; the detected one leads, a clear condition in another wins over a guess. */
function bestUnderstanding(text: string, sources: readonly string[], now: Date): Understanding | null {
  const ranked = rankLanguages(text, LEXICONS);
  const top = ranked[0]?.score ?? 0;
  let best: { understanding: Understanding; score: number } | null = null;
  for (const { lexicon, score } of ranked.slice(0, 3)) {
    // Words that two languages share ("sale") must not turn a plainly English prompt Italian.
    if (score < top * 0.4) break;
    const understanding = understand(text, lexicon, sources, now);
    if (!understanding) continue;
    const total = understanding.condition.score - (top - score) * 0.8;
    if (best === null || total > best.score) best = { understanding, score: total };
    if (best.understanding.condition.score === 3 && lexicon === ranked[0]?.lexicon) break;
  }
  return best?.understanding ?? null;
}

const NOT_UNDERSTOOD =
  'We could not tell what to watch for. Name the thing, what about it, and when to tell you, for example: "Tell me when the price of … falls below …" or "Tell me when … is in stock".';

function toInterpretation(
  { condition, item, language, named, qualified, which }: Understanding,
  sources: string[],
): Interpretation {
  const { trigger, factType, unit, property, label } = condition;
  // What is waited for must be named on the page: any text at all is there on any page.
  const isPresence = property === 'text' && trigger.op === 'exists' && item !== null;
  // "The danger level reaches 4": a state told by a number is read under its own name.
  const name = label ?? named ?? '';
  const shownLabel = label === null || label === named ? (qualified ?? label ?? specificLabel(named)) : label;
  const isGrade = property === 'status' && factType === 'number' && name !== '';
  return Interpretation.parse({
    type: trigger.kind,
    fact: factPhrase(property, shownLabel, item, unit),
    item,
    property: isGrade
      ? name.slice(0, 100)
      : isPresence
        ? 'presence'
        : (property === 'measure' || property === null ? (label ?? 'value') : property).slice(0, 100),
    factType,
    unit,
    trigger,
    sources,
    suggestedName: suggestName(property, shownLabel, item, trigger, unit),
    language,
    clarification:
      which ?? clarify(condition, item, label ?? named ?? FACT_NAMES[property ?? 'text'], language, sources),
  });
}

/**
 * Understands a prompt (any text; made for 10 to 500 characters) by rules alone, without network or clock: what to
 * read, when to alert, where. `now` anchors dates without a year. Throws ReaderError "not_understood" with a sentence
 * that says how to phrase it where neither a condition nor a property can be recognised.
 */
export function interpretOffline(prompt: string, now: Date): Interpretation {
  const { text: said, sources: raw } = extractSources(normalisePrompt(prompt).slice(0, 2_000));
  const text = correctRequests(withUmlauts(withCorrections(withoutLongRuns(said))));
  const sources = raw.filter((source) => source.length <= 2_000);
  let best = bestUnderstanding(text, sources, now);
  if (best === null || best.condition.score < 3) {
    const corrected = correctTypos(text, LEXICONS);
    const second = corrected === text ? null : bestUnderstanding(corrected, sources, now);
    if (second && second.condition.score > (best?.condition.score ?? 0)) best = second;
  }
  if (best === null) throw new ReaderError('not_understood', NOT_UNDERSTOOD);
  return toInterpretation(best, sources);
}
