import { FEATURE_NAMES } from '../features/features';
import { answerKey, byValue, type RankedValue, sureOf, suretyRow } from '../surety';
import { probabilities, scoreOf, type Trees } from '../trees';
import { type BoostOptions, boost, type Group } from './boost';
import { foldOf, type LearningCase } from './case';
import { binRows } from './grow';
import { fitLogistic } from './logistic';

const FOLDS = 5;

/** What became of one case in validation: nobody who trained had seen its site. */
export interface Validated {
  case: LearningCase;
  ranked: RankedValue[];
  /** Place of the right value, from 0; -1 where it is not among the ranked. */
  place: number;
  surety: number[];
  /** Calibrated on other sites. */
  probability: number;
}

const OPTIONS: BoostOptions = {
  rounds: 90,
  learningRate: 0.1,
  depth: 4,
  leastWeight: 0.5,
  penalty: 3,
  leastGain: 0.05,
  base: -3,
  columns: 0.4,
  seed: 7,
};

/** Trees for some cases. Those whose right candidate was not kept teach nothing. */
export function fitTrees(cases: readonly LearningCase[], options: BoostOptions = OPTIONS): Trees {
  const rows: Float32Array[] = [];
  const groups: Group[] = [];
  for (const one of cases) {
    if (one.answered && one.right.length === 0) continue;
    const from = rows.length;
    rows.push(...one.rows);
    groups.push({ from, to: rows.length, right: one.right.map((at) => at + from) });
  }
  return boost(binRows(rows, FEATURE_NAMES.length), groups, options);
}

/** Trains on four fifths of the sites and tries the last, in turn; then calibrates the same way. */
export function crossValidate(cases: readonly LearningCase[]): Validated[] {
  const validated: Validated[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = fitTrees(cases.filter(({ site }) => foldOf(site, FOLDS) !== fold));
    for (const one of cases) if (foldOf(one.site, FOLDS) === fold) validated.push(tryOut(one, trees));
  }
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitSurety(validated.filter((one) => foldOf(one.case.site, FOLDS) !== fold));
    for (const one of validated) {
      if (foldOf(one.case.site, FOLDS) === fold) one.probability = sureOf(one.surety, weights);
    }
  }
  return validated;
}

export function fitSurety(validated: readonly Validated[]): number[] {
  return fitLogistic(
    validated.map(({ surety }) => surety),
    validated.map(({ place }) => place === 0),
  );
}

function tryOut(one: LearningCase, trees: Trees): Validated {
  const shares = probabilities(one.rows.map((row) => scoreOf(trees, row)));
  const ranked = byValue(one.views, shares);
  const none = 1 - shares.reduce((sum, share) => sum + share, 0);
  const right = new Set(one.right.flatMap((at) => one.views[at] ?? []).map(answerKey));
  const place = ranked.findIndex(({ view }) => right.has(answerKey(view)));
  return { case: one, ranked, place, surety: suretyRow(ranked, none), probability: 0 };
}

/** The lowest probability from which on at most `wrongShare` of what is given is wrong. */
export function thresholdFor(validated: readonly Validated[], wrongShare: number): number {
  const sorted = [...validated].sort((a, b) => b.probability - a.probability);
  let [right, best] = [0, 1];
  sorted.forEach(({ place, probability }, at) => {
    if (place === 0) right += 1;
    if (at >= 9 && 1 - right / (at + 1) <= wrongShare) best = probability;
  });
  return Math.round(best * 1e4) / 1e4;
}
