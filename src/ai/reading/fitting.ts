import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { isOfKind, parseFactValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { currencyOfPage, openCurrencies } from '@/domain/written/currency';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { ParseHint } from '@/domain/written/hint';
import type { Candidate } from '@/page/candidate';
import { type Candidates, candidatesOf } from '@/page/candidates';
import { indexPage, type PageIndex } from '@/page/index-page';
import { poolOf } from '@/rank/pool';

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
    string: () => (unit === null ? candidates.texts : candidates.written),
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
  return texts.flatMap((text) => {
    if (text.quote.length > LONGEST_STATE) return [];
    const value = stateOf(text.quote);
    if (value === null || signs.some(({ start, end }) => start < text.end && text.start < end)) return [];
    return [{ ...text, kind: 'status' as const, value }];
  });
}

function stateOf(text: string): FactValue | null {
  const [first = ''] = text.split(/[\s,;:(–-]/, 1);
  const whole = parseFactValue(text, 'boolean', null);
  return whole ?? (first.length >= LEAST_WORD ? parseFactValue(first, 'boolean', null) : null);
}

/** Everything that can prove a yes or a no: signs of availability, and texts that state or deny something. */
export function proofsOn({ question, candidates, snapshot }: AskedPage): Fitting[] {
  const language = snapshot.language ?? question.language;
  return poolOf('yesNo', candidates, language).map((candidate) => ({ ...candidate, far: 0 }));
}

/** In what language, currency and site a question reads a page. */
export function hintOf(question: Question, snapshot: Snapshot): ParseHint {
  const { language: declared, finalUrl } = snapshot;
  const host = URL.canParse(finalUrl) ? new URL(finalUrl).hostname : null;
  const page = { language: declared ?? question.language, host };
  return { ...page, currency: currencyOf(question, snapshot, page) };
}

/** The asked currency; where the person wrote a sign that several share ("$"), the one of them that the page means. */
function currencyOf({ unit, prompt }: Question, { text }: Snapshot, page: ParseHint): string | null {
  if (unit === null || !isCurrency(unit)) return null;
  const open = openCurrencies(prompt, unit);
  return (open.length > 0 ? currencyOfPage(open, text, page) : null) ?? unit;
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
