import type { ReadResult } from '@/domain/contract/reading';
import type { FactValue } from '@/domain/value/value';
import { evidenceAt } from './evidence';
import type { AskedPage } from './fitting';
import { placeOf, rankPage } from './ranking';
import { unsure } from './read-ranked';
import { saysSame, statedOn } from './stated-data';

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
  const agrees = there !== undefined && (byWords || statedOn(page.snapshot).some((one) => saysSame(one, first.value)));
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
