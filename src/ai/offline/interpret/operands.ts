import { Decimal } from 'decimal.js';
import { toDecimalString } from '@/domain/written/decimal';
import type { ParseHint } from '@/domain/written/hint';
import { findMoney } from '@/domain/written/money';
import { monthNames } from '@/domain/written/month-names';
import { findNumbers } from '@/domain/written/number';
import { unitAt } from '@/domain/written/quantity';
import { findSpokenDurations } from './durations';
import type { Patterns } from './patterns';
import { findPoints } from './points';
import { findSpelled } from './spelled';
import { overlaps, type PromptText, type Span } from './text';

/** A number of the prompt with its unit; whether it belongs to the trigger is decided by its neighbours. */
export interface Operand extends Span {
  number: string;
  /** ISO 4217, "%", a unit symbol, or null. */
  unit: string | null;
  money: boolean;
  /** Written in words ("five"): counts only next to a comparator, like all others. */
  spelled: boolean;
}

/** Also words of the prompts' languages ("5 in stock", "3 an", "2 as"): no units in a prompt. */
const NOT_UNITS = /^(?:in|st|an|ac|as|to|ton|ps|hp|px)$/iu;

/** "minus 5", "-5" with the sign apart. */
const MINUS = /(?:(?<![\p{L}])(?:minus|min|(?<!(?:pelo|al|au|ao|lo|en|a) )(?:moins|menos|meno))|マイナス|氷点下)\s?$/u;

/** The unit behind a number, one space or hyphen away: "300-Euro", "30 °C", "3割". */
function unitAfter(original: string, from: number): { symbol: string; end: number } | null {
  const at = /^[ -]/.test(original.slice(from)) ? from + 1 : from;
  if (original.charAt(at) === '割') return { symbol: '割', end: at + 1 };
  const unit = unitAt(original, at);
  // "less than 5 in stock": no inches.
  if (unit && /^in (?:stock|total|the|my|our|this)(?!\p{L})/u.test(original.slice(at))) return null;
  if (!unit || NOT_UNITS.test(original.slice(at, unit.end))) return bareDegrees(original, from);
  // Degrees without a scale are Celsius, which all but one of the prompts' countries use.
  return { symbol: unit.unit === '°' ? '°C' : unit.unit, end: unit.end };
}

/** "24C", "75 F": typed in a hurry. */
function bareDegrees(original: string, from: number): { symbol: string; end: number } | null {
  const match = /^ ?([CF])(?![\p{L}\p{N}])/u.exec(original.slice(from));
  return match ? { symbol: `°${match[1]}`, end: from + match[0].length } : null;
}

/** Two numbers for one: a number of the text, or one in words. */
function plainNumbers(prompt: PromptText, patterns: Patterns, hint: ParseHint): Omit<Operand, 'unit' | 'money'>[] {
  const digits = findNumbers(prompt.original, hint).map(({ number, start, end }) => ({
    number,
    start,
    end,
    spelled: false,
  }));
  const words = findSpelled(patterns, prompt.folded).map((word) => ({ ...word, spelled: true }));
  return [...digits, ...words.filter((word) => !digits.some((digit) => overlaps(digit, word)))];
}

function withUnit(prompt: PromptText, plain: Omit<Operand, 'unit' | 'money'>): Operand {
  const minus = MINUS.exec(prompt.folded.slice(0, plain.start));
  const start = minus ? minus.index : plain.start;
  const number = minus ? toDecimalString(new Decimal(plain.number).negated()) : plain.number;
  if (FREEZING.test(prompt.folded.slice(plain.start, plain.end))) return { ...plain, unit: '°C', money: false };
  const unit = unitAfter(prompt.original, plain.end);
  const common = { ...plain, start, end: unit?.end ?? plain.end, money: false };
  // 3割 is thirty percent.
  if (unit?.symbol === '割') return { ...common, number: toDecimalString(new Decimal(number).times(10)), unit: '%' };
  return { ...common, number, unit: unit?.symbol ?? null };
}

/** "auf einen Abstiegsplatz": an article, unless a comparison of amounts stands before it. */
const ARTICLE = /^(?:einen?|eine|een|une?)$/;
const COUNTED =
  /(?:als|dan|unter|onder|uber|boven|mindestens|minstens|hochstens|hooguit|maxima(?:l|al)|nur noch|nog maar|alleen nog|qu'|plus de|moins d'|au moins|um|met|genau|precies|seulement) ?$/;

