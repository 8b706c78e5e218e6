import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus';

const { prompts, pages, pairs, bodyOf } = readCorpus();

describe('the corpus', () => {
  it.each([
    ['prompts', prompts, 2_000],
    ['pages', pages, 600],
    ['pairs', pairs, 350],
  ] as const)('holds enough %s to say something, each with an id of its own', (_name, labelled, least) => {
    expect(labelled.length).toBeGreaterThanOrEqual(least);
    expect(new Set(labelled.map(({ id }) => id)).size).toBe(labelled.length);
  });

  it('has every page that its cases name', () => {
    for (const name of [...pages.map(({ page }) => page), ...pairs.flatMap(({ before, after }) => [before, after])]) {
      expect(bodyOf(name), name).toBeTypeOf('string');
    }
  });

  it('stays silent in more than half of the pairs, and speaks eight languages', () => {
    expect(pairs.filter(({ expect: { alert } }) => !alert).length).toBeGreaterThan(pairs.length / 2);
    expect(new Set(prompts.map(({ language }) => language)).size).toBe(8);
  });
});
