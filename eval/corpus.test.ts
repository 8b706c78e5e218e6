import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus';
import { pagesByName } from './round';

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

const base = { name: 'base.html', body: '<p>One: $310.00</p><p>Two: $99.00</p>' };
const differing = (...replace: [string, string][]) =>
  pagesByName([base, { name: 'after', base: 'base.html', replace }]);

describe('a page told by its difference', () => {
  it('is its base with each old text replaced', () => {
    expect(differing(['310', '283'], ['</p><p>', '</p><hr><p>'])('after')).toBe(
      '<p>One: $283.00</p><hr><p>Two: $99.00</p>',
    );
  });

  it('may stand on another difference, in any order of lines', () => {
    const bodyOf = pagesByName([
      { name: 'third', base: 'second', replace: [['283', '279']] },
      { name: 'second', base: 'base.html', replace: [['310', '283']] },
      base,
    ]);
    expect(bodyOf('third')).toBe('<p>One: $279.00</p><p>Two: $99.00</p>');
  });

  it.each([
    ['is not there', ['311', '1']],
    ['stands twice', ['.00', '.50']],
  ] as [string, [string, string]][])('is refused where an old text %s', (_name, edit) => {
    expect(() => differing(edit)('after')).toThrow('does not stand once');
  });

  it('is refused where two old texts share letters', () => {
    expect(() => differing(['$310', '$1'], ['310.', '2.'])('after')).toThrow('apart from others');
  });
});

describe('names of pages', () => {
  it('are known and told once', () => {
    expect(() => pagesByName([base])('other.html')).toThrow('no page "other.html"');
    expect(() => pagesByName([base, base])).toThrow('same name');
  });
});
