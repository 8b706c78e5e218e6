import { describe, expect, it } from 'vitest';
import { patternsOf } from './extract';
import { superLinear } from './judge';

describe('finding patterns', () => {
  it('takes literals with their lines, and texts that can be worked out', () => {
    const code = [
      "const WORD = 'a|b';",
      'const START = /^x+/;',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a program
      'const all = [/one/gi, new RegExp(`${START.source}(?:${WORD})`), new RegExp(String.raw`\\d` + "e", "u")];',
      'const path = "/not/a pattern/g"; // /nor/ this',
      'const made = (given: string) => new RegExp(given);',
    ].join('\n');
    const { patterns, unknown } = patternsOf(code, false);
    expect(patterns).toEqual([
      { source: '^x+', flags: '', line: 2 },
      { source: 'one', flags: 'gi', line: 3 },
      { source: '^x+(?:a|b)', flags: '', line: 3 },
      { source: '\\de', flags: 'u', line: 3 },
    ]);
    expect(unknown).toBe(1);
  });

  it('puts phrases together as the program does', () => {
    const code = "const WORDS = ['a', 'b?']; const all = phrase('^', WORDS, ['c', phrase(/d/, maybe('e', 'f'))]);";
    const { patterns } = patternsOf(code, false);
    expect(patterns.map(({ source }) => source)).toEqual(['^(?:a|b?)(?:c|d(?:e|f)?)']);
  });

  it('reads components', () => {
    const code = 'export const A = () => <p className="/x/">{"a b".split(/\\s+/)}</p>;';
    expect(patternsOf(code, true).patterns).toEqual([{ source: '\\s+', flags: '', line: 1 }]);
  });
});

describe('judging patterns', () => {
  it.each([
    ['(a+)+$', ''],
    ['^(\\w+\\s?)*$', ''],
    ['^(?:[a-z]+[- ]?)+!$', ''],
    ['(a|aa)*b', ''],
    ['^(?:\\s|-|--)*$', ''],
    ['\\s+$', ''],
    ['^\\d+\\d+x', ''],
    ['^rect\\((\\s*,?\\s*[01](px)?){4}\\s*\\)$', ''],
    ['(?:[\\p{L}\\d]+[ .-]*)+$', 'u'],
  ])('finds /%s/%s to grow faster than its text', { timeout: 60_000 }, (source, flags) => {
    expect(superLinear(source, flags)).not.toBeNull();
  });

  it.each([
    ['\\s+', 'g'],
    ['(?<!\\s)\\s+$', ''],
    ['^(?:[.]\\d+)*$', ''],
    ['^(?:foo|bar)+baz$', 'i'],
    ['[\\p{L}\\p{N}]{2,}', 'gu'],
  ])('lets /%s/%s pass', { timeout: 60_000 }, (source, flags) => {
    expect(superLinear(source, flags)).toBeNull();
  });
});
