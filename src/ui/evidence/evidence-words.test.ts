import { expect, it } from 'vitest';
import { SourceFailure, type SourceWindow } from '@/domain/source-health';
import {
  failureWords,
  healthSentence,
  linkableAddress,
  looksWords,
  rateWords,
  secondsWords,
  sourceHost,
} from './evidence-words';

const none: SourceWindow = { looks: 0, successRate: null, failures: {}, p50Ms: null, p95Ms: null };
const twelve: SourceWindow = { ...none, looks: 12, successRate: 1, p50Ms: 812, p95Ms: 2_400 };

it('tells of the day, or of the week where the day has no looks', () => {
  expect(healthSentence({ day: twelve, week: { ...twelve, looks: 90 } })).toBe(
    '12 of 12 looks worked in 24 h · usually 0.8 s',
  );
  expect(healthSentence({ day: none, week: twelve })).toBe('12 of 12 looks worked in 7 days · usually 0.8 s');
  expect(healthSentence({ day: none, week: none })).toBe('no looks in 7 days');
});

it('says no time where no look brought the page', () => {
  const day = { ...none, looks: 1, successRate: 0, failures: { blocked: 1 } };
  expect(healthSentence({ day, week: day })).toBe('0 of 1 look worked in 24 h');
});

it('counts whole looks, whatever the rate does in binary', () => {
  expect(looksWords({ ...none, looks: 23, successRate: 21 / 23 })).toBe('21 of 23 looks worked');
});

it('calls nothing 100 % but all', () => {
  expect(rateWords({ ...none, looks: 2_000, successRate: 1_999 / 2_000 })).toBe('99 % of 2000');
  expect(rateWords({ ...none, looks: 100, successRate: 29 / 100 })).toBe('29 % of 100');
  expect(rateWords(twelve)).toBe('100 % of 12');
  expect(rateWords(none)).toBe('–');
});

it.each([
  [0, 'under 0.1 s'],
  [99, 'under 0.1 s'],
  [100, '0.1 s'],
  [9_949, '9.9 s'],
  [9_960, '10 s'],
  [31_400, '31 s'],
])('%i ms is %s', (ms, words) => {
  expect(secondsWords(ms)).toBe(words);
});

it('names kinds of failure in plain words, most frequent first', () => {
  expect(failureWords(none)).toBeNull();
  expect(failureWords({ ...none, failures: { unavailable: 1, blocked: 3 } })?.replaceAll('\u00a0', ' ')).toBe(
    'Page refused us 3 ×, Page did not answer 1 ×',
  );
  const all = Object.fromEntries(SourceFailure.options.map((kind) => [kind, 1]));
  expect(failureWords({ ...none, failures: all })).not.toMatch(/_/);
});

it('names the host of a page', () => {
  expect(sourceHost('https://www.shop.example/a?b=c')).toBe('shop.example');
  expect(sourceHost('http://localhost:3000/samples')).toBe('localhost:3000');
  expect(sourceHost('not an address')).toBe('not an address');
});

it('links to nothing but web pages', () => {
  expect(linkableAddress('https://shop.example/a')).toBe('https://shop.example/a');
  for (const hostile of ['javascript:alert(1)', 'data:text/html,x', ' https://a.example', 'https://']) {
    expect(linkableAddress(hostile)).toBeNull();
  }
});
