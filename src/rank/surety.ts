import type { AskedPage } from './asked-page';
import { countBits, weighBits } from './bits';
import { unitOf } from './features/feature';
import { type View, valueKey } from './view';

/** A value with the place that says it best. */
export interface RankedValue {
  view: View;
  /** The probability of all places with this value together, before calibration. */
  share: number;
}

/** Candidates that say the same are one answer, whose probability is the sum of theirs; likeliest first. */
export function byValue(views: readonly View[], shares: readonly number[]): RankedValue[] {
  const values = new Map<string, RankedValue & { best: number }>();
  views.forEach((view, at) => {
    const share = shares[at] ?? 0;
    const key = answerKey(view);
    const known = values.get(key);
    if (known === undefined) values.set(key, { view, share, best: share });
    else {
      known.share += share;
      if (share > known.best) Object.assign(known, { best: share, view });
    }
  });
  return [...values.values()].sort((a, b) => b.share - a.share).map(({ view, share }) => ({ view, share }));
}

/** A yes is worth what it is proved by, so each place is an answer of its own. */
export function answerKey({ candidate }: View): string {
  return candidate.value.type === 'boolean' ? String(candidate.start) : valueKey(candidate);
}

/** How many numbers `suretyRow` returns. */
export const SURETY_WIDTH = 18;
const LIKELY = 0.05;

const logit = (share: number): number => Math.log((share + 1e-4) / (1 - share + 1e-4));

/** What tells how far the first place can be believed: margins, counts, and how much of the question was found. */
export function suretyRow(ranked: readonly RankedValue[], none: number): number[] {
  const [first, second] = ranked;
  if (first === undefined) return [1, ...new Array(SURETY_WIDTH - 1).fill(0)];
  const { shares, repeats, ofKind, question, candidate } = first.view;
  const { segment, card, heading, title, rowHeader, before, columnHeader, previous } = shares;
  const near = segment.bits | card.bits | heading.bits | title.bits | rowHeader.bits;
  return [
    1,
    logit(first.share),
    first.share - (second?.share ?? 0),
    logit(none),
    Math.log1p(ofKind),
    Math.log1p(repeats),
    ...foundRow(question, near),
    before.all + rowHeader.all + columnHeader.all + previous.all,
    question.words.length / 10,
    Math.log1p(ranked.filter(({ share }) => share > LIKELY).length),
    question.asked.unit === null ? 0 : 1,
    question.asked.unit === unitOf(candidate) ? 1 : 0,
    question.excluded.starts.length > 0 ? 1 : 0,
  ];
}

/** Shares of the question's words near the value, and anywhere on the page. */
function foundRow({ words, matches, found }: AskedPage, near: number): number[] {
  return [
    words.length === 0 ? 0 : countBits(near) / words.length,
    weighBits(matches.item, near, matches.weights),
    weighBits(matches.item, found, matches.weights),
    weighBits(-1, found, matches.weights),
    weighBits(-1, near, matches.weights),
    heaviest(~near, matches.weights),
  ];
}

/** The weight of the rarest of some words: one "black" that is missing makes it another mug. */
function heaviest(bits: number, weights: Float64Array): number {
  return weights.reduce((most, weight, word) => ((bits & (1 << word)) === 0 ? most : Math.max(most, weight)), 0);
}

/** The calibrated probability that the first place is right. */
export function sureOf(row: readonly number[], weights: readonly number[]): number {
  const score = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}
