import type { PageIndex } from '@/page/index-page';
import type { View } from '../view';
import { type Feature, numberOf, yes } from './feature';

/** What the page says for machines, by the last part of its path ("price", "ratingvalue"): values in lower case. */
type Said = ReadonlyMap<string, ReadonlySet<string>>;

const MOST_SAID = 5_000;
const DEEPEST = 8;
const LONGEST = 300;
const said = new WeakMap<PageIndex, Said>();

function saidOn(index: PageIndex): Said {
  const known = said.get(index);
  if (known) return known;
  const all = new Map<string, Set<string>>();
  let room = MOST_SAID;
  const add = (name: string, value: unknown, depth: number): void => {
    if (room <= 0 || depth > DEEPEST || value === null) return;
    if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) add(Array.isArray(value) ? name : key, inner, depth + 1);
      return;
    }
    room -= 1;
    const values = all.get(name.toLowerCase()) ?? new Set();
    all.set(name.toLowerCase(), values.add(plain(String(value).slice(0, LONGEST))));
  };
  for (const { data } of index.snapshot.structured) add('', data, 0);
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
