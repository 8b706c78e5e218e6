import type { View } from '../view';
import { type Feature, log, yes } from './feature';

const MOST_LOOKED_AT = 40;

const itemsOf = ({ candidate: { value } }: View): readonly string[] =>
  value.type === 'object' ? value.items.slice(0, MOST_LOOKED_AT) : [];
const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const lengthOf = ({ candidate: { whole } }: View): number => (whole ? whole.end - whole.start : 0);

/** What a list looks like as a whole; 0 for all else. */
export const LIST: readonly Feature[] = [
  { name: 'list.entries', of: ({ candidate: { value } }) => log(value.type === 'object' ? value.items.length : 0) },
  { name: 'list.length', of: (view) => log(lengthOf(view)) },
  { name: 'list.entry', of: (view) => log(lengthOf(view) / (itemsOf(view).length || 1)) },
  { name: 'list.words', of: (view) => mean(itemsOf(view).map((item) => item.split(' ').length)) },
  { name: 'list.digits', of: (view) => mean(itemsOf(view).map((item) => yes(/\d/.test(item)))) },
];
