import type { StructuredItem } from '@/domain/snapshot';

/** A number, a text or a yes that a page states for machines (schema.org, meta elements, data of its scripts). */
export interface StatedValue {
  syntax: StructuredItem['syntax'];
  /** The keys that lead to it; entries of a list share theirs. */
  keys: readonly string[];
  /** The entities that it lies in, the innermost last. */
  within: readonly Record<string, unknown>[];
  value: unknown;
}

const MOST_STATED = 5_000;
const DEEPEST = 8;

/** Everything that is stated for machines, in order, as far as a page for people goes. */
export function statedValues(structured: readonly StructuredItem[]): StatedValue[] {
  const found: StatedValue[] = [];
  for (const { syntax, data } of structured) {
    const visit = (one: unknown, { keys, within }: Pick<StatedValue, 'keys' | 'within'>, depth: number): void => {
      if (found.length >= MOST_STATED || depth > DEEPEST || one === null) return;
      if (Array.isArray(one)) {
        for (const each of one) visit(each, { keys, within }, depth + 1);
      } else if (typeof one === 'object') {
        const inside = [...within, one as Record<string, unknown>];
        for (const [key, inner] of Object.entries(one))
          visit(inner, { keys: [...keys, key], within: inside }, depth + 1);
      } else found.push({ syntax, keys, within, value: one });
    };
    visit(data, { keys: [], within: [] }, 0);
  }
  return found;
}
