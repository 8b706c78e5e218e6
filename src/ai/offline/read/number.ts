import { languageOf } from '@/domain/written/hint';
import { findMoney } from '@/domain/written/money';
import { monthNames } from '@/domain/written/month-names';
import { findNumbers, type NumberMatch } from '@/domain/written/number';
import { comparableUnits, findQuantities, unitAt } from '@/domain/written/quantity';
import { type Candidate, candidatesOf, type Found, type Job, termScore } from './candidates';
import type { Context } from './context';
import { scaleOfPage } from './degrees';
import { headingChain } from './heading-chain';
import { isHeadUnit, unitOfKey } from './key-units';
import { preferPresent } from './outlook';
import { anyWithin, type Piece, piecesOf } from './page-index';
import { judgeRate, judgeRating } from './rate';
import { preferNewest } from './series';
import { type Cell, columnHeaders, rowHeaders } from './tables';
import { judgeQuantity, preferAskedReading } from './weather';
import { preferFree } from './whole';
import { fold, stemsOf, wordsOf } from './words';

/** A number must be named by some label: a bare number on a page can be anything. */
const LEAST_LABEL = 0.28;

/** Counts, quantities with units, rates, ratings and labelled numbers. */
export function numberCandidates(job: Job): Candidate[] {
  const found = job.segments.flatMap((segment) =>
    /\d|[٠-٩０-９]/.test(segment.text) ? piecesOf(job.page, segment).flatMap((piece) => numbersIn(job, piece)) : [],
  );
  const candidates = candidatesOf(job, found);
  for (const candidate of candidates) judge(job, candidate);
  if (job.asked.kind === 'quantity') preferAskedReading(job, candidates);
  if (job.asked.kind === 'count') preferWhole(job, candidates);
  if (job.asked.kind === 'count') preferFree(job, candidates);
  preferPresent(job, candidates);
  preferNewest(job, candidates);
  return candidates;
}

/** "1,126 backers" over rewards with backers of their own: the page's item is counted beside its parts, not in one. */
function preferWhole(job: Job, candidates: Candidate[]): void {
  const isPart = ({ binding: { entry } }: Candidate): boolean => {
    const node = job.page.nodes[entry];
    return node !== undefined && !job.places.words.some(({ offsets }) => anyWithin(offsets, node));
  };
  if (job.places.total === 0 || job.places.inHead < 0.95) return;
  const whole = candidates.filter((one) => one.refusal === null && one.label >= 0.5 && one.binding.entry === -1);
  const parts = candidates.filter(isPart);
  if (whole.length === 0 || parts.length < 2) return;
  for (const part of parts) part.prior -= 0.8;
}

function numbersIn(job: Job, segment: Piece): Found[] {
  const { unit } = job.asked.question;
  const { kind } = job.asked;
  if (kind === 'quantity' || (kind === 'rate' && unit === '%')) {
    const found = findQuantities(segment.text, job.hint)
      .filter((quantity) => unit === null || comparableUnits(quantity.unit, unit))
      .filter((quantity) => job.asked.question.property !== 'temperature' || /°|^K$/.test(quantity.unit))
      .map((quantity): Found => {
        const span = { start: segment.start + quantity.start, end: segment.start + quantity.end };
        const scale = quantity.unit === '°' ? scaleOfPage(job) : null;
        return { ...span, value: { type: 'number', number: quantity.number, unit: scale ?? quantity.unit } };
      });
    if (found.length > 0) return found;
    return plainNumbers(job, segment).map((one) => ({ ...one, prior: -0.6, refusal: 'bare' }));
  }
  // Without a unit in the question, the page's own unit comes with the value ("Weight 9.8 kg").
  if (unit === null && (kind === 'number' || kind === 'rate'))
    return [...measured(job, segment, kind), ...plainNumbers(job, segment)].sort(
      (one, other) => one.start - other.start,
    );
  return plainNumbers(job, segment);
}

function measured(job: Job, segment: Piece, kind: string): Found[] {
  return findQuantities(segment.text, job.hint)
    .filter((quantity) => kind === 'number' || quantity.unit === '%')
    .map((quantity) => ({
      start: segment.start + quantity.start,
      end: segment.start + quantity.end,
      value: { type: 'number', number: quantity.number, unit: quantity.unit },
    }));
}

