import type { Question } from '@/domain/contract/reading';
import type { StructuredItem } from '@/domain/snapshot';
import { stemOf } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';
import type { AskedPage, Fitting } from './fitting';

const MOST_SEEN = 2_000;
const DEEPEST = 6;

interface Offer {
  name: string;
  price: string;
}

/**
 * Whether the page states for machines too (schema.org) that a product with all words of the item costs what stands at
 * a place, and no other product of that name costs another price: evidence that owes nothing to the words around it.
 */
export function isStatedPrice({ question, snapshot }: AskedPage, { value }: Fitting): boolean {
  if (question.property !== 'price' || question.item === null || value.type !== 'number') return false;
  const asked = stemsOf(question.item, question);
  if (asked.size === 0) return false;
  const own = snapshot.structured.flatMap(offersOf).filter(({ name }) => isNamed(name, asked, question));
  return own.length > 0 && own.every(({ price }) => Number(price) === Number(value.number));
}

function isNamed(name: string, asked: ReadonlySet<string>, question: Question): boolean {
  const words = stemsOf(name, question);
  return [...asked].every((stem) => words.has(stem));
}

function stemsOf(text: string, { language }: Question): Set<string> {
  return new Set(wordsOf(text).map(({ text: word }) => stemOf(word, language)));
}

/** Products with a price of their own, wherever in the item they stand. */
function offersOf({ data, syntax }: StructuredItem): Offer[] {
  if (syntax !== 'json-ld' && syntax !== 'microdata') return [];
  const found: Offer[] = [];
  let room = MOST_SEEN;
  const visit = (one: unknown, name: string | null, depth: number): void => {
    if (room-- <= 0 || depth > DEEPEST || one === null || typeof one !== 'object') return;
    const record = one as Record<string, unknown>;
    const own = typeof record.name === 'string' ? record.name : name;
    const { price } = record;
    if (own !== null && (typeof price === 'string' || typeof price === 'number'))
      found.push({ name: own, price: String(price) });
    for (const inner of Object.values(record)) visit(inner, own, depth + 1);
  };
  visit(data, null, 0);
  return found;
}
