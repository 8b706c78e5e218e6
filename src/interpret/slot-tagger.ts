import type { Weights } from './choice';

/** What a word is for; `other` is request, comparison, operand, chat. */
export const TAGS = ['other', 'item', 'property', 'exclusion'] as const;
export type Tag = (typeof TAGS)[number];

/** Scores of a sentence: one row of tags per word, and the scores of one tag behind another. */
export interface Scores {
  words: readonly Float64Array[];
  steps: readonly Float64Array[];
}

const SIZE = TAGS.length;

/** The scores that weights give; the step from tag to tag is the feature "after <tag>". */
export function scoresOf(features: readonly (readonly string[])[], weights: Weights): Scores {
  const words = features.map((own) => {
    const row = new Float64Array(SIZE);
    for (const feature of own) {
      const labels = weights[feature];
      if (labels) for (let tag = 0; tag < SIZE; tag++) row[tag] = (row[tag] ?? 0) + (labels[TAGS[tag] ?? ''] ?? 0);
    }
    return row;
  });
  const steps = TAGS.map((before) => Float64Array.from(TAGS, (tag) => weights[`after ${before}`]?.[tag] ?? 0));
  return { words, steps };
}

/** A path through the words so far: its score, and whether it has an item yet. */
interface Path {
  score: number;
  tag: number;
  before: Path | null;
}

const NO_PATH: Path = { score: -Infinity, tag: 0, before: null };
const ITEM = TAGS.indexOf('item');

/**
 * The likeliest tags of a sentence among those that name an item (Viterbi); nearly every sentence does. A word that is
 * `glued` has the tag of the word before: a name is in one slot as a whole.
 */
export function likeliestTags(scores: Scores, glued: readonly boolean[] = []): Tag[] {
  let without: Path[] = [];
  let withItem: Path[] = [];
  for (const [at, row] of scores.words.entries()) {
    const [plain, named] = [without, withItem];
    const next = (paths: readonly Path[], tag: number): Path => {
      const possible = glued[at] ? paths.filter((path) => path.tag === tag) : paths;
      return extended(possible, tag, row[tag] ?? 0, scores);
    };
    const start = (tag: number): Path => ({ score: row[tag] ?? 0, tag, before: null });
    without = TAGS.map((_, tag) => (tag === ITEM ? NO_PATH : at === 0 ? start(tag) : next(plain, tag)));
    withItem = TAGS.map((_, tag) => {
      if (at === 0) return tag === ITEM ? start(tag) : NO_PATH;
      return next(tag === ITEM ? [...plain, ...named] : named, tag);
    });
  }
  const best = withItem.reduce((one, other) => (other.score > one.score ? other : one), NO_PATH);
  const tags: Tag[] = [];
  for (let path: Path | null = best === NO_PATH ? null : best; path; path = path.before) {
    tags.push(TAGS[path.tag] ?? 'other');
  }
  return tags.reverse();
}

function extended(paths: readonly Path[], tag: number, own: number, { steps }: Scores): Path {
  let best = NO_PATH;
  for (const before of paths) {
    const score = before.score + (steps[before.tag]?.[tag] ?? 0) + own;
    if (score > best.score) best = { score, tag, before };
  }
  return best;
}

/** Log of the sum of exponentials. */
function logSum(values: Float64Array): number {
  const most = Math.max(...values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}

/** Sums over all tags before each word (forward) and behind each word (backward), in logarithms. */
function sweeps({ words, steps }: Scores): { forward: Float64Array[]; backward: Float64Array[] } {
  const forward: Float64Array[] = [];
  for (const [at, row] of words.entries()) {
    const before = forward[at - 1];
    forward.push(
      row.map((score, tag) => score + (before ? logSum(before.map((sum, one) => sum + (steps[one]?.[tag] ?? 0))) : 0)),
    );
  }
  const backward: Float64Array[] = [];
  for (let at = words.length - 1; at >= 0; at--) {
    const [behind, row] = [backward[0], words[at + 1]];
    const sums = steps.map((step) =>
      behind && row ? logSum(step.map((score, tag) => score + (row[tag] ?? 0) + (behind[tag] ?? 0))) : 0,
    );
    backward.unshift(Float64Array.from(sums));
  }
  return { forward, backward };
}

/** For every word the probabilities of its tags, and for every step those of each pair (`before * 4 + tag`). */
export function marginals(scores: Scores): { tags: Float64Array[]; pairs: Float64Array[] } {
  const { forward, backward } = sweeps(scores);
  const whole = logSum(forward.at(-1) ?? new Float64Array(SIZE));
  const share = (sum: number): number => Math.exp(sum - whole);
  const tags = forward.map((row, at) => row.map((sum, tag) => share(sum + (backward[at]?.[tag] ?? 0))));
  const pairs = forward.slice(1).map((_, at) => {
    const [before, row, behind] = [forward[at], scores.words[at + 1], backward[at + 1]];
    return Float64Array.from({ length: SIZE * SIZE }, (_none, pair) => {
      const [from, tag] = [Math.floor(pair / SIZE), pair % SIZE];
      const step = scores.steps[from]?.[tag] ?? 0;
      return share((before?.[from] ?? 0) + step + (row?.[tag] ?? 0) + (behind?.[tag] ?? 0));
    });
  });
  return { tags, pairs };
}

/** How likely a sequence of tags is as a whole. */
export function probabilityOf(tags: readonly Tag[], scores: Scores): number {
  let score = 0;
  for (const [at, tag] of tags.entries()) {
    const own = TAGS.indexOf(tag);
    score += scores.words[at]?.[own] ?? 0;
    if (at > 0) score += scores.steps[TAGS.indexOf(tags[at - 1] ?? 'other')]?.[own] ?? 0;
  }
  return Math.exp(score - logSum(sweeps(scores).forward.at(-1) ?? new Float64Array(SIZE)));
}