function plainNumbers(job: Job, segment: Piece): Found[] {
  const { kind, question } = job.asked;
  const money = findMoney(segment.text, job.hint);
  const months = monthNames(languageOf(job.hint) ?? 'en');
  // "11 in stock" are no inches.
  const quantities = (kind === 'rating' ? [] : findQuantities(segment.text, job.hint)).filter(
    ({ unit, end }) => unit !== 'in' || !/^ (?:stock|store|total)/.test(segment.text.slice(end, end + 7)),
  );
  return findNumbers(segment.text, job.hint)
    .filter((one) => kind === 'rate' || !money.some((amount) => amount.start <= one.start && one.end <= amount.end))
    .filter(
      (one) =>
        !quantities.some((other) => other.start <= one.start && one.end <= other.end && !/^(k|M|x)$/.test(other.unit)),
    )
    .filter(
      (one) =>
        (kind === 'rating' && ON_SCALE.test(segment.text.slice(one.end, one.end + 6))) ||
        !isPartOfName(segment.text, one),
    )
    .filter((one) => !isPartOfDate(segment.text, one, months))
    .filter((one) => kind !== 'count' || /^\d+$/.test(one.number))
    .map((one) => ({
      start: segment.start + one.start,
      end: segment.start + one.end,
      value: { type: 'number' as const, number: one.number, unit: question.unit },
    }));
}

/** "4.2/5", "8,6/10". */
const ON_SCALE = /^\/(?:5|10|20|100)(?![\d/])/;

/** Digits in "WH-1000XM6", "6-quart", "12:30", "2026-11-22", "v1.2.3", "#4521" are no numbers of their own. */
function isPartOfName(text: string, one: NumberMatch): boolean {
  const before = text.slice(Math.max(0, one.start - 2), one.start);
  const after = text.slice(one.end, one.end + 2);
  return (
    // Chinese and Japanese write words and numbers without a space: "レビュー482件".
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}_#]-?$/u.test(before) ||
    /\d[:/.-]$/.test(before) ||
    /^([:/]\d|-[\d\p{Script=Latin}]|[\p{Script=Latin}_])/u.test(after.replace(/^[kKmM](?!\p{L})/u, ''))
  );
}

/** "20 Nov 2026", "November 20", "20. November": the numbers of a date that names its month. */
function isPartOfDate(text: string, one: NumberMatch, months: ReadonlyMap<string, number>): boolean {
  if (!/^\d{1,4}$/.test(one.number)) return false;
  const [, next = ''] = /^(?:st|nd|rd|th|\.)? ?(?:de |of )?(\p{L}{3,})/u.exec(text.slice(one.end, one.end + 24)) ?? [];
  const [, last = ''] =
    /(\p{L}{3,})\.?(?: de)? (?:\d{1,2}(?:st|nd|rd|th)?,? )?$/u.exec(
      text.slice(Math.max(0, one.start - 24), one.start),
    ) ?? [];
  return [next, last].some((word) => months.has(word.toLowerCase()));
}

function judge(job: Job, candidate: Candidate): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  if (candidate.refusal === 'bare') candidate.refusal = bareRefusal(job, candidate);
  if (context.struck) candidate.refusal ??= 'struck through: no longer valid';
  const { kind } = job.asked;
  if (kind !== 'rating') candidate.refusal ??= rangeRefusal(job, candidate);
  if (
    value.unit === '%' &&
    /\(\s?[+−±-]?$/.test(context.before) &&
    /^\s?\)/.test(context.after) &&
    /^[(+−±-]/.test(context.before.trim() + candidate.quote)
  )
    candidate.refusal ??= 'it is a change';
  if (kind === 'rate') judgeRate(job, candidate);
  if (kind === 'rating') judgeRating(candidate);
  if (kind === 'quantity') judgeQuantity(job, candidate);
  if (kind === 'count' && isTotal(context)) candidate.prior += 0.8;
  if (context.segment?.text.length === candidate.quote.length) candidate.prior += 0.2;
  if (context.fontSize >= 24) candidate.prior += 0.4;
  // Figures stand in tiles and tables; sentences explain them, compare them and give examples.
  if ((context.segment?.text.length ?? 0) > 90) candidate.prior -= 0.8;
  const needsLabel = !(kind === 'quantity' && job.asked.question.property === 'temperature') && kind !== 'rate';
  if (candidate.label < LEAST_LABEL) candidate.label = Math.max(candidate.label, underHeading(job, candidate));
  if (needsLabel && candidate.label < LEAST_LABEL) {
    candidate.refusal ??= `no label next to it says "${job.asked.question.property}"`;
  }
}

const GENERAL_WORDS = new Set(['level', 'index', 'value', 'number', 'count', 'price', 'total', 'amount', 'status']);

/** "The reservoir of X above 70 %": a word that heads the column of names says what the rows are, not which value. */
function kindOfRows(job: Job, cell: Cell): boolean {
  const own = job.asked.labels[0] ?? '';
  if (job.asked.kind !== 'quantity' || own.length < 4) return false;
  return rowHeaders(cell).some((head) =>
    columnHeaders(head).some(({ start, end }) => termScore(job, job.page.text.slice(start, end)) >= 0.9),
  );
}

