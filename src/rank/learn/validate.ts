import { FEATURE_NAMES } from '../features/features';
import type { Family } from '../pool';
import { answerKey, byValue, heaviestOfEach, SURETY_WIDTH, type Surety, sureOf, suretyRow } from '../surety';
import { probabilities, scoreOf, type Trees } from '../trees';
import { type BoostOptions, boost, boostLogistic, type Group, type LogisticOptions } from './boost';
import { foldOf, type LearningCase } from './case';
import { type Binned, binRows } from './grow';
import { fitStandardised } from './logistic';

const FOLDS = 5;

/** A value that a person would be offered. */
interface Offered {
  key: string;
  /** Its probability before calibration, times that of its kind. */
  weight: number;
  isRight: boolean;
}

/** What became of one case in validation: nobody who trained had seen its site. */
export interface Validated
  extends Pick<LearningCase, 'id' | 'site' | 'real' | 'family' | 'labelled' | 'kind' | 'answered' | 'generated'> {
  /** Of the type and unit asked for, likeliest first. */
  offered: Offered[];
  /** Whether the first of them is the first of all, so that it may be given. */
  isFirst: boolean;
  surety: number[];
  /** Calibrated on other sites; 0 where nothing may be given. */
  probability: number;
  /** Above a threshold that was chosen on other sites. */
  given: boolean;
}

const OPTIONS: Omit<BoostOptions, 'rounds'> = {
  learningRate: 0.1,
  depth: 4,
  leastWeight: 0.5,
  penalty: 3,
  leastGain: 0.05,
  base: -3,
  columns: 0.4,
  share: 0.4,
  seed: 7,
};

/** How many trees: families with few cases learn them by heart where there are more. */
const ROUNDS: Record<Family, number> = { number: 200, text: 200, yesNo: 90, list: 90 };

/** How sure a first place is: few cases, so shallow trees that learn slowly. */
const SURETY: LogisticOptions = {
  rounds: 150,
  learningRate: 0.05,
  depth: 3,
  leastWeight: 4,
  penalty: 4,
  leastGain: 0.1,
  columns: 0.4,
  seed: 3,
};
const LINEAR_PENALTY = 20;
/** As many as a person is offered, and some more for what other kinds bring. */
const MOST_OFFERED = 20;

/** Cases of one family made ready: the features of all of them cut into the same bins, whatever is left out. */
interface Prepared {
  binned: Binned;
  groups: ReadonlyMap<LearningCase, Group>;
  family: Family;
}

/** What can teach: not a case whose right candidate was not kept, nor one of an unlikely kind. */
export function prepare(cases: readonly LearningCase[], family: Family): Prepared {
  const rows: Float32Array[] = [];
  const groups = new Map<LearningCase, Group>();
  for (const one of cases) {
    const isUnlikely = one.kind !== null && one.kind > 0;
    if (isUnlikely || (one.answered && one.isFamily && one.right.length === 0)) continue;
    const from = rows.length;
    rows.push(...one.rows);
    groups.set(one, { from, to: rows.length, right: one.right.map((at) => at + from) });
  }
  return { binned: binRows(rows, FEATURE_NAMES.length), groups, family };
}

/** Trees for those of the cases that can teach. Where the family was misunderstood, nothing is right. */
export function fitTrees(
  { binned, groups, family }: Prepared,
  isTaught: (one: LearningCase) => boolean = () => true,
): Trees {
  const taught = [...groups].filter(([one]) => isTaught(one)).map(([, group]) => group);
  return boost(binned, taught, { ...OPTIONS, rounds: ROUNDS[family] });
}

/** Trains on four fifths of the sites and tries the last, in turn. How sure each is, `calibrate` tells. */
export function crossValidate(cases: readonly LearningCase[], prepared: Prepared): Validated[] {
  const validated: Validated[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = fitTrees(prepared, (one) => foldOf(one.site, FOLDS) !== fold);
    for (const one of cases) if (foldOf(one.site, FOLDS) === fold) validated.push(tryOut(one, trees));
  }
  return validated;
}

