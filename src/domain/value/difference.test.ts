import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDifference, type Part, textDifference } from './difference';

const SIGNS = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
const shown = (parts: readonly Part[]) =>
  parts.map(({ kind, text }) => `${SIGNS[kind][0]}${text}${SIGNS[kind][1]}`).join('');
const diff = (before: string, after: string, context?: number) =>
  shown(textDifference(before, after, context === undefined ? {} : { context }));
const bare = (text: string) => text.replace(/\s+/g, '');
const side = (parts: readonly Part[], gone: Part['kind']) =>
  bare(parts.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join(''));

describe('what texts differ in', () => {
  it('is told in whole words, of any script', () => {
    expect(diff('The hall on Tuesday at noon.', 'The hall on Wednesday evening at noon.')).toBe(
      'The hall on [-Tuesday-]{+Wednesday evening+} at noon.',
    );
    expect(diff('It costs $1,299.00 now', 'It costs $999.00 now')).toBe('It costs $[-1,299.00-]{+999.00+} now');
    expect(diff('Встреча во вторник', 'Встреча в среду')).toBe('Встреча [-во вторник-]{+в среду+}');
    expect(diff('今日は晴れです。', '今日は雨です。')).toBe('今日は[-晴れ-]{+雨+}です。');
    expect(diff('a b', 'a new b')).toBe('a {+new +}b');
    expect(diff('same\n  words', 'same words')).toBe('same words');
    expect(diff('', '')).toBe('');
  });

  it('shortens what stayed where that is asked for, at words', () => {
    const filler = 'one two three four five six seven '.repeat(5);
    expect(diff(`${filler}old ${filler}`, `${filler}new ${filler}`, 12)).toBe('… six seven [-old-]{+new+} one two …');
    expect(diff(`short old ${filler}`, `short new ${filler}`, 12)).toBe('short [-old-]{+new+} one two …');
    expect(diff(`old ${filler}old`, `new ${filler}new`, 12)).toBe('[-old-]{+new+} one two … six seven [-old-]{+new+}');
  });

  it('makes both texts again of its parts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'bee', 'c.', '7', '…', 'ẞ', '語', '\n', '👩‍👧'), { maxLength: 30 });
    const texts = fc.oneof(
      words.map((all) => all.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = textDifference(before, after);
        expect(side(parts, 'added')).toBe(bare(before));
        expect(side(parts, 'removed')).toBe(bare(after));
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it.each([
    ['words', 'a b '.repeat(500), 'b c a '.repeat(333)],
    ['marks', '!?'.repeat(1_000), '?.!'.repeat(666)],
    ['letters', 'x'.repeat(2_000), 'y'.repeat(2_000)],
    ['more than a value holds', 'x '.repeat(500_000), 'y '.repeat(500_000)],
  ])('is found in bounded time: %s', (_, before, after) => {
    const start = performance.now();
    const parts = textDifference(before, after, { context: 40 });
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(parts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['removed', 'added']));
  });
});

describe('what lists differ in', () => {
  it('is what came and what went, not what is written otherwise', () => {
    expect(listDifference(['Ropes', 'Sail maker'], ['ropes', 'Harbour diver'])).toEqual({
      added: ['Harbour diver'],
      removed: ['Sail maker'],
    });
  });

  it('is found in bounded time', () => {
    const list = (word: string) => Array.from({ length: 500 }, (_, at) => `${word} ${at} `.repeat(60).slice(0, 500));
    const start = performance.now();
    expect(listDifference(list('Session'), list('Sitzung'))).toMatchObject({ added: { length: 500 } });
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
