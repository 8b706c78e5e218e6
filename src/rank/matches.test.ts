import { describe, expect, it } from 'vitest';
import { indexPage } from '@/page/index-page';
import { snapshotOf } from '../test/snapshot-of';
import { type Asked, askedWords, CERTAIN } from './asked';
import { coverage, matchWords } from './matches';
import { wordsOfPage } from './page-words';

const asked = (words: string, more: Partial<Asked> = {}): Asked => ({
  words,
  item: null,
  property: null,
  exclude: [],
  factType: 'number',
  unit: null,
  language: 'en',
  ...CERTAIN,
  ...more,
});

async function matched(question: Asked, html: string) {
  const page = wordsOfPage(indexPage(await snapshotOf(html)));
  const words = askedWords(question);
  return { words: words.map(({ text }) => text), matches: matchWords(words, page) };
}

describe('askedWords', () => {
  it('keeps what names the fact: no function words, no thresholds, no addresses', () => {
    const texts = (question: Asked): string[] => askedWords(question).map(({ text }) => text);
    expect(texts(asked('Tell me when the Orsa kettle on https://shop.example/a is below 50'))).toEqual(
      expect.arrayContaining(['orsa', 'kettle']),
    );
    expect(texts(asked('Tell me when the Orsa kettle on https://shop.example/a is below 50'))).not.toEqual(
      expect.arrayContaining(['50', 'shop.example', 'the', 'is']),
    );
  });

  it('keeps a number that belongs to the name', () => {
    const [pixel, nine] = askedWords(asked('price of the Pixel 9 under 500', { item: 'Pixel 9' })).slice(-2);
    expect([pixel, nine]).toEqual([
      expect.objectContaining({ text: 'pixel', inItem: true }),
      expect.objectContaining({ text: '9', inItem: true }),
    ]);
  });
});

describe('matchWords', () => {
  it.each([
    ['en', 'lamps', 'One lamp', 1],
    ['de', 'Häuser', 'Ein Haus', 1],
    ['en', 'price', 'Preis: 3', 0.6],
    ['de', 'Kosten', 'The price is 3', 0.6],
    ['en', 'Orsaa', 'The Orsa kettle', 0],
    ['en', 'Harbuor', 'The Harbour hotel', 0.7],
  ])('meets in %s “%s” on a page that says “%s” with strength %d', async (language, word, text, strength) => {
    const { matches } = await matched(asked(word, { language }), `<html lang="${language}"><p>${text}</p>`);
    expect(Math.max(0, ...matches.strengths)).toBeCloseTo(strength);
  });

  it('weighs a word that stands once more than one that stands everywhere', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `<p>Kettle ${at}</p>`).join('');
    const { words, matches } = await matched(asked('Orsa kettle'), `${rows}<p>Orsa kettle</p>`);
    const weightOf = (word: string): number => matches.weights[words.indexOf(word)] ?? Number.NaN;
    expect(weightOf('orsa')).toBeGreaterThan(2 * weightOf('kettle'));
  });

  it('tells which words stand in a stretch of text', async () => {
    const html = '<p>Orsa kettle</p><p>Lume lamp</p>';
    const { words, matches } = await matched(asked('Orsa lamp'), html);
    const bitOf = (word: string): number => 1 << words.indexOf(word);
    expect(coverage(matches, 0, 11).bits).toBe(bitOf('orsa'));
    expect(coverage(matches, 11, 30).bits).toBe(bitOf('lamp'));
    expect(coverage(matches, 0, 30).bits).toBe(bitOf('orsa') | bitOf('lamp'));
  });
});
