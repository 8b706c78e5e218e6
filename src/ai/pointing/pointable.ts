import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { comparableUnits } from '@/domain/written/quantity';
import type { Candidate } from '@/page/candidate';
import { candidatesOf } from '@/page/candidates';
import { indexPage, type PageIndex } from '@/page/index-page';

/** A candidate of the type that is asked for. `far`: 0 as it was asked, 1 where its unit had to be supplied. */
export type Pointable = Candidate & { far: 0 | 1 };

export interface Pointables {
  index: PageIndex;
  /** In document order. */
  all: Pointable[];
}

/** Everything on the page that could be of the type and unit that is asked for; nothing else is judged. */
export function pointablesOf(question: Question, snapshot: Snapshot, now: Date): Pointables {
  const index = indexPage(snapshot);
  const { written, texts, signs, lists } = candidatesOf(index, hintOf(question, snapshot), now);
  const { factType, unit } = question;
  const from = {
    number: written,
    string: unit === null ? texts : written,
    boolean: signs,
    object: lists,
  }[factType];
  const all = from.flatMap((candidate) => asAsked(question, candidate) ?? []);
  return { index, all: all.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function isCurrency(unit: string | null): boolean {
  return unit !== null && /^[A-Z]{3}$/.test(unit) && unit !== 'AQI';
}

function hintOf({ unit, language }: Question, { language: declared, finalUrl }: Snapshot) {
  return {
    language: declared ?? language,
    currency: isCurrency(unit) ? unit : null,
    host: URL.canParse(finalUrl) ? new URL(finalUrl).hostname : null,
  };
}

function asAsked({ factType, unit }: Question, candidate: Candidate): Pointable | null {
  const { value } = candidate;
  if (value.type !== factType) return null;
  if (value.type === 'number') return numberAsAsked(unit, candidate, value);
  if (value.type === 'string' && value.unit !== unit) return null;
  return { ...candidate, far: 0 };
}

/** A bare number has the unit of the question: tables name it in their headers, if at all. */
function numberAsAsked(
  unit: string | null,
  candidate: Candidate,
  value: FactValue & { type: 'number' },
): Pointable | null {
  if (unit === null) return { ...candidate, far: value.unit === null ? 0 : 1 };
  if (value.unit === null) return { ...candidate, value: { ...value, unit }, far: 1 };
  const same = value.unit === unit || (isCurrency(value.unit) && isCurrency(unit));
  return same || comparableUnits(value.unit, unit) ? { ...candidate, far: 0 } : null;
}

/**
 * One reading for each place: what is nearest to what was asked, and of those the longest ("38 hours", not "38").
 * Keeps the order.
 */
export function onePerPlace(candidates: readonly Pointable[]): Pointable[] {
  const last = candidates.reduce((most, { end }) => Math.max(most, end), 0);
  // By place, so that many candidates take no longer each than few.
  const taken = new Uint8Array(last);
  const best = [...candidates].sort((a, b) => a.far - b.far || b.end - b.start - (a.end - a.start));
  const kept = best.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