function tryOut(one: LearningCase, trees: Trees): Validated {
  const shares = probabilities(one.rows.map((row) => scoreOf(trees, row)));
  const ranked = byValue(one.views, one.rows, shares);
  const none = 1 - shares.reduce((sum, share) => sum + share, 0);
  const right = new Set(one.right.flatMap((at) => one.views[at] ?? []).map(answerKey));
  const fitting = new Set(one.views.filter((_, at) => one.fits[at]));
  const offered = ranked.filter(({ view }) => fitting.has(view));
  const { id, site, real, family, labelled, kind, answered, generated, kindProbability } = one;
  return {
    ...{ id, site, real, family, labelled, kind, answered, generated },
    offered: offered.slice(0, MOST_OFFERED).map(({ view, share }) => {
      const key = answerKey(view);
      return { key: `${family} ${key}`, weight: share * kindProbability, isRight: right.has(key) };
    }),
    isFirst: ranked[0] !== undefined && fitting.has(ranked[0].view),
    surety: suretyRow(ranked, none),
    probability: 0,
    given: false,
  };
}

/** What a person is offered of one question that may be of several kinds, in one order. */
export function mixed(kinds: readonly Validated[]): Offered[] {
  return heaviestOfEach(kinds.flatMap(({ offered }) => offered));
}

/** What says how sure a first place is, and from where on values are given. */
interface Calibration {
  surety: Surety;
  giveFrom: number;
}

/**
 * Learns how sure the first places are from the questions as they were understood on pages of the web, which are those
 * of the app, all families together; and chooses from where on a value is given, at most `wrongShare` of them wrong.
 * Tells each case its probability and whether it is given by what other sites taught.
 */
export function calibrate(validated: readonly Validated[], wrongShare: number): Calibration {
  for (const kinds of Map.groupBy(validated, ({ id }) => id).values()) {
    const understood = kinds.filter(({ kind }) => kind !== null);
    const own = understood.find(({ kind }) => kind === 0);
    if (own) own.isFirst &&= mixed(understood)[0] === own.offered[0];
  }
  const known = validated.filter(counts);
  const isIn = (fold: number) => (one: Validated) => foldOf(one.site, FOLDS) === fold;
  const isOut = (fold: number) => (one: Validated) => foldOf(one.site, FOLDS) !== fold;
  for (let fold = 0; fold < FOLDS; fold++) {
    const surety = fitSurety(known.filter(isOut(fold)));
    for (const one of validated.filter(isIn(fold))) one.probability = one.isFirst ? sureOf(one.surety, surety) : 0;
  }
  for (let fold = 0; fold < FOLDS; fold++) {
    const giveFrom = thresholdOf(known.filter(isOut(fold)), wrongShare);
    for (const one of validated.filter(isIn(fold))) one.given = one.probability >= giveFrom;
  }
  return { surety: fitSurety(known), giveFrom: thresholdOf(known, wrongShare) };
}

/** Whether a case is one of the app's: only those calibrate, and are told as what a person meets. */
function counts({ real, kind }: Validated): boolean {
  return real && kind === 0;
}

const isRight = ({ isFirst, offered: [first] }: Validated): boolean => isFirst && first?.isRight === true;

function fitSurety(validated: readonly Validated[]): Surety {
  const right = validated.map(isRight);
  const rows = validated.map(({ surety }) => Float32Array.from(surety));
  return {
    trees: boostLogistic(binRows(rows, SURETY_WIDTH), right, SURETY),
    linear: fitStandardised(
      validated.map(({ surety }) => surety),
      right,
      LINEAR_PENALTY,
    ),
  };
}

/** One for all families: their probabilities are calibrated together, and few cases of one tell little of a share. */
function thresholdOf(validated: readonly Validated[], wrongShare: number): number {
  return thresholdFor(
    validated.map((one) => ({ ...one, isRight: isRight(one) })),
    wrongShare,
  );
}

/** Fewer of the surest tell nothing of a share. */
const FEWEST = 10;

/** The lowest probability from which on at most `wrongShare` of what is given is wrong; 1 where there is none. */
export function thresholdFor(tried: readonly { probability: number; isRight: boolean }[], wrongShare: number): number {
  const sorted = [...tried].sort((a, b) => b.probability - a.probability);
  let [right, best] = [0, 1];
  sorted.forEach((one, at) => {
    if (one.isRight) right += 1;
    const isLast = sorted[at + 1]?.probability !== one.probability;
    const isEnough = at + 1 >= FEWEST && one.probability > 0;
    if (isLast && isEnough && 1 - right / (at + 1) <= wrongShare) best = one.probability;
  });
  return Math.round(best * 1e4) / 1e4;
}
