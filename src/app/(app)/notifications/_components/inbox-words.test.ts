import { describe, expect, it } from 'vitest';
import { aNews } from '@/test/news';
import { byDays, differenceBeside, kindWords, whyWords } from './inbox-words';

const list = (...items: string[]) => ({ type: 'object' as const, items });
const text = (words: string) => ({ type: 'string' as const, text: words, unit: null });
const NOTICE = (day: string) =>
  `The moorings are given out in the hall of the sailing club on ${day}. Bring your papers.`;

describe('the days of an inbox', () => {
  const at = (time: string) => ({ createdAt: new Date(time) });
  const entries = [
    at('2026-11-29T23:30:00Z'),
    at('2026-11-29T10:00:00Z'),
    at('2026-11-28T12:00:00Z'),
    at('2026-11-01T12:00:00Z'),
  ];
  const labels = (timeZone: string) =>
    byDays(entries, { now: Date.parse('2026-11-29T23:45:00Z'), timeZone, locale: 'en' }).map(
      ({ label, entries: own }) => [label, own.length],
    );

  it('are those of the person’s zone', () => {
    expect(labels('UTC')).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['1 Nov 2026', 1],
    ]);
    expect(labels('Europe/Oslo')).toEqual([
      ['Today', 1],
      ['Yesterday', 1],
      ['28 Nov 2026', 1],
      ['1 Nov 2026', 1],
    ]);
  });
});

describe('what an entry says', () => {
  it('is why, in the words of the evaluation', () => {
    expect(whyWords(aNews(), 'en')).toBe('$279.00 is below $300.00.');
    expect(whyWords(null, 'en')).toBeNull();
    const long = { previous: text(NOTICE('Monday')), current: text(NOTICE('Friday')) };
    const sentence = `Alert: the text changed from “${NOTICE('Monday')}” to “${NOTICE('Friday')}”.`;
    expect(whyWords(aNews({ ...long, sentence }), 'en')).toBe('The text changed.');
  });

  it('is what kind of news it is', () => {
    expect(['alert', 'error', 'recovered', 'other'].map(kindWords)).toEqual([
      ...['Alert', 'Cannot be read', 'Works again', 'other'],
    ]);
  });
});

describe('what came and what went', () => {
  it('is told of lists, as far as there is room', () => {
    const news = aNews({ previous: list('a', 'gone'), current: list('a', 'b', 'c', 'd', 'e', 'f', 'g') });
    expect(differenceBeside(news)).toEqual({
      ...{ kind: 'list', added: ['b', 'c', 'd', 'e', 'f'], moreAdded: 1, removed: ['gone'], moreRemoved: 0 },
    });
  });

  it('is told of longer texts, with what stands around it', () => {
    const difference = differenceBeside(aNews({ previous: text(NOTICE('Monday')), current: text(NOTICE('Friday')) }));
    const parts = difference?.kind === 'text' ? difference.parts : [];
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(parts.map(({ text: words }) => words.trim()).slice(1, 3)).toEqual(['Monday', 'Friday']);
  });

  it('is left out where the line says it all, and of what is no alert', () => {
    expect(differenceBeside(aNews())).toBeNull();
    expect(differenceBeside(aNews({ previous: list('a'), current: list('a', 'b') }))).toBeNull();
    expect(differenceBeside(aNews({ previous: text('Boarding'), current: text('Departed') }))).toBeNull();
    expect(differenceBeside(aNews({ kind: 'recovered', previous: list(), current: list('a', 'b') }))).toBeNull();
    expect(differenceBeside(null)).toBeNull();
  });

  it('is bounded, whatever the page wrote', () => {
    const words = (offset: number) =>
      text(Array.from({ length: 400 }, (_, at) => `w${at % 2 ? at : at + offset}`).join(' '));
    const difference = differenceBeside(aNews({ previous: words(0), current: words(1_000) }));
    const parts = difference?.kind === 'text' ? difference.parts : [];
    expect(parts.map(({ text: shown }) => shown).join('').length).toBeLessThan(1_500);
  });
});
