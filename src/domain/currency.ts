import { HUNDREDTHS, LOOSE_CODES, NAMES, SIGNS, STRICT } from './currency-names';
import { CURRENCY_CODES, isCurrencyCode, REGION_CURRENCY } from './currency-table';
import type { ParseHint } from './hint';
import { languageOf, likelyRegion, statedRegion } from './hint';

/** A written currency in folded text. */
export interface CurrencyToken {
  start: number;
  end: number;
  /** As written. */
  form: string;
  /** ISO codes that it can mean, the likeliest first. */
  codes: readonly string[];
  /** Also a word or part of a name: counts only where the amount looks like a price. */
  strict: boolean;
  hundredths: boolean;
}

interface Form {
  codes: readonly string[];
  strict: boolean;
  hundredths: boolean;
}

const EXACT = new Map<string, Form>();
const ANY_CASE = new Map<string, Form>();

for (const code of CURRENCY_CODES) EXACT.set(code, { codes: [code], strict: STRICT.has(code), hundredths: false });
for (const code of LOOSE_CODES) ANY_CASE.set(code.toLowerCase(), { codes: [code], strict: false, hundredths: false });
for (const [form, codes] of Object.entries(SIGNS)) {
  EXACT.set(form, { codes: codes.split(' '), strict: STRICT.has(form), hundredths: false });
}
for (const [name, codes] of Object.entries(NAMES)) {
  ANY_CASE.set(name, { codes: codes.split(' '), strict: STRICT.has(name), hundredths: false });
}
for (const [name, codes] of Object.entries(HUNDREDTHS)) {
  ANY_CASE.set(name, { codes: codes.split(' '), strict: STRICT.has(name), hundredths: true });
}

const escaped = (form: string) => form.replace(/[$.*+?^(){}|[\]\\/]/g, '\\$&').replace(/ /g, '[ \\u00a0]');

function alternation(forms: Iterable<string>): string {
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

/** Letters of scripts that put spaces between words: a currency must not be a piece of a longer word. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u;

const EXACT_FORMS = new RegExp(`(?:${alternation(EXACT.keys())})`, 'uy');
const LOOSE_FORMS = new RegExp(`(?:${alternation(ANY_CASE.keys())})`, 'iuy');

const FIRST = new Set([...EXACT.keys(), ...ANY_CASE.keys()].flatMap((form) => [form[0], form[0]?.toUpperCase()]));

function formAt(text: string, at: number, pattern: RegExp): string {
  pattern.lastIndex = at;
  let form = pattern.exec(text)?.[0] ?? '';
  // A full stop that ends the sentence still leaves the shorter form; a letter right behind refuses it.
  while (form && LETTER.test(form.at(-1) ?? '') && LETTER.test(text[at + form.length] ?? ' ')) {
    form = shorterForm(form, pattern);
  }
  return form;
}

function shorterForm(form: string, pattern: RegExp): string {
  for (let length = form.length - 1; length > 0; length--) {
    const shorter = form.slice(0, length);
    pattern.lastIndex = 0;
    if (pattern.exec(shorter)?.[0] === shorter && !LETTER.test(shorter.at(-1) ?? '')) return shorter;
  }
  return '';
}

/** The currency written at `at` of folded text, or null. */
export function currencyAt(text: string, at: number): CurrencyToken | null {
  if (!FIRST.has(text[at])) return null;
  if (LETTER.test(text[at] ?? ' ') && LETTER.test(text[at - 1] ?? ' ')) return null;
  const exact = formAt(text, at, EXACT_FORMS);
  const loose = formAt(text, at, LOOSE_FORMS);
  const form = exact.length >= loose.length ? exact : loose;
  const known = exact.length >= loose.length ? EXACT.get(normal(exact)) : ANY_CASE.get(normal(loose).toLowerCase());
  return form && known ? { start: at, end: at + form.length, form, ...known } : null;
}

const normal = (form: string) => form.replaceAll('\u00a0', ' ');

/** All currencies written between two offsets of folded text. */
export function currenciesBetween(text: string, from: number, to: number): CurrencyToken[] {
  const found: CurrencyToken[] = [];
  for (let at = Math.max(0, from); at < to; at++) {
    const token = currencyAt(text, at);
    if (!token || token.end > to) continue;
    found.push(token);
    at = token.end - 1;
  }
  return found;
}

/**
 * The one code that an ambiguous form means ("$", "kr", "¥", "£", "Rs"): the expected currency if the form can mean
 * it, else that of the stated country, else that of the language, else the likeliest.
 */
export function settleCurrency(codes: readonly string[], hint: ParseHint): string {
  const [first = ''] = codes;
  if (codes.length === 1) return first;
  if (hint.currency && codes.includes(hint.currency)) return hint.currency;
  for (const region of [statedRegion(hint), likelyRegion(hint)]) {
    const currency = region ? REGION_CURRENCY[region] : undefined;
    if (currency && codes.includes(currency)) return currency;
  }
  return first;
}

/** Currency of the place that the hint names, e.g. "SEK" for sv; null where it names none. */
export function currencyOfHint(hint: ParseHint): string | null {
  if (hint.currency && isCurrencyCode(hint.currency)) return hint.currency;
  const region = languageOf(hint) === 'en' ? statedRegion(hint) : likelyRegion(hint);
  return (region && REGION_CURRENCY[region]) || null;
}

/** The currency that a text names by code, sign or word ("Preis in Euro", "US$", "usd"), or null. */
export function detectCurrency(text: string, hint: ParseHint = {}): string | null {
  const tokens = currenciesBetween(text, 0, text.length).filter((token) => !token.hundredths);
  const best = tokens.find((token) => !token.strict && token.codes.length === 1) ?? tokens.find((t) => !t.strict);
  const token = best ?? (tokens[0] && tokens[0].form === text.trim() ? tokens[0] : undefined);
  return token ? settleCurrency(token.codes, hint) : null;
}
