import { describe, expect, it } from 'vitest';
import { durationsIn, numberWordsIn, ranksIn } from './spelled-numbers';

describe('numberWordsIn', () => {
  it.each([
    ['There are three main types', 'en', '3'],
    ['Fifteen of these accidents', 'en', '15'],
    ['Our two-year warranties', 'en-US', '2'],
    ['Es gibt zwölf Plätze', 'de', '12'],
    ['Il reste quatre places', 'fr', '4'],
  ])('reads "%s"', (text, language, number) => {
    expect(numberWordsIn(text, language)).toMatchObject([{ number, unit: null }]);
  });

  it('takes no article for a number, nor part of a word', () => {
    expect(numberWordsIn('One of them often weighs a stone', 'en')).toEqual([]);
    expect(numberWordsIn('zwei', 'xx')).toEqual([]);
  });

  it('says where the word stands', () => {
    expect(numberWordsIn('Watch four games', 'en')).toMatchObject([{ start: 6, end: 10 }]);
  });
});

describe('ranksIn', () => {
  it('reads the number behind a sign, alone', () => {
    expect(ranksIn('ranked #2 overall, № 18')).toMatchObject([
      { number: '2', start: 8, end: 9 },
      { number: '18', start: 21, end: 23 },
    ]);
  });

  it('reads no colour, entity or anchor', () => {
    expect(ranksIn('#12ab &#160; page#3 #1.5')).toEqual([]);
  });
});

describe('durationsIn', () => {
  it.each([
    ['Total Time 12 hrs 50 mins', '770'],
    ['1h 6m - Nov 24', '66'],
    ['Fahrzeit 2 Std. 5 Minuten', '125'],
    ['1 hour and 30 minutes', '90'],
  ])('adds up "%s"', (text, number) => {
    expect(durationsIn(text)).toMatchObject([{ number, unit: 'min' }]);
  });

  it('reads no time of day and no length', () => {
    expect(durationsIn('open 8 h, then 30 m away; at 9:10 h 5 m of 5 h 5 mm')).toEqual([]);
  });
});
