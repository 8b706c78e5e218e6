import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEXICONS } from '../lexicon/languages';
import { rankLanguages } from './language';
import { findQuotes, fold, normalisePrompt, withoutLongRuns } from './text';
import { isSlip } from './typos';

describe('folding', () => {
  it('keeps the length, so that offsets hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => fold(text).length === text.length));
  }, 60_000);

  it.each([
    ['Über 30 °C', 'uber 30 °c'],
    ['ＰＳ５が５０％', 'ps5が50%'],
    ['Straße', 'straße'],
    ['épuisé', 'epuise'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('normalising', () => {
  it('makes one kind of space and quote, and drops what cannot be seen', () => {
    expect(normalisePrompt('  Tell\u00a0me\n“when”\u200b it’s 5℃ ')).toBe('Tell me "when" it\'s 5°C');
  });
});

it('leaves three of a sign that is repeated, and all letters, digits and spaces', () => {
  expect(withoutLongRuns('wait.... what------- 1000000 aaaaa ---')).toBe('wait... what--- 1000000 aaaaa ---');
});

describe('quotations', () => {
  it.each([
    [`status is 'Boarding'`, ['Boarding']],
    [`it's the "All clear" sign`, ['All clear']],
    ['mentionne « rappel »', ['rappel']],
    ['「募集終了」と表示', ['募集終了']],
    [`the word 'can't' appears`, [`can't`]],
    [`my friend's dog's bowl`, []],
  ])('in %s', (text, quotes) => {
    expect(findQuotes(text).map((quote) => quote.text)).toEqual(quotes);
  });
});

describe('the language', () => {
  it.each([
    ['Tell me when it is cheaper', 'en'],
    ['Sag mir, wenn es billiger wird', 'de'],
    ['Préviens-moi quand la page change', 'fr'],
    ['Avísame cuando baje el precio', 'es'],
    ['Me avise quando o preço cair', 'pt'],
    ['Avvisami quando la pagina cambia', 'it'],
    ['Laat me weten als de prijs daalt', 'nl'],
    ['価格が下がったら教えて', 'ja'],
    ['PS5 < 300', 'en'],
  ])('of "%s"', (prompt, language) => {
    expect(rankLanguages(prompt, LEXICONS)[0]?.lexicon.language).toBe(language);
  });
});

describe('a slip of the fingers', () => {
  it.each([
    ['pirce', 'price'],
    ['belwo', 'below'],
    ['stok', 'stock'],
    ['avialable', 'available'],
    ['temperatura', 'temperature'],
    ['tickest', 'tickets'],
  ])('%s for %s', (typed, word) => {
    expect(isSlip(typed, word)).toBe(true);
  });

  it.each([
    ['prize', 'price'],
    ['stick', 'stock'],
    ['price', 'price'],
    ['below', 'above'],
    ['tock', 'stock'],
  ])('%s is not one for %s', (typed, word) => {
    expect(isSlip(typed, word)).toBe(false);
  });
});