function isArticle(folded: string, { start, end }: Span): boolean {
  return ARTICLE.test(folded.slice(start, end)) && !COUNTED.test(folded.slice(Math.max(0, start - 20), start));
}

/** "45+10", "2nd preference", "3ème édition": pieces of names and ordinals are no amounts. */
function isInName(folded: string, { start, end }: Span): boolean {
  return (
    /^\+\d|^(?:st|nd|rd|th|er|re|e|eme|º|ª|a)(?![\p{L}\p{N}])/u.test(folded.slice(end)) ||
    /\d\+$/.test(folded.slice(0, start))
  );
}

/** "between 3 and 6 July", "vom 3. bis 6. Juli": a number before a month is a day, and so is the one it is joined to. */
const DAY =
  /^\.?(?: ?(?:[-–]|(?:and|to|or|und|bis|oder|et|au|ou|y|al?|o|e|ao|en|tot|t\/m|of) )(?: ?(?:the|zum|dem|le|el) )? ?\d{1,2}(?:st|nd|rd|th)?\.?)? (?:(?:of|de|di|d') ?)?(\p{L}{3,})/u;
/** Short months that are words: sea, set, ago. */
const WORDS = /^(?:mar|set|ago)$/;

function isDay(prompt: PromptText, language: string, { start, end }: Span): boolean {
  if (!/^\d{1,2}$/.test(prompt.folded.slice(start, end))) return false;
  const name = DAY.exec(prompt.original.slice(end, end + 40).toLowerCase())?.[1] ?? '';
  return monthNames(language).has(name) && !WORDS.test(name);
}

/** No person compares with more; each is looked at by many rules. */
const MOST_OPERANDS = 40;

/** The freezing point, in words. */
const FREEZING = /^(?:freezing|dem gefrierpunkt|gefrierpunkt|het vriespunt|vriespunt)$/u;

/** Dutch house prices: a "ton" is a hundred thousand euros; of freight it is a weight. */
function inTon(prompt: PromptText, operand: Operand): Operand {
  const ton = operand.unit === null ? /^ ton(?!\p{L})/u.exec(prompt.folded.slice(operand.end)) : null;
  if (!ton || !/prijs|kost|euro|€|\bbod\b|hypothe|huis|woning|te koop|appartement|salaris/.test(prompt.folded))
    return operand;
  const number = toDecimalString(new Decimal(operand.number).times(100_000));
  return { ...operand, number, end: operand.end + ton[0].length, unit: 'EUR', money: true };
}

/** All numbers of a prompt, with units and currencies, left to right; digits inside names ("PS5") are left out. */
export function findOperands(
  prompt: PromptText,
  patterns: Patterns,
  hint: ParseHint,
  taken: readonly Span[],
): Operand[] {
  const money = findMoney(prompt.original, hint)
    .filter(({ currency }) => currency !== null)
    .map(({ amount, currency, start, end }) => ({
      number: amount,
      unit: currency,
      start,
      end,
      money: true,
      spelled: false,
    }));
  const spelledMoney = /^\s?(?:euro-?cents?|dollars?|bucks|euros?|quid|pounds?)(?![\p{L}])/u;
  const plain = plainNumbers(prompt, patterns, hint)
    .filter((number) => !money.some((amount) => overlaps(amount, number)))
    .filter((number) => !isInName(prompt.folded, number) && !isDay(prompt, patterns.lexicon.language, number))
    .map((number) => {
      const word = spelledMoney.exec(prompt.folded.slice(number.end));
      if (!word) return withUnit(prompt, number);
      if (/cent/.test(word[0])) {
        const euros = toDecimalString(new Decimal(number.number).div(100));
        return { ...number, number: euros, end: number.end + word[0].length, unit: 'EUR', money: true };
      }
      const unit = /euro/.test(word[0]) ? 'EUR' : /quid|pound/.test(word[0]) ? 'GBP' : 'USD';
      return { ...number, end: number.end + word[0].length, unit, money: true };
    })
    .filter((number) => number.unit !== null || !isArticle(prompt.folded, number))
    .map((number) => (patterns.lexicon.language === 'nl' ? inTon(prompt, number) : number));
  const spoken = [...findSpokenDurations(prompt, patterns.lexicon.language), ...findPoints(prompt)];
  const free = [...money, ...plain].filter((operand) => !spoken.some((other) => overlaps(other, operand)));
  return [...free, ...spoken]
    .filter((operand) => !taken.some((span) => overlaps(span, operand)))
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_OPERANDS);
}
