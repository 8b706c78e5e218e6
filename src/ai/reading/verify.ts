import type { Evidence, Question, Reading } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import { equalValues, parseFactValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { isNegated } from '@/domain/written/negation';
import { comparableUnits } from '@/domain/written/quantity';
import { evidenceAt, plainSpaces, spanOfQuote } from './evidence';
import { type AskedPage, type Fitting, isCurrency, proofsOn } from './fitting';
import { hintOf } from './page-hint';
import { vetoOf } from './vetoes';

export type Verdict =
  | { ok: true; value: FactValue | null; evidence: Evidence; fitting: Fitting | null }
  | { ok: false; reason: string };

const MAX_QUOTE = 2_000;

/**
 * Checks a reading in code, whoever gave it: the quote stands literally in the visible text (Unicode and space
 * normalised only), the value follows from it by our own parsers, its unit agrees, no fact forbids it. `value` is null
 * for a proven absence; `fitting` is the candidate that the reading is, where it is one. Reasons are for the person.
 */
export function verifyReading(page: AskedPage, reading: Reading): Verdict {
  if (reading.found === 'missing') return refused(reading.reason);
  if (reading.found === 'ambiguous') return refused('More than one value fits the question.');
  const { quote } = reading;
  if (!/[\p{L}\p{N}]/u.test(quote) || quote.length > MAX_QUOTE) return refused('The quote proves nothing.');
  const span = spanOfQuote(page.snapshot.text, quote, reading.span);
  if (span === null) return refused('The quote does not stand in the visible text of the page.');
  const evidence = evidenceAt(page.snapshot, span);
  if (reading.found === 'absent') {
    return denies(page, evidence.quote)
      ? { ok: true, value: null, evidence, fitting: null }
      : refused('The quote does not say that there is none.');
  }
  return verifyValue(page, evidence, reading.value);
}

function refused(reason: string): Verdict {
  return { ok: false, reason };
}

function denies({ question, snapshot }: AskedPage, quote: string): boolean {
  return isNegated(quote, snapshot.language ?? question.language) || /(?<![\d.,])0(?![\d.,])/.test(quote);
}

function verifyValue(page: AskedPage, evidence: Evidence, value: FactValue): Verdict {
  const mismatch = typeMismatch(page.question, value);
  if (mismatch !== null) return refused(mismatch);
  const fitting = fittingIn(page, evidence.span, value);
  if (fitting === null && !follows(page, evidence, value))
    return refused(`The value does not follow from the quote “${evidence.quote.slice(0, 80)}”.`);
  const veto = fitting && vetoOf(page, fitting);
  return veto === null ? { ok: true, value, evidence, fitting } : refused(`The quote was refused: ${veto}.`);
}

function typeMismatch(question: Question, value: FactValue): string | null {
  if (value.type !== question.factType) return `The value is a ${value.type}, not a ${question.factType}.`;
  if (value.type === 'boolean' || value.type === 'object' || question.unit === null) return null;
  if (value.unit === question.unit) return null;
  if (value.unit === null) return isCurrency(question.unit) ? 'The value has no currency.' : null;
  const alike = [value.unit, question.unit].every(isCurrency) || comparableUnits(value.unit, question.unit);
  return alike ? null : `The value is in ${value.unit}, not in ${question.unit}.`;
}

/** The candidate within the quote, or around it, that says the same. */
function fittingIn(page: AskedPage, span: Span, value: FactValue): Fitting | null {
  const all = value.type === 'boolean' ? proofsOn(page) : page.fitting;
  const same = all.filter((one) => one.start < span.end && span.start < one.end && saysSame(one.value, value));
  return same.find(({ start, end }) => start >= span.start && end <= span.end) ?? same[0] ?? null;
}

function saysSame(one: FactValue, other: FactValue): boolean {
  return one.type === 'object' ? false : equalValues(one, other);
}

/** What our parsers read in the quote alone; of a text and of a list, that it stands there. */
function follows({ question, snapshot }: AskedPage, { quote }: Evidence, value: FactValue): boolean {
  if (value.type === 'object') return itemsFollow(snapshot.text, quote, value.items);
  if (value.type === 'string' && value.unit === null) {
    const text = plainSpaces(value.text);
    return text !== '' && plainSpaces(quote).includes(text);
  }
  const hint = hintOf(question, snapshot);
  const read = (text: string): FactValue | null => parseFactValue(text, question.factType, question.unit, hint);
  // A sentence that states a yes or a no in its own words; one that says the other by ours was refused before.
  if (value.type === 'boolean' && read(quote) === null) return true;
  const [said, meant] = [read(quote), value.type === 'string' ? read(value.text) : null];
  return said !== null && (equalValues(said, value) || (meant !== null && equalValues(said, meant)));
}

function itemsFollow(text: string, quote: string, items: readonly string[]): boolean {
  if (items.length === 0) return false;
  const [page, quoted] = [plainSpaces(text), plainSpaces(quote)];
  const pieces = items.flatMap((item) => item.split(' · ')).map(plainSpaces);
  const stand = pieces.every((piece) => piece !== '' && page.includes(piece));
  return stand && pieces.some((piece) => quoted.includes(piece) || piece.includes(quoted));
}
