import words from './languages.json';
import type { Money, OwnPage } from './page';

const { every: shared, regions, ...languages } = words;

/** What sites of any language have: brands that nobody owns, and what languages call themselves. */
export const every = shared;

/** What shops and sites of a language say around what they are about. */
export type Words = (typeof languages)['de'];

/** The words of a page's language, and where its region says some otherwise, those. Throws where there are none. */
export function wordsOf({ lang }: OwnPage): Words {
  const [language = ''] = lang.split('-');
  const found = Object.entries(languages).find(([name]) => name === language)?.[1];
  if (found === undefined) throw new Error(`${lang}: languages.json has no words of it.`);
  return { ...found, ...Object.entries(regions).find(([name]) => name === lang)?.[1] };
}

/** A die that falls the same for the same text, everywhere. */
export interface Dice {
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number;
  pick: (from: readonly string[]) => string;
  /** All of them in another order. */
  shuffled: <Thing>(from: readonly Thing[]) => Thing[];
}

/** FNV-1a of the text, then mulberry32: 32-bit arithmetic only, so that no machine's floats show. */
export function diceOf(text: string): Dice {
  let state = 0x811c9dc5;
  for (const sign of text) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (from) => from[below(from.length)] ?? '',
    shuffled: (from) =>
      from
        .map((thing) => ({ thing, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ thing }) => thing),
  };
}

/** An amount as the site writes it; `amount` in the currency's main unit. */
export function moneyIn({ form, decimal, thousand, digits }: Money, amount: number): string {
  const [whole = '', part = ''] = amount.toFixed(digits).split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return form.replace('{n}', groups.join(thousand) + (digits > 0 ? decimal + part : ''));
}

/** A day as the language writes it; `month` from 1. */
export function dateIn({ date, months }: Words, year: number, month: number, day: number): string {
  return date
    .replace('{d}', String(day))
    .replace('{month}', months[month - 1] ?? '')
    .replace('{m}', String(month))
    .replace('{y}', String(year));
}

/** A day of the two years before the pages are read. */
export function pastDate(words: Words, dice: Dice): string {
  const month = 1 + dice.below(12);
  return dateIn(words, month < 11 ? 2025 + dice.below(2) : 2025, month, 1 + dice.below(28));
}

interface Pool {
  names: readonly string[];
  ends: readonly string[];
  prices: readonly number[];
}

/** Made cards: title, price, former price, badge, further line. One in five is reduced. */
export function cardsFrom(pool: Pool, count: number, money: Money, words: Words, dice: Dice): string[][] {
  const titles = pool.names.flatMap((name) => (pool.ends.length === 0 ? [name] : pool.ends.map((end) => name + end)));
  const [least = 1, most = 100] = pool.prices;
  const step = most >= 1000 ? 10 : 1;
  const written = (euros: number): string => {
    const amount = Math.round(euros / step) * step * money.scale;
    return moneyIn(money, amount - (money.digits > 0 ? 0.01 : money.scale > 1 ? 20 : 1));
  };
  return dice
    .shuffled(titles)
    .slice(0, count)
    .map((title) => {
      const euros = least + dice.below(most - least);
      const isReduced = dice.below(5) === 0;
      const badge = isReduced ? dice.pick(words.badges) : '';
      const line = dice.below(3) === 0 ? dice.pick(words.lines) : '';
      return [title, written(euros), isReduced ? written(euros * 1.25) : '', badge, line];
    });
}

/** Made answers in a thread: author, date, text, line below; of days of November 2026, in their order. */
export function postsFrom(count: number, days: readonly [number, number], words: Words, dice: Dice): string[][] {
  const [from, to] = days;
  const texts = dice.shuffled(words.replies).slice(0, count);
  return texts.map((text, at) => {
    const day = from + Math.floor(((to - from) * at) / texts.length);
    const liked = words.liked.replace('{n}', String(1 + dice.below(30)));
    return [dice.pick(words.people), dateIn(words, 2026, 11, day), text, liked];
  });
}
