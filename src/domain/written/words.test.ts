import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNegated } from './negation';
import { bareWord, stemOf } from './stem';
import { wordsOf } from './words';

const textsOf = (text: string): string[] => wordsOf(text).map((word) => word.text);

describe('wordsOf', () => {
  it.each([
    ['The WH-1000XM6, now', ['The', 'WH-1000XM6', 'WH', '1000XM6', 'now']],
    ['version v2.1 costs 3.50', ['version', 'v2.1', 'v2', 'costs', '3.50']],
    ["l'été à Orsa", ['l', 'été', 'à', 'Orsa']],
    ['価格は', ['価格', '格は']],
    ['森', ['森']],
    ['', []],
  ])('cuts “%s” into %j', (text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  it('says where each stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(text.slice(word.start, word.end)).toBe(word.text);
      }),
    );
  });
});

describe('stemOf', () => {
  it.each([
    ['openings', 'opening', 'en'],
    ['Wohnungen', 'Wohnung', 'de'],
    ['précipitations', 'precipitation', 'fr'],
    ['vacantes', 'vacante', 'es'],
    ['prezzi', 'prezzo', 'it'],
    ['empregos', 'emprego', 'pt'],
    ['wedstrijden', 'wedstrijd', 'nl'],
  ])('brings “%s” and “%s” together (%s)', (one, other, language) => {
    expect(stemOf(one, language)).toBe(stemOf(other, language));
  });

  it.each(['WH-1000XM6', '2026', '価格', 'abc'])('leaves “%s” whole', (word) => {
    expect(stemOf(word, 'en')).toBe(bareWord(word));
  });

  it('takes accents and ß away in every language', () => {
    expect(bareWord('Größe')).toBe('grosse');
    expect(bareWord('Überprüfung')).toBe('uberprufung');
  });
});

describe('isNegated', () => {
  it.each([
    ['This site is no longer updated.', 'en', true],
    ["We don't ship there", 'en', true],
    ['Kann derzeit nicht gekauft werden', 'de', true],
    ["Aucune offre n'est disponible", 'fr', true],
    ['No hay citas', 'es', true],
    ['この商品は購入できません', 'ja', true],
    ['No Live Chat', 'nl', true],
    ['Now in stock', 'en', false],
    ['Noch drei auf Lager', 'de', false],
    ['Notable knots', 'en', false],
  ])('of “%s” (%s) is %s', (text, language, expected) => {
    expect(isNegated(text, language)).toBe(expected);
  });
});