/** "Processing times" over a table of countries: a heading or caption names every value below it, though weakly. */
function underHeading(job: Job, { context, span, binding }: Candidate): number {
  if (context.cell !== null && kindOfRows(job, context.cell)) return 0.35;
  const isDefined = context.node >= 0 && job.page.nodes[context.node]?.tag === 'dd';
  if (context.cell === null && !isDefined && (binding.entry === -1 || (context.segment?.text.length ?? 0) > 60))
    return 0;
  const [nearest] = headingChain(job.page, span.start);
  const own = job.asked.labels[0] ?? '';
  if (nearest === undefined || job.asked.kind === 'count' || /^(value|number|measure)$/.test(own)) return 0;
  const text = job.page.text.slice(nearest.start, nearest.end);
  const said = stemsOf(text);
  // "Pollen today" over the kinds of pollen.
  const isPart = wordsOf(own).some(({ stem }) => stem.length >= 5 && !GENERAL_WORDS.has(stem) && said.has(stem));
  return Math.max(0.4 * termScore(job, text), isPart ? 0.3 : 0);
}

/** The unit stands in the label ("Temp. (°C)", "PM2.5 µg/m³"), or the label itself is the measure ("AQI"). */
function bareRefusal(job: Job, candidate: Candidate): string | null {
  const { unit } = job.asked.question;
  if (candidate.value.type !== 'number') return null;
  for (const { text, from } of candidate.context.labels) {
    if (from === 'spoken' || from === 'names') continue;
    const keyed = unitOfKey(text, unit);
    if (keyed !== null) {
      candidate.value.unit = keyed;
      return null;
    }
    for (let at = 0; at < text.length && at < 120; at++) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) continue;
      const written = unitAt(text, at);
      if (
        written !== null &&
        (unit === null || comparableUnits(written.unit, unit)) &&
        (/[°%/µ³²]/.test(written.unit) || isHeadUnit(text, at))
      ) {
        candidate.value.unit = written.unit;
        return null;
      }
    }
  }
  if (unit !== null && /^(aqi|index|points?|p)$/i.test(unit) && candidate.label >= LEAST_LABEL) return null;
  return `it has no unit${unit === null ? '' : ` that agrees with ${unit}`}`;
}

/** "Showing 1–20 of 134": 134 counts; "Page 2 of 7" counts pages. */
function rangeRefusal(job: Job, { context, span }: Candidate): string | null {
  const line = fold(job.page.text.slice(Math.max(context.segment?.start ?? 0, span.start - 80), span.start));
  const after = fold(context.after);
  if (/(^|[^a-z])(page|seite|pagina|ページ)[^a-z0-9]{0,3}(\d+ (of|von|sur|de|di|van) )?$/.test(line)) {
    return 'it numbers a page of results';
  }
  const shown =
    SHOWN.test(line) || /\d\s?([-–—~]|to|bis|a|al|t\/m|から)\s?\d*\s?(of|von|sur|de|di|van|\/)?\s*$/.test(line);
  // A space before the dash alone makes it the sign of the next number: "1.2684 -0.0021".
  if (/^(?:[-–—~]|\s[-–—~]\s|\s*(?:to|bis|t\/m)\s*)$/.test(after)) return 'it is a part of a range';
  const ofMore = /^\s*(of|von|sur|de|di|van|\/|out of)\s*$/.test(after);
  if (ofMore && shown) return 'it counts what is shown, not all there is';
  // "3 of 40 seats left": the first number is what is left, the second how many there are in all.
  // The words of what is left may stand between: "118 places libres sur 420".
  if (!shown && WHOLE_BEHIND.test(line)) return 'it is the size of the whole';
  return null;
}

const WHOLE_BEHIND =
  /\d\s*(of|von|sur|de|di|van|\/|out of)\s*$|\d\s?(?:[a-z]+ ){1,3}(out of|of|von|sur|su|auf|van de|de un total de|de um total de|em um total de)\s*$/;

/** Words over a list of results: "Showing 1–20 of 134" counts 134. */
const SHOWN =
  /(^|[^a-z])(showing|viewing|displaying|results?|items?|zeige|anzeige|angezeigt|treffer|affichage|resultats?|mostrando|mostrati|resultados?|risultati|exibindo|weergave|resultaten|表示)([^a-z][^.]*)?$/;

function isTotal(context: Context): boolean {
  return /(^|[^a-z])(of|von|sur|de|di|van|total|insgesamt|gesamt|全)[^a-z0-9]{0,3}(about |ca\.? |over )?$/.test(
    fold(context.before),
  );
}
