import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { isOfKind, parseFactValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { Candidate } from '@/page/candidate';
import { type Candidates, candidatesOf } from '@/page/candidates';
import { indexPage, type PageIndex } from '@/page/index-page';
import { lastAtOrBefore } from '@/page/lines';
import { poolOf } from '@/rank/pool';
import { deniedAtPlace } from './denial';
import { hintOf } from './page-hint';

/** A candidate of the type and unit asked for. `far`: 0 as it was asked, 1 where its unit had to be supplied. */
export type Fitting = Candidate & { far: 0 | 1 };

/** A page with a question to it: looked through once, everything that could answer typed as the question asks. */
export interface AskedPage {
  question: Question;
  snapshot: Snapshot;
  index: PageIndex;
  candidates: Candidates;
  /** In document order. */
  fitting: Fitting[];
}

/** Looks through a page for a question; `now` is what dates without a year are near to. Judges nothing. */
export function askPage(question: Question, snapshot: Snapshot, now: Date): AskedPage {
  const index = indexPage(snapshot);
  const candidates = candidatesOf(index, hintOf(question, snapshot), now);
  const { factType, unit } = question;
  const from = {
    number: () => candidates.written,
    string: () => (unit === null ? [...candidates.texts, ...candidates.named] : candidates.written),
    boolean: () => [...candidates.signs, ...statesIn(candidates)],
    object: () => candidates.lists,
  }[factType]();
  const fitting = from.flatMap((candidate) => asAsked(question, candidate) ?? []);
  fitting.sort((a, b) => a.start - b.start || b.end - a.end);
  return { question, snapshot, index, candidates, fitting };
}

const LONGEST_STATE = 40;
/** Shorter words ("on", "no", "up") say something by themselves only. */
const LEAST_WORD = 4;

/** Short texts that are a state, or begin with one: "Closed", "Open until 8 pm". */
function statesIn({ texts, signs }: Candidates): Candidate[] {
  const known = new Map<string, FactValue | null>();
  const isSign = (text: Candidate): boolean => {
    const last = signs[lastAtOrBefore(signs, text.end - 1)];
    return last !== undefined && last.end > text.start;
  };
  return texts.flatMap((text) => {
    if (text.quote.length > LONGEST_STATE || isSign(text)) return [];
    const value = known.has(text.quote) ? (known.get(text.quote) ?? null) : stateOf(text.quote);
    known.set(text.quote, value);
    return value === null ? [] : [{ ...text, kind: 'status' as const, value }];
  });
}

function stateOf(text: string): FactValue | null {
  const [first = ''] = text.split(/[\s,;:(–-]/, 1);
  const whole = parseFactValue(text, 'boolean', null);
  return whole ?? (first.length >= LEAST_WORD ? parseFactValue(first, 'boolean', null) : null);
}

/** Everything that can prove a yes or a no: signs of availability, and texts that state or deny something. */
export function proofsOn(page: AskedPage): Fitting[] {
  const language = page.snapshot.language ?? page.question.language;
  const proofs = poolOf('yesNo', page.candidates, language);
  return proofs.map((candidate) => ({ ...deniedAtPlace(page, candidate), far: 0 }));
}

export function isCurrency(unit: string | null): boolean {
  return unit !== null && isCurrencyCode(unit);
}

/** The candidate's value as the question asks for it; null where it is of another type or unit. */
export function asAsked({ factType, unit }: Question, candidate: Candidate): Fitting | null {
  const { value } = candidate;
  if (!isOfKind(value, { factType, unit })) return null;
  if (value.type !== 'number' || (value.unit === null) === (unit === null)) return { ...candidate, far: 0 };
  // A bare number has the unit of the question: tables name it in their headers, if at all.
  return { ...candidate, value: { ...value, unit: value.unit ?? unit }, far: 1 };
}

/**
 * One reading for each place: what is nearest to what was asked, and of those the longest ("38 hours", not "38").
 * Keeps the order.
 */
export function onePerPlace(candidates: readonly Fitting[]): Fitting[] {
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

/** How many entries a list has; of no list 0. */
export function sizeOf({ value }: { value: FactValue }): number {
  return value.type === 'object' ? value.items.length : 0;
}
