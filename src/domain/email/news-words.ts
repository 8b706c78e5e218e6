import { withUnitOf } from '../trigger/decision-words';
import { sentenceIn } from '../trigger/sentence-locale';
import { isAbsence } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { formatValue } from '../value/value-format';
import { DEFAULT_LOCALE, type Locale } from '../written/locales';
import { plainLine } from './plain-line';

/** Longer texts are told by what changed in them, not by themselves. */
export const LONGEST_SHOWN = 60;

/** What is told of a value that changed; the parts of the news that its words are made of. */
interface Told {
  property: string;
  previous: FactValue | null;
  current: FactValue | null;
  quote: string;
  previousQuote: string | null;
}

/** What became of what, in words. */
export interface Turn {
  /** Null where there was nothing, nothing is known, or it is the same. */
  before: string | null;
  /** Null where the page says that there is none. */
  now: string | null;
}

/** The news of a value that is told by itself: a number, a date, a short text, a yes or no. Longer ones are clipped. */
export function turnOf(news: Told, locale?: Locale): Turn {
  const { previous, current } = news;
  const known = previous === null || isAbsence(previous) ? null : previous;
  const shown = (value: FactValue, written: string | null) =>
    value.type === 'boolean'
      ? (pageWords(written) ?? ownWords(news.property, value.boolean))
      : plainLine(formatValue(value, { locale }));
  if (current === null) return { before: known && shown(known, news.previousQuote), now: null };
  if (current.type === 'boolean') return stateTurn(news, current.boolean);
  const now = shown(withUnitOf(current, known), news.quote);
  const before = known && shown(withUnitOf(known, current), news.previousQuote);
  return { before: before === now ? null : before, now };
}

/** What a yes and a no are called, by what is told. */
const STATES: Partial<Record<string, readonly [yes: string, no: string]>> = {
  availability: ['available', 'not available'],
  listed: ['listed', 'no longer listed'],
};

/** Answers that say nothing by themselves: a page that writes "In stock: no" is told in our words. */
const BARE = new Set(
  'yes no true false on off ja nein nee oui non si sí sim nao não tak nie да нет はい いいえ 有 無 是 否'.split(' '),
);

/** What stands behind the last colon, without its signs. */
function isBare(line: string): boolean {
  const answer = line.slice(line.lastIndexOf(':') + 1).replace(/[^\p{L}\p{N}]/gu, '');
  return answer === '' || BARE.has(answer.toLowerCase());
}

/** The page's own words where they are short and say something; else null. */
function pageWords(written: string | null): string | null {
  const line = plainLine(written ?? '');
  return line !== '' && line.length <= LONGEST_SHOWN && !isBare(line) ? line : null;
}

function ownWords(property: string, isYes: boolean): string {
  const state = Object.hasOwn(STATES, property) ? STATES[property] : undefined;
  return state?.[isYes ? 0 : 1] ?? `${plainLine(property, 40) || 'it'}: ${isYes ? 'yes' : 'no'}`;
}

/** What a yes or no is called: in the page's own words where they say something, else by what is told. */
export function stateWords({
  property,
  quote,
  isYes,
}: {
  property: string;
  quote: string | null;
  isYes: boolean;
}): string {
  return pageWords(quote) ?? ownWords(property, isYes);
}

/** Never "no → yes": what was is left out where there is no better word for it. */
function stateTurn({ property, quote, previousQuote, previous }: Told, isYes: boolean): Turn {
  const written = pageWords(quote);
  if (previous?.type !== 'boolean' || previous.boolean === isYes)
    return { before: null, now: written ?? ownWords(property, isYes) };
  const writtenBefore = pageWords(previousQuote);
  const hasOwn = Object.hasOwn(STATES, property);
  // A quote that stood there before and after, a label, tells neither.
  if (written !== null && written.toLowerCase() === writtenBefore?.toLowerCase())
    return { before: hasOwn ? ownWords(property, !isYes) : null, now: ownWords(property, isYes) };
  const before = writtenBefore ?? (hasOwn ? ownWords(property, !isYes) : null);
  return { before, now: written ?? ownWords(property, isYes) };
}

/** How decisions tell of a yes or no that changed. */
const FROM_TO = / (?:changed|rose|fell) from (?:yes|no) to (?:yes|no)\b/u;

/**
 * Why there is an email: the evaluation's own sentence without its first word, "$279.00 is below $300.00." What it says
 * of a yes or no that changed is said in the words of the news.
 */
export function reasonOf(news: Told & { sentence: string }, locale: Locale = DEFAULT_LOCALE): string {
  const said = sentenceIn(locale, plainLine(news.sentence)).replace(/^(?:No alert|Alert): /, '');
  const { before, now } = news.current?.type === 'boolean' ? turnOf(news) : { before: null, now: null };
  const reason = said.replace(FROM_TO, () => (before === null ? ' changed' : ` changed from “${before}” to “${now}”`));
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
