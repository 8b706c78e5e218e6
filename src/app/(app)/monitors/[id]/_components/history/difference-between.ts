import { changesBetween, type Difference } from '@/domain/email/news-difference';
import type { FactValue } from '@/domain/value/value';

const SIZE = { parts: 2_000, context: 80, entries: 20, entry: 200 };

/** What came and what went between two values, of lists and longer texts; null where they are told by themselves. */
export function differenceBetween(previous: FactValue | null, current: FactValue | null): Difference | null {
  return changesBetween(previous, current, SIZE);
}
