import { describe, expect, it } from 'vitest';
import { likeliestTags, marginals, probabilityOf, type Scores, TAGS, type Tag } from './slot-tagger';

/** Four words with uneven scores, small enough to try all 256 sequences of tags. */
const SCORES: Scores = {
  words: [
    [0.3, -0.2, 1.1, 0],
    [0, 0.7, 0.6, -1],
    [0.9, 0.1, -0.4, 0.2],
    [0.5, -0.6, 0.2, 0.8],
  ].map((row) => Float64Array.from(row)),
  steps: [
    [0.2, -0.1, 0, 0],
    [-0.3, 0.9, -0.5, 0.1],
    [0.1, -0.2, 0.6, 0],
    [0, 0.3, -0.1, 0.4],
  ].map((row) => Float64Array.from(row)),
};

function sequences(length: number): Tag[][] {
  return length === 0 ? [[]] : sequences(length - 1).flatMap((rest) => TAGS.map((tag) => [...rest, tag]));
}

const score = (tags: readonly Tag[]): number =>
  tags.reduce((sum, tag, at) => {
    const step = at === 0 ? 0 : (SCORES.steps[TAGS.indexOf(tags[at - 1] ?? 'other')]?.[TAGS.indexOf(tag)] ?? 0);
    return sum + step + (SCORES.words[at]?.[TAGS.indexOf(tag)] ?? 0);
  }, 0);

const ALL = sequences(4);
const WHOLE = ALL.reduce((sum, tags) => sum + Math.exp(score(tags)), 0);

describe('the tagger', () => {
  it('finds the likeliest of all sequences that name an item', () => {
    const named = ALL.filter((tags) => tags.includes('item'));
    const best = named.reduce((one, other) => (score(other) > score(one) ? other : one));
    expect(likeliestTags(SCORES)).toEqual(best);
    const any = ALL.reduce((one, other) => (score(other) > score(one) ? other : one));
    expect(any).not.toContain('item');
  });

  it('gives the probabilities of single tags and of pairs as counted over all sequences', () => {
    const { tags, pairs } = marginals(SCORES);
    const counted = (holds: (tags: readonly Tag[]) => boolean): number =>
      ALL.filter(holds).reduce((sum, one) => sum + Math.exp(score(one)), 0) / WHOLE;
    for (const at of SCORES.words.keys()) {
      for (const [tag, name] of TAGS.entries()) {
        expect(tags[at]?.[tag]).toBeCloseTo(
          counted((one) => one[at] === name),
          9,
        );
      }
    }
    expect(pairs[1]?.[1 * TAGS.length + 2]).toBeCloseTo(
      counted((one) => one[1] === 'item' && one[2] === 'property'),
      9,
    );
  });

  it('gives the probability of one sequence', () => {
    const tags: Tag[] = ['property', 'item', 'other', 'exclusion'];
    expect(probabilityOf(tags, SCORES)).toBeCloseTo(Math.exp(score(tags)) / WHOLE, 9);
  });

  it('keeps a name in one slot', () => {
    const named = ALL.filter((tags) => tags.includes('item') && tags[1] === tags[0]);
    const best = named.reduce((one, other) => (score(other) > score(one) ? other : one));
    expect(likeliestTags(SCORES, [false, true, false, false])).toEqual(best);
    expect(likeliestTags(SCORES)).not.toEqual(best);
  });

  it('has nothing to say of no words', () => {
    expect(likeliestTags({ words: [], steps: SCORES.steps })).toEqual([]);
  });
});
