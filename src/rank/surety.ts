import { FEATURE_NAMES } from './features/features';
import { FAMILIES, familyOf } from './pool';
import { scoreOf, type Trees } from './trees';
import { type View, valueKey } from './view';

/** A value with the place that says it best, and that place's features. */
interface RankedValue {
  view: View;
  row: ArrayLike<number>;
  /** The probability of all places with this value together, before calibration. */
  share: number;
}

/** Candidates that say the same are one answer, whose probability is the sum of theirs; likeliest first. */
export function byValue(
  views: readonly View[],
  rows: readonly ArrayLike<number>[],
  shares: readonly number[],
): RankedValue[] {
  const values = new Map<string, RankedValue & { best: number }>();
  views.forEach((view, at) => {
    const [share, row] = [shares[at] ?? 0, rows[at] ?? []];
    const key = answerKey(view);
    const known = values.get(key);
    if (known === undefined) values.set(key, { view, row, share, best: share });
    else {
      known.share += share;
      if (share > known.best) Object.assign(known, { best: share, view, row });
    }
  });
  return [...values.values()].sort((a, b) => b.share - a.share).map(({ view, row, share }) => ({ view, row, share }));
}

/** The heaviest one of each key, heaviest first; of equals the first. */
export function heaviestOfEach<One extends { key: string; weight: number }>(all: Iterable<One>): One[] {
  const heaviest = new Map<string, One>();
  for (const one of all) if (one.weight > (heaviest.get(one.key)?.weight ?? -1)) heaviest.set(one.key, one);
  return [...heaviest.values()].sort((a, b) => b.weight - a.weight);
}

/** A yes is worth what it is proved by, so each place is an answer of its own. */
export function answerKey({ candidate }: View): string {
  return candidate.value.type === 'boolean' ? String(candidate.start) : valueKey(candidate);
}

/** What of the first place tells whether it can be believed. */
const OF_FIRST = [
  ...['exact.property', 'item.own', 'item.covered', 'property.covered', 'labels', 'everywhere'],
  ...['missing.item', 'missing.any', 'missing.digits'],
  ...['before', 'rowHeader', 'heading', 'title', 'previous', 'next', 'segment', 'card', 'alone', 'repeats'],
  ...['rivals.line', 'rivals.card', 'kind.count', 'said.price', 'said.name', 'said.number'],
  ...['unit.same', 'unit.missing', 'unit.extra', 'money.wrong', 'count.fits', 'count.wrong'],
  ...['shape.fits', 'shape.wrong', 'is.money', 'is.date', 'is.version', 'denies', 'to.denial', 'text.words'],
  ...['list.entries', 'in.main', 'in.navigation', 'in.footer', 'in.struck', 'position', 'excluded'],
  ...['asked.words', 'asked.found', 'item.onPage', 'words.onPage', 'beside.was', 'binds.property.before'],
].map(placeOf);
/** Of these it is told how much more the first has than the second, and than the best of the others. */
const COMPARED = [
  ...['exact.property', 'item.own', 'item.covered', 'property.covered', 'labels', 'everywhere', 'segment'],
  ...['missing.item', 'missing.any'],
].map(placeOf);

function placeOf(name: string): number {
  const at = FEATURE_NAMES.indexOf(name);
  if (at < 0) throw new Error(`There is no feature "${name}".`);
  return at;
}

const LIKELY = 0.05;
/** So many others are looked at for what the first has more of. */
const OTHERS = 9;

const logit = (share: number): number => Math.log((share + 1e-4) / (1 - share + 1e-4));

/** How many numbers `suretyRow` returns. */
export const SURETY_WIDTH = 8 + FAMILIES.length + OF_FIRST.length + 2 * COMPARED.length;

/**
 * What tells how far the first place can be believed: how surely the question was understood, margins, what names the
 * place and how it compares with the next ones.
 */
export function suretyRow(ranked: readonly RankedValue[], none: number): number[] {
  const [first, second, third] = ranked;
  if (first === undefined) return new Array(SURETY_WIDTH).fill(0);
  const { asked } = first.view.question;
  const others = ranked.slice(1, 1 + OTHERS);
  const of = ({ row }: RankedValue, at: number): number => row[at] ?? 0;
  return [
    logit(asked.kindProbability),
    logit(asked.sentenceProbability),
    logit(first.share),
    first.share - (second?.share ?? 0),
    Math.log(third?.share ?? 1e-4),
    logit(none),
    Math.log1p(ranked.filter(({ share }) => share > LIKELY).length),
    asked.unit === null ? 0 : 1,
    ...FAMILIES.map((family) => (family === familyOf(asked) ? 1 : 0)),
    ...OF_FIRST.map((at) => of(first, at)),
    ...COMPARED.map((at) => of(first, at) - (second ? of(second, at) : 0)),
    ...COMPARED.map((at) => others.reduce((most, one) => Math.max(most, of(one, at)), 0)),
  ];
}

/** Two models of how sure a first place is, of which each errs where the other does not; both give log-odds. */
export interface Surety {
  trees: Trees;
  /** The constant, then a weight for each number of `suretyRow`. */
  linear: number[];
}

/** The calibrated probability that the first place is right: the mean of both log-odds. */
export function sureOf(row: readonly number[], { trees, linear }: Surety): number {
  const [constant = 0, ...weights] = linear;
  const score = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), constant);
  return 1 / (1 + Math.exp(-(score + scoreOf(trees, row)) / 2));
}
