import type { Question } from '@/domain/contract/reading';
import type { Snapshot, StructuredItem } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { namedWords, slotWords } from '@/interpret/slot-words';
import { plainSpaces } from './evidence';
import WORDS from './stated-facts.json';

/** A value that an entity states for machines; its path leads there from the entity: "offers.price". */
export interface Stated {
  syntax: StructuredItem['syntax'];
  entity: Record<string, unknown>;
  path: string;
  raw: string;
  currency: unknown;
}

const MOST_SEEN = 5_000;
const DEEPEST = 8;
const LONGEST_PATH = 3;
const LONGEST = 300;

/** Every short value that the page states for machines, once for each entity that it lies in. */
export function statedOn({ structured }: Snapshot): Stated[] {
  const found: Stated[] = [];
  let room = MOST_SEEN;
  for (const { syntax, data } of structured) {
    const visit = (one: unknown, keys: readonly string[], within: readonly Record<string, unknown>[]): void => {
      if (room-- <= 0 || one === null || within.length > DEEPEST) return;
      if (Array.isArray(one)) for (const each of one) visit(each, keys, within);
      else if (typeof one === 'object') {
        const inside = [...within, one as Record<string, unknown>];
        for (const [key, inner] of Object.entries(one)) visit(inner, [...keys, key], inside);
      } else if (String(one).length <= LONGEST) {
        const [raw, currency] = [plainSpaces(String(one)), within.at(-1)?.priceCurrency];
        within.slice(-LONGEST_PATH).forEach((entity, at, last) => {
          found.push({ syntax, entity, path: keys.slice(at - last.length).join('.'), raw, currency });
        });
      }
    };
    visit(data, [], []);
  }
  return found;
}

/** Where schema.org states the facts that a property names by all of its words, in any of our languages. */
export function factsAsked({ property, language }: Question): { paths: string[]; varies: boolean }[] {
  const named = namedWords(property, language);
  const said = new Set([...named, ...slotWords(property, language)]);
  return Object.values(WORDS.facts).flatMap((fact) => {
    const [own = [], beside = [], paths = []] = [fact.words, fact.beside, fact.paths].map((list) => list.split(' | '));
    const isNamed = own.some((word) => said.has(word)) && named.every((word) => [...own, ...beside].includes(word));
    return isNamed ? [{ paths, varies: 'varies' in fact }] : [];
  });
}

const LEAST_DIGITS = 7;

/** Whether what is stated says the same as a value: number and currency, day, text, or telephone number. */
export function saysSame({ raw, currency }: Pick<Stated, 'raw' | 'currency'>, value: FactValue): boolean {
  if (value.type === 'number') {
    if (typeof currency === 'string' && value.unit !== null && currency !== value.unit) return false;
    return /^\D{0,4}\d[\d.,]*\D{0,4}$/.test(raw) && Number(raw.replace(/[^\d.-]/g, '')) === Number(value.number);
  }
  if (value.type !== 'string') return false;
  if (value.unit === 'date' && /^\d{4}-\d\d-\d\d/.test(raw)) return raw.slice(0, 10) === value.text.slice(0, 10);
  const [one, other] = [raw, plainSpaces(value.text)].map((text) => text.toLowerCase()) as [string, string];
  const [short = '', long = ''] = [one, other]
    .map((text) => text.replace(/\D/g, ''))
    .sort((a, b) => a.length - b.length);
  return one === other || (!/\p{L}/u.test(one + other) && short.length >= LEAST_DIGITS && long.endsWith(short));
}
