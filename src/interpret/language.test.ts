import { describe, expect, it } from 'vitest';
import { cutWords } from './cut-words';
import { detectLanguage } from './detect-language';
import { LANGUAGE_CODES, LanguageWords, languageFor } from './language';

describe('languages', () => {
  it.each(LANGUAGE_CODES)('%s has phrases of every kind', (code) => {
    const { phrases, pieces } = languageFor(code);
    const kinds = new Set([...pieces, ...[...phrases.values()].flat()].map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(LanguageWords.shape).sort());
  });

  it('are refused where a kind is missing', () => {
    expect(LanguageWords.safeParse({ request: ['tell me'] }).success).toBe(false);
  });

  it.each([
    ['Tell me when the kettle is cheaper', 'en'],
    ['Sag mir, wenn der Kessel billiger wird', 'de'],
    ['Préviens-moi quand la bouilloire est moins chère', 'fr'],
    ['Avísame cuando el hervidor sea más barato', 'es'],
    ['Avvisami quando il bollitore costa meno', 'it'],
    ['Me avise quando a chaleira ficar mais barata', 'pt'],
    ['Laat me weten wanneer de waterkoker goedkoper is', 'nl'],
    ['ケトルが安くなったら教えて', 'ja'],
    ['WH-1000XM6 < 300', 'en'],
  ])('%j is written in %s', (text, code) => {
    expect(detectLanguage(text)).toBe(code);
  });
});

describe('words', () => {
  it.each([
    ["the WH-1000XM6 isn't v4.2", 'en', ['the', 'WH-1000XM6', "isn't", 'v4.2']],
    ["l'été dell'oro", 'fr', ["l'", 'été', "dell'", 'oro']],
    ['less/more,please', 'en', ['less', 'more', 'please']],
    ['C++ and R&D', 'en', ['C++', 'and', 'R&D']],
  ])('of %j', (text, language, words) => {
    expect(cutWords(text, language).map((word) => word.text)).toEqual(words);
  });

  it('stand where they are said to', () => {
    const text = '価格が下がったら  教えて';
    for (const { start, end, text: word } of cutWords(text, 'ja')) expect(text.slice(start, end)).toBe(word);
  });
});
