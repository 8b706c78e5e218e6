import { Decimal } from 'decimal.js';
import { toDecimalString } from '@/domain/decimal';
import type { ParseHint } from '@/domain/hint';
import { findMoney } from '@/domain/money';
import { findNumbers } from '@/domain/number';
import type { Patterns } from './interpret-patterns';
import { WORD_END, WORD_START } from './interpret-patterns';
import { overlaps, type PromptText, type Span } from './interpret-text';
import { UNIT_WORDS } from './lexicon/units';

/** A number of the prompt with its unit; whether it belongs to the trigger is decided by its neighbours. */
export interface Operand extends Span {
  number: string;
  /** ISO 4217, "%", a unit symbol, or null. */
  unit: string | null;
  money: boolean;
  /** Written in words ("five"): counts only next to a comparator, like all others. */
  spelled: boolean;
}

const UNITS = UNIT_WORDS.map(([symbol, words]) => ({
  symbol,
  pattern: new RegExp(`^[\\s-]?(?:${words})(?![\\p{Script=Latin}\\p{N}])`, 'u'),
}));

/** "minus 5", "-5" with the sign apart. */
const MINUS = /(?:minus|moins|menos|meno|min|マイナス|氷点下)\s?$/u;

function unitAfter(folded: string, from: number): { symbol: string; end: number } | null {
  const rest = folded.slice(from, from + 40);
  for (const { symbol, pattern } of UNITS) {
    const match = pattern.exec(rest);
    if (match) return { symbol, end: from + match[0].length };
  }
  return null;
}

/** Two numbers for one: a number of the text, or one in words. */
function plainNumbers(prompt: PromptText, patterns: Patterns, hint: ParseHint): Omit<Operand, 'unit' | 'money'>[] {
  const digits = findNumbers(prompt.original, hint).map(({ number, start, end }) => ({
    number,
    start,
    end,
    spelled: false,
  }));
  const names = Object.keys(patterns.lexicon.numbers);
  if (names.length === 0) return digits;
  const bound = patterns.lexicon.spaced ? [WORD_START, WORD_END] : ['', ''];
  const spelled = patterns.custom(
    'numbers',
    () => `${bound[0]}(?:${names.sort((a, b) => b.length - a.length).join('|')})${bound[1]}`,
    'gu',
  );
  const words = [...prompt.folded.matchAll(spelled)].map((match) => ({
    number: patterns.lexicon.numbers[match[0]] ?? '0',
    start: match.index,
    end: match.index + match[0].length,
    spelled: true,
  }));
  return [...digits, ...words.filter((word) => !digits.some((digit) => overlaps(digit, word)))];
}

function withUnit(folded: string, plain: Omit<Operand, 'unit' | 'money'>): Operand {
  const minus = MINUS.exec(folded.slice(0, plain.start));
  const start = minus ? minus.index : plain.start;
  const number = minus ? toDecimalString(new Decimal(plain.number).negated()) : plain.number;
  if (plain.spelled && folded.slice(plain.start, plain.end) === 'freezing') {
    return { ...plain, unit: '°C', money: false };
  }
  const unit = unitAfter(folded, plain.end);
  // 3割 is thirty percent.
  if (unit && folded.slice(plain.end, unit.end).includes('割')) {
    return { ...plain, number: toDecimalString(new Decimal(number).times(10)), unit: '%', end: unit.end, money: false };
  }
  return { ...plain, number, start, end: unit?.end ?? plain.end, unit: unit?.symbol ?? null, money: false };
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
  const spelledMoney = /^\s?(?:dollars?|bucks|euros?|quid|pounds?)(?![\p{L}])/u;
  const plain = plainNumbers(prompt, patterns, hint)
    .filter((number) => !money.some((amount) => overlaps(amount, number)))
    .map((number) => {
      const word = number.spelled ? spelledMoney.exec(prompt.folded.slice(number.end)) : null;
      if (!word) return withUnit(prompt.folded, number);
      const unit = /euro/.test(word[0]) ? 'EUR' : /quid|pound/.test(word[0]) ? 'GBP' : 'USD';
      return { ...number, end: number.end + word[0].length, unit, money: true };
    });
  return [...money, ...plain]
    .filter((operand) => !taken.some((span) => overlaps(span, operand)))
    .sort((a, b) => a.start - b.start);
}
