import type { PageCut } from '@/domain/page-cut';
import type { Snapshot, Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { currencyOfPage, openCurrencies } from '@/domain/written/currency';
import type { ParseHint } from '@/domain/written/hint';
import { type Binding, bind, placesOfItem } from './binding';
import { nearestSegments, nearestValues } from './bounds';
import { type Context, contextOf } from './context';
import type { ItemPlaces } from './item-words';
import { indexPage, type PageIndex, type Segment } from './page-index';
import { type Asked, ask } from './question';
import { relevantSegments } from './relevant';
import { hostOf } from './structured';
import { type Cell, tablesOf } from './tables';
import { fold, stem, stemsOf, wordsOf } from './words';

/** One value of the wanted type where it stands, with what speaks for and against it. */
export interface Candidate {
  value: FactValue;
  span: Span;
  quote: string;
  context: Context;
  /** 0 to 1: how surely a label next to it names the property. */
  label: number;
  binding: Binding;
  /** 0 to 1.5: how much of the item stands right beside the value, where one line holds several ("adult €7 · child €5"). */
  beside: number;
  /** What the form of the page says (markup, size, place), about -2 to 3. */
  prior: number;
  /** Why it is not the fact; null while it can be. */
  refusal: string | null;
}

/** A value found by a parser, before its surroundings are looked at. */
export interface Found extends Span {
  value: FactValue;
  /** Smallest text that a person recognises as the value. */
  prior?: number;
  refusal?: string | null;
}

/** Everything that a reading needs, worked out once for a question and a page. */
export interface Job {
  asked: Asked;
  page: PageIndex;
  cells: Map<number, Cell>;
  places: ItemPlaces;
  /** The pieces of text in which values are looked for. */
  segments: Segment[];
  /** Scores of label texts that were seen before: lists repeat their labels. */
  scores: Map<string, number>;
  hint: ParseHint;
  now: Date;
  terms: Term[];
  kept: Kept;
}

/** What comes of a job while it is done, shared by all that ask the same of the page. */
interface Kept {
  /** What was left out of the page so far. */
  cut: PageCut | null;
  /** The candidates as they were found, and for which moment; never handed out themselves. */
  candidates: { moment: string; all: Candidate[] } | null;
}

interface Term {
  text: string;
  own: boolean;
  /** A single word long enough to be the end of a compound ("Wassertemperatur"). */
  suffix: string | null;
}

/** The recipe, the reader and the verification ask the same of a snapshot, one after the other. */
const started = new WeakMap<Snapshot, { question: Asked['question']; job: Job }>();

export function startJob(question: Asked['question'], snapshot: Snapshot, now: Date): Job {
  const known = started.get(snapshot);
  if (known?.question === question) return { ...known.job, now };
  const job = openJob(question, snapshot, now);
  started.set(snapshot, { question, job });
  return job;
}

function openJob(question: Asked['question'], snapshot: Snapshot, now: Date): Job {
  const asked = ask(question);
  const page = indexPage(snapshot);
  const own = new Set(asked.labels.slice(0, 2));
  const places = placesOfItem(page, asked);
  const close = nearestSegments(relevantSegments(page, places), places);
  return {
    asked,
    page,
    cells: tablesOf(page),
    places,
    segments: close.kept,
    scores: new Map(),
    hint: hintOf(question, snapshot),
    now,
    kept: { cut: close.cut ?? snapshot.cut ?? null, candidates: null },
    terms: asked.labels.map((label) => {
      const words = wordsOf(label).map((word) => word.stem);
      const only = words.length === 1 ? (words[0] ?? '') : '';
      return { text: ` ${words.join(' ')} `, own: own.has(label), suffix: only.length >= 5 ? only : null };
    }),
  };
}

/** Who asks for fuel or power means a price with three decimals. */
const PER_MEASURE =
  /(^|[^a-z])(diesel|super|e5|e10|benzin\w*|sprit\w*|kraftstoff|heizol|strom\w*|gas(oline|olina|oil|olio|preis)?|petrol|fuel|unleaded|kwh|tankstelle|carburant|essence|sans plomb|gazole|gasoleo|gasolina|carburante|benzina|benzine|electricity|electricite|electricidad|lpg|autogas|adblue|gpl)([^a-z]|$)/;

/** What decides an ambiguous number: the page's language and host, and the currency that the person expects. */
function hintOf(question: Asked['question'], snapshot: Snapshot): ParseHint {
  const unit = question.unit !== null && /^[A-Z]{3}$/.test(question.unit) ? question.unit : null;
  const perMeasure = PER_MEASURE.test(fold(`${question.fact} ${question.prompt}`));
  const page = { language: snapshot.language, host: hostOf(snapshot.finalUrl) };
  return { ...page, currency: unit && (openCurrency(question.prompt, unit, snapshot, page) ?? unit), perMeasure };
}

/** A bare "$" in the prompt means the page's own dollars or pesos. */
function openCurrency(prompt: string, unit: string, { text }: Snapshot, page: ParseHint): string | null {
  const open = openCurrencies(prompt.replace(/\bhttps?:\/\/\S+/g, ' '), unit);
  return open.length === 0 ? null : currencyOfPage(open, text, page);
}

/** Looks at the surroundings of found values, of very many only at the nearest. They must be in page order. */
export function candidatesOf(job: Job, all: Found[]): Candidate[] {
  const { kept: found, cut } = nearestValues(all, job.places);
  job.kept.cut ??= cut;
  return found.map((one, at) => {
    const context = contextOf(
      job.page,
      job.cells,
      one,
      found[at - 1]?.end ?? 0,
      found[at + 1]?.start ?? job.page.text.length,
    );
    return {
      value: one.value,
      span: { start: one.start, end: one.end },
      quote: job.page.text.slice(one.start, one.end),
      context,
      label: labelScore(job, context),
      binding: bind(job.page, job.places, context),
      beside: besideOf(job, context, found[at - 1]?.end ?? 0, found[at + 1]?.start ?? job.page.text.length),
      prior: one.prior ?? 0,
      refusal: one.refusal ?? null,
    };
  });
}

/** Of a line that is a page by itself, so much before a value is looked at. */
const BESIDE_MAX = 600;

/** Words beside the value count fully, those earlier in its line half: they may belong to the values between. */
function besideOf(job: Job, context: Context, previousEnd: number, nextStart: number): number {
  const { segment } = context;
  if (segment === null || job.places.total === 0) return 0;
  if (previousEnd <= segment.start && nextStart >= segment.end) return 0;
  const earlier = job.page.text.slice(
    Math.max(segment.start, previousEnd - BESIDE_MAX),
    Math.max(segment.start, previousEnd),
  );
  return namesItem(job, context.before.slice(-BESIDE_MAX)) + 0.5 * namesItem(job, earlier);
}

/** Best of the label texts: the property's own words count fully, synonyms a little less, words of the prompt least. */
function labelScore(job: Job, context: Context): number {
  let best = 0;
  for (const { text, trust } of context.labels) best = Math.max(best, trust * termScore(job, text));
  return Math.min(1, best);
}

export function termScore(job: Job, text: string): number {
  const known = job.scores.get(text);
  if (known !== undefined) return known;
  const score = scoreTerms(job, text);
  job.scores.set(text, score);
  return score;
}

function scoreTerms(job: Job, text: string): number {
  const words = wordsOf(text.slice(-160)).map((word) => word.stem);
  const joined = ` ${words.join(' ')} `;
  let best = 0;
  for (const { text: term, own, suffix } of job.terms) {
    const full = own ? 1 : 0.85;
    const part = own ? 0.9 : 0.75;
    if (joined === term) best = Math.max(best, full);
    else if (joined.includes(term)) best = Math.max(best, part);
    else if (suffix !== null && words.some((word) => word.length > suffix.length && word.endsWith(suffix))) {
      best = Math.max(best, part - 0.2);
    }
    // Narrow columns shorten their headings: "Pos", "Temp.", "Dep".
    if (own && words.length === 1 && joined.length >= 5 && term.trim().startsWith(joined.trim()))
      best = Math.max(best, 0.7);
    // "5-year fixed" is most of "5-year fixed mortgage".
    if (own) best = Math.max(best, mostOf(term, words));
    if (isCjkTerm(term) && text.includes(term.trim())) best = Math.max(best, part);
  }
  if (job.asked.kind === 'count') best = Math.max(best, nounScore(job, words));
  const hinted = words.filter((word) => job.asked.hints.has(word)).length;
  return Math.min(1, best + Math.min(0.3, hinted * 0.15));
}

function mostOf(term: string, words: string[]): number {
  const wanted = term.trim().split(' ');
  if (wanted.length < 3 || words.length > 6) return 0;
  const share = wanted.filter((word) => words.includes(word)).length / wanted.length;
  return share >= 0.6 ? 0.75 * share : 0;
}

const LEFT = new Set(['free', 'open', 'available', 'left', 'remaining', 'vacant'].map(stem));

/** "Only 7 left", "nur noch 2 auf Lager", "quedan 3": how many of a thing there still are. */
const STILL_THERE = new Set(
  `left remaining stock available availability inventory verfugbarkeit bestand lagerbestand disponibilite disponibilidad
  disponibilidade existencia lager verfugbar ubrig restants restantes restent disponible disponibles quedan queda
  existencias estoque restam disponiveis rimasti rimaste rimangono disponibili disponibilita magazzino voorraad beschikbaar
  over kvar tilbage igjen pozostalo zostalo`
    .split(/\s+/)
    .map(stem),
);

/** Of a count, the thing that is counted must stand next to the number. */
function nounScore(job: Job, words: string[]): number {
  const { nouns, question } = job.asked;
  if (/^number (?!of )/.test(question.fact) && words.some((word) => STILL_THERE.has(word))) return 0.8;
  if (nouns.size === 0) return 0;
  const found = new Set(words.filter((word) => nouns.has(word))).size;
  const last = words.at(-1) ?? '';
  // "Free", "open": a head that says only that much counts what the prompt calls free spaces.
  if (found === 0 && words.length <= 3 && LEFT.has(last) && job.asked.hints.has(last)) return 0.6;
  return found === 0 ? 0 : 0.45 + 0.35 * (found / nouns.size);
}

function isCjkTerm(term: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(term);
}

/** True where a text holds any of the property's terms. */
export function namesProperty(job: Job, text: string): boolean {
  return termScore(job, text) >= 0.55;
}

/** Words of the item's name that a text holds, as a share of the item's weight. */
export function namesItem(job: Job, text: string): number {
  if (job.places.total === 0) return 0;
  const stems = stemsOf(text);
  const sum = job.places.words.reduce(
    (total, { word }) => total + (word.forms.some((form) => stems.has(stem(form))) ? word.weight : 0),
    0,
  );
  return sum / job.places.total;
}
