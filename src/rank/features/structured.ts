import type { PageIndex } from '@/page/index-page';
import { statedValues } from '@/page/stated-values';
import type { View } from '../view';
import { type Feature, numberOf, yes } from './feature';

/** What the page says for machines, by the last part of its path ("price", "ratingvalue"): values in lower case. */
type Said = ReadonlyMap<string, ReadonlySet<string>>;

const LONGEST = 300;
const said = new WeakMap<PageIndex, Said>();

function saidOn(index: PageIndex): Said {
  const known = said.get(index);
  if (known) return known;
  const all = new Map<string, Set<string>>();
  for (const { keys, value } of statedValues(index.snapshot.structured)) {
    const name = keys.at(-1)?.toLowerCase() ?? '';
    const values = all.get(name) ?? new Set();
    all.set(name, values.add(plain(String(value).slice(0, LONGEST))));
  }
  said.set(index, all);
  return all;
}

/** Numbers without zeros at the end, texts in lower case. */
function plain(value: string): string {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return Number.isNaN(number) ? value.trim().toLowerCase() : String(number);
}

function says({ index, candidate }: View, ...names: string[]): boolean {
  const { value, quote } = candidate;
  const own =
    value.type === 'number' ? String(numberOf(candidate)) : plain(value.type === 'string' ? value.text : quote);
  const all = saidOn(index);
  return names.some((name) => all.get(name)?.has(own) === true);
}

const NUMBERS = ['ratingvalue', 'reviewcount', 'ratingcount', 'commentcount', 'numberofitems', 'softwareversion'];

/** Whether the page says the same for machines, and as what. */
export const STRUCTURED: readonly Feature[] = [
  { name: 'said.price', of: (view) => yes(says(view, 'price', 'lowprice', 'product:price:amount', 'og:price:amount')) },
  { name: 'said.name', of: (view) => yes(says(view, 'name', 'headline', 'title', 'author')) },
  { name: 'said.number', of: (view) => yes(says(view, ...NUMBERS)) },
];
