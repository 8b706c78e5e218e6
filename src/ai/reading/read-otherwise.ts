import type { ReadResult } from '@/domain/contract/reading';
import { equalValues } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { evidenceAt } from './evidence';
import type { AskedPage } from './fitting';
import { placeOf, rankPage } from './ranking';
import { unsure } from './read-ranked';

const MOST_SAID = 5_000;
const DEEPEST = 8;

/**
 * Looks for another source of evidence than the one that gave `first`, on a page that was loaded again: the words
 * around the value, where it was found by its place; what the page states for machines, where it was found by its
 * words. The value where one of them says the same, else `fact_missing`.
 */
export function readOtherwise(page: AskedPage, first: { value: FactValue; byRecipe: boolean }): ReadResult {
  const ranking = rankPage(page);
  const place = placeOf(ranking, first.value);
  const there = ranking.ranked[place];
  const byWords = first.byRecipe && place === 0 && !isZero(first.value);
  const agrees = there !== undefined && (byWords || isStated(page, first.value));
  if (!agrees) return unsure(ranking.ranked.map(({ fitting }) => fitting));
  const { fitting, probability } = there;
  const evidence = evidenceAt(page.snapshot, fitting);
  return {
    outcome: 'value',
    value: fitting.value,
    evidence,
    refused: [],
    probability,
    reader: 'offline',
    recipe: null,
  };
}

/** A shop that has lost its prices shows zero with every right word beside it. */
function isZero(value: FactValue): boolean {
  return value.type === 'number' && Number(value.number) === 0;
}

/** Whether the page says a number or a text for machines too (JSON-LD, microdata). */
function isStated({ snapshot }: AskedPage, value: FactValue): boolean {
  let room = MOST_SAID;
  const says = (data: unknown, depth: number): boolean => {
    if (room-- <= 0 || depth > DEEPEST || data === null) return false;
    if (typeof data === 'object') return Object.values(data).some((inner) => says(inner, depth + 1));
    return value.type === 'number'
      ? Number(data) === Number(value.number) && String(data).trim() !== ''
      : value.type === 'string' && equalValues({ ...value, text: String(data).trim() }, value);
  };
  return snapshot.structured.some(({ data }) => says(data, 0));
}
