import { currencyNames, HUNDREDTHS, LOOSE_CODES, NAMES, SIGNS, STRICT } from './currency-names';
import { CURRENCY_CODES, isCurrencyCode, REGION_CURRENCY } from './currency-table';
import { languageOf, likelyRegion, type ParseHint, statedRegion } from './hint';
import { WrittenForms } from './written-forms';

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

/** Letters of scripts that put spaces between words: a currency must not be a piece of a longer word. */
const FORMS = new WrittenForms<Form>(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u);

function add(form: string, codes: readonly string[], caseCounts: boolean, hundredths = false): void {
  FORMS.add(form, { codes, strict: STRICT.has(form), hundredths }, caseCounts);
}

for (const [name, code] of currencyNames(CURRENCY_CODES, LOOSE_CODES)) add(name, [code], false);
for (const code of LOOSE_CODES) add(code, [code], false);
for (const [name, codes] of Object.entries(HUNDREDTHS)) add(name, codes.split(' '), false, true);
for (const [name, codes] of Object.entries(NAMES)) add(name, codes.split(' '), false);
for (const [sign, codes] of Object.entries(SIGNS)) add(sign, codes.split(' '), true);
for (const code of CURRENCY_CODES) add(code, [code], true);

const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u;

/** The currency written at `at` of folded text, or null. */
export function currencyAt(text: string, at: number): CurrencyToken | null {
  const found = FORMS.at(text, at);
  if (!found || (LETTER.test(text[at] ?? ' ') && LETTER.test(text[at - 1] ?? ' '))) return null;
  return { start: at, end: found.end, form: text.slice(at, found.end), ...found.meaning };
}

/** The currency whose writing ends at `end` and begins at `floor` or later, or null. */
export function currencyEndingAt(text: string, end: number, floor: number): CurrencyToken | null {
  const found = FORMS.endingAt(text, end, floor);
  return found && { start: found.start, end, form: text.slice(found.start, end), ...found.meaning };
}

/** All currencies written between two offsets of folded text. */
function currenciesBetween(text: string, from: number, to: number): CurrencyToken[] {
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
 * Currency of the country where most speakers live, if the language's own country has none of the kind ("centavos").
 */
const MOST_SPEAKERS: Record<string, string> = { pt: 'BRL', es: 'MXN' };

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
  const spoken = MOST_SPEAKERS[languageOf(hint) ?? ''];
  return spoken && codes.includes(spoken) ? spoken : first;
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

/** The codes that a person's text leaves open by a shared sign or word ("$", "kr"); none where it names one exactly. */
export function openCurrencies(text: string, unit: string): readonly string[] {
  const tokens = currenciesBetween(text, 0, text.length);
  if (tokens.some(({ codes }) => codes.length === 1 && codes[0] === unit)) return [];
  return tokens.find(({ codes }) => codes.length > 1 && codes.includes(unit))?.codes ?? [];
}

/** Which of the currencies that share a sign a page means: its only code in the text, else its country's; or null. */
export function currencyOfPage(codes: readonly string[], text: string, page: ParseHint): string | null {
  const named = new Set(
    text.match(new RegExp(`(?<![\\p{L}\\p{N}])(?:${codes.join('|')})(?![\\p{L}\\p{N}])`, 'gu')) ?? [],
  );
  const [only] = named;
  if (named.size === 1 && only !== undefined) return only;
  const region = statedRegion(page);
  const local = region ? REGION_CURRENCY[region] : undefined;
  return local && codes.includes(local) ? local : null;
}
