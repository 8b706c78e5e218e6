import Decimal from 'decimal.js';
import type { Evidence, Question, Reading } from '@/domain/contract/reading';
import type { Box, Snapshot, Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { parseAvailability } from '@/domain/written/availability';
import { findClockTimes } from '@/domain/written/clock-time';
import { findDates } from '@/domain/written/date';
import { findMoney } from '@/domain/written/money';
import { findNumbers } from '@/domain/written/number';
import { comparableUnits, findQuantities } from '@/domain/written/quantity';
import { compareVersions, findVersions } from '@/domain/written/version';
import { joinAmounts, raisedCents } from './offline/read/amounts';
import { type Candidate, candidatesOf, type Job, startJob } from './offline/read/candidates';
import { saysEmpty, saysUnsettled } from './offline/read/empty';
import { readEntries } from './offline/read/entries';
import { openSign } from './offline/read/open';
import { saysNotThere } from './offline/read/presence';
import { itemMissing, refuseStrangers } from './offline/read/rank';
import { statedCurrency, statedOffers } from './offline/read/structured';
import { deadControlAt, leftInCell, liveVariant, signOf } from './offline/read/variants';
import { fold } from './offline/read/words';
import { plainSpaces, spanOfQuote } from './quote';

export type Verdict =
  | { ok: true; value: FactValue; evidence: Evidence }
  | { ok: true; value: null; evidence: Evidence }
  | { ok: false; reason: string };

const MAX_QUOTE = 2_000;

/**
 * Checks a reader's answer in code, whoever gave it: the quote stands literally in the visible text (Unicode and
 * space normalised only), the value follows from the quote by the domain's parsers, item and unit agree. `value` is
 * null for a proven absence. Reasons are for the person.
 */
export function verifyReading(question: Question, snapshot: Snapshot, reading: Reading): Verdict {
  if (reading.found === 'missing') return { ok: false, reason: reading.reason };
  if (reading.found === 'ambiguous') return { ok: false, reason: 'More than one value fits the question.' };
  const { quote } = reading;
  if (!/[\p{L}\p{N}]/u.test(quote) || quote.length > MAX_QUOTE)
    return { ok: false, reason: 'The quote proves nothing.' };
  const span = spanOfQuote(snapshot.text, quote, reading.span);
  if (span === null) return { ok: false, reason: 'The quote does not stand in the visible text of the page.' };
  const evidence: Evidence = { quote: snapshot.text.slice(span.start, span.end), span, box: boxOf(snapshot, span) };
  const job = startJob(question, snapshot, new Date(snapshot.loadedAt));
  if (reading.found === 'absent') return verifyAbsence(job, evidence);
  const wrong =
    typeMismatch(question, reading.value) ??
    valueMismatch(job, span, reading.value) ??
    itemMismatch(job, span, reading.value);
  return wrong === null ? { ok: true, value: reading.value, evidence } : { ok: false, reason: wrong };
}

/** Words that deny, folded: a quote without any cannot prove that there is none. */
const DENIES = new RegExp(
  [
    String.raw`(^|[^a-z0-9])(no|not|none|nothing|never|closed|ended|expired|kein\w*|nicht\w*|geschlossen|beendet|`,
    String.raw`aucune?|pas|ne|plus|sin|ning\w+|nada|ya|nessun\w*|non|nao|nenhum\w*|sem|geen|niet\w*|0|`,
    "zero)([^a-z0-9]|$)|n't",
  ].join(''),
);

function verifyAbsence(job: Job, evidence: Evidence): Verdict {
  const { question } = job.asked;
  const proves =
    saysEmpty(evidence.quote) ||
    (question.unit === 'date' && saysUnsettled(evidence.quote)) ||
    (job.asked.kind === 'presence' && saysNotThere(evidence.quote)) ||
    DENIES.test(fold(evidence.quote)) ||
    /(ない|ません|なし|終了|０)/.test(evidence.quote) ||
    (job.asked.kind === 'entries' && listsNone(job, evidence.span));
  return proves
    ? { ok: true, value: null, evidence }
    : { ok: false, reason: 'The quote does not say that there is none.' };
}

/** A list is its own proof that none of its entries has the words that were asked for. */
function listsNone(job: Job, span: Span): boolean {
  const again = readEntries(job);
  return again.found === 'absent' && again.span?.start === span.start && again.span.end === span.end;
}

function typeMismatch(question: Question, value: FactValue): string | null {
  if (value.type !== question.factType) return `The value is a ${value.type}, not a ${question.factType}.`;
  if (value.type === 'boolean' || value.type === 'object' || question.unit === null) return null;
  const both = [value.unit, question.unit];
  if (both[0] === both[1] || value.unit === null)
    return value.unit === null && isCurrency(question.unit) ? 'The value has no currency.' : null;
  if (both.every((unit) => isCurrency(unit)) || comparableUnits(value.unit, question.unit)) return null;
  return `The value is in ${value.unit}, not in ${question.unit}.`;
}

function isCurrency(unit: string | null): boolean {
  return unit !== null && /^[A-Z]{3}$/.test(unit) && unit !== 'AQI';
}

function valueMismatch(job: Job, span: Span, value: FactValue): string | null {
  const quote = job.page.text.slice(span.start, span.end);
  if (follows(job, span, quote, value)) return null;
  return `The value does not follow from the quote "${quote.slice(0, 80)}".`;
}

function follows(job: Job, span: Span, quote: string, value: FactValue): boolean {
  switch (value.type) {
    case 'number':
      return numberFollows(job, span, quote, value.number, value.unit);
    case 'boolean':
      if (saysYesOrNo(quote) === value.boolean || (!value.boolean && isDeadVariant(job, span))) return true;
      if (value.boolean && liveVariant(job)?.start === span.start) return true;
      return countsLeft(job, span) === value.boolean;
    case 'object':
      return itemsFollow(job.page.text, quote, value.items);
    case 'string':
      return textFollows(job, quote, value.text, value.unit);
  }
}

function numberFollows(job: Job, span: Span, quote: string, number: string, unit: string | null): boolean {
  const { hint } = job;
  const wanted = new Decimal(number);
  if (isCurrency(unit)) {
    const stated = statedCurrency(statedOffers(job.page.snapshot));
    const joined = joinAmounts(job.page, { ...span, text: quote });
    const money = findMoney(joined.text, {
      ...hint,
      currency: stated ?? hint.currency ?? null,
    });
    for (const one of money) {
      const at = { start: span.start + joined.at(one.start), end: span.start + joined.at(one.end) };
      if (one.currency === unit && wanted.eq(raisedCents(job.page, at, one.amount) ?? one.amount)) return true;
    }
    // A bare number in a cell: the currency is the one that the page or the person states, never a model's choice.
    const bareUnit = unit === stated || unit === hint.currency || labelNames(job, span, unit);
    return money.length === 0 && bareUnit && findNumbers(quote, hint).some((one) => wanted.eq(one.number));
  }
  if (
    findQuantities(quote, hint).some(
      (one) => wanted.eq(one.number) && (unit === null || one.unit === unit || comparableUnits(one.unit, unit)),
    )
  ) {
    return true;
  }
  return findNumbers(quote, hint).some((one) => wanted.eq(one.number));
}

/** The column or label around the quote writes the unit: "Price (USD)". */
function labelNames(job: Job, span: Span, unit: string | null): boolean {
  const [candidate] = candidatesOf(job, [{ ...span, value: { type: 'number', number: '0', unit } }]);
  return (candidate?.context.labels ?? []).some(({ text }) =>
    findMoney(
      `1 ${
        text
          .replace(/[^\p{L}\p{Sc} ]+/gu, ' ')
          .trim()
          .split(' ')
          .at(-1) ?? ''
      }`,
    ).some((one) => one.currency === unit),
  );
}

export function saysYesOrNo(quote: string): boolean | null {
  const stated = parseAvailability(quote);
  if (stated !== null) return stated.available;
  const open = openSign(quote);
  if (open !== null) return open;
  return signOf((quote.split(/[:：\t\n]/).at(-1) ?? '').replace(/[.!]$/, ''));
}

/** A row quoted up to its cell under "Open seats": the number there says whether any are left. */
function countsLeft(job: Job, span: Span): boolean | null {
  for (const cell of job.cells.values()) {
    const row = job.page.nodes[cell.row.node];
    if (cell.end === span.end && row?.start === span.start) return leftInCell(job.page, cell);
  }
  return null;
}

/** The control of the variant that was asked for, drawn dead: its name is the quote. */
function isDeadVariant(job: Job, span: Span): boolean {
  return job.asked.item.some(
    ({ forms, required, colour, weight }) =>
      (required || colour || weight >= 1) && deadControlAt(job.page, span.start, forms) !== null,
  );
}

function itemsFollow(text: string, quote: string, items: string[]): boolean {
  if (items.length === 0) return false;
  const plain = plainSpaces(text);
  const pieces = items.flatMap((item) => item.split(' · ')).map((piece) => plainSpaces(piece));
  if (!pieces.every((piece) => piece !== '' && plain.includes(piece))) return false;
  const quoted = plainSpaces(quote);
  return pieces.some((piece) => quoted.includes(piece) || piece.includes(quoted));
}

function textFollows(job: Job, quote: string, text: string, unit: string | null): boolean {
  if (unit === 'date') {
    const context = { ...job.hint, now: job.now };
    return findDates(quote, context).some((one) => one.date === text || one.date.slice(0, 10) === text);
  }
  if (unit === 'time') return findClockTimes(quote).some((one) => one.time === text);
  if (unit === 'version') {
    return (
      findVersions(quote).some((one) => compareVersions(one.version, text) === 0) ||
      plainSpaces(quote) === plainSpaces(text)
    );
  }
  return plainSpaces(text) !== '' && plainSpaces(quote).includes(plainSpaces(text));
}

/** The quote must belong to the item: named on the page, no other model or entry next to it. */
function itemMismatch(job: Job, span: Span, value: FactValue): string | null {
  const missing = itemMissing(job);
  if (missing !== null) return missing;
  if (value.type === 'object' || job.asked.kind === 'page' || job.asked.kind === 'presence') return null;
  const [candidate] = candidatesOf(job, [{ ...span, value }]);
  if (candidate === undefined) return null;
  refuseStrangers(job, [candidate]);
  return candidate.refusal === null || standsInHeader(candidate) ? struck(candidate, value) : sentence(candidate);
}

/** Some sites show the one value of a page in its header; that alone is no proof against it. */
function standsInHeader(candidate: Candidate): boolean {
  return candidate.refusal?.startsWith("it stands in the page's header") ?? false;
}

/** A struck-out variant says that it cannot be had; anything else that is struck says nothing any more. */
function struck(candidate: Candidate, value: FactValue): string | null {
  return candidate.context.struck && !(value.type === 'boolean' && !value.boolean)
    ? 'The quote is struck through on the page.'
    : null;
}

function sentence(candidate: Candidate): string {
  return `The quote is not about the item: ${candidate.refusal ?? ''}.`;
}

export function boxOf(snapshot: Snapshot, span: Span): Box | null {
  const boxes = snapshot.runs.filter((run) => run.start < span.end && run.end > span.start).map((run) => run.box);
  const [first, ...rest] = boxes;
  if (first === undefined) return null;
  return rest.reduce((all, box) => {
    const x = Math.min(all.x, box.x);
    const y = Math.min(all.y, box.y);
    return {
      x,
      y,
      width: Math.max(all.x + all.width, box.x + box.width) - x,
      height: Math.max(all.y + all.height, box.y + box.height) - y,
    };
  }, first);
}
