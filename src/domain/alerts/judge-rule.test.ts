import { describe, expect, it } from 'vitest';
import { figureWords, judgeRule, minuteWords, nextStep, titleOf } from './judge-rule';
import type { AlertRule, Measurement } from './rule';

const RULE: AlertRule = {
  ...{ name: 'error_rate', title: 'Requests fail', tellsSubject: false, unit: 'share', windowMinutes: 5 },
  ...{ threshold: 0.05, least: 20, severity: 'critical', channels: ['email'] },
  says: ({ counted, seen }, share) => `${counted} of ${seen} requests failed (${share})`,
  unknown: 'No request was answered.',
};
const seen = (counted: number, all: number): Measurement => ({
  ...{ subject: '', seen: all, counted, value: all === 0 ? null : counted / all },
});

describe('a rule', () => {
  it.each<[number, number, string, string]>([
    [1, 20, 'firing', '1 of 20 requests failed (5 %) within 5 minutes. It is an alert from 5 %.'],
    [7, 80, 'firing', '7 of 80 requests failed (8.8 %) within 5 minutes. It is an alert from 5 %.'],
    [1, 21, 'fine', '1 of 21 requests failed (4.8 %) within 5 minutes. It is an alert from 5 %.'],
    [0, 500, 'fine', '0 of 500 requests failed (0 %) within 5 minutes. It is an alert from 5 %.'],
    // All of few fail: chance.
    [19, 19, 'unknown', '19 of 19 requests failed (100 %) within 5 minutes. Fewer than 20 tell nothing.'],
    [0, 0, 'unknown', 'No request was answered.'],
  ])('of %d that failed among %d says %s', (failed, all, state, why) => {
    expect(judgeRule(RULE, seen(failed, all))).toEqual({ state, why });
  });

  it('without a share says its figure as it is', () => {
    const slow = { ...RULE, unit: 'milliseconds' as const, threshold: 2_000, windowMinutes: 0, least: 0 };
    const says: AlertRule['says'] = (_, time) => `They took ${time}`;
    const at = (value: number) => judgeRule({ ...slow, says }, { subject: '', value, seen: 1, counted: null });
    expect(at(1_999)).toEqual({ state: 'fine', why: 'They took 2 s. It is an alert from 2 s.' });
    expect(at(2_000).state).toBe('firing');
    expect(at(850).why).toContain('850 ms');
  });
});

describe('an episode', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 9, minute));
  const open = (fineRounds = 0) => ({ lastFiredAt: at(0), fineRounds });

  it('begins when the rule fires, and not by too little seen', () => {
    expect(nextStep(RULE, null, { state: 'firing' }, at(0))).toBe('begin');
    expect(nextStep(RULE, null, { state: 'fine' }, at(0))).toBe('none');
    expect(nextStep(RULE, null, { state: 'unknown' }, at(0))).toBe('none');
  });

  it('is over when it was fine twice in a row, so that what sways around the limit is one', () => {
    expect(nextStep(RULE, open(), { state: 'firing' }, at(1))).toBe('go_on');
    expect(nextStep(RULE, open(), { state: 'fine' }, at(1))).toBe('calm');
    expect(nextStep(RULE, open(1), { state: 'firing' }, at(2))).toBe('go_on');
    expect(nextStep(RULE, open(1), { state: 'fine' }, at(2))).toBe('end_fine');
  });

  it('is over too when nothing that could tell was seen for long: an hour, or six times what it looks at', () => {
    expect(nextStep(RULE, open(), { state: 'unknown' }, at(59))).toBe('none');
    expect(nextStep(RULE, open(), { state: 'unknown' }, at(60))).toBe('end_unseen');
    expect(nextStep({ windowMinutes: 60 }, open(), { state: 'unknown' }, at(359))).toBe('none');
    expect(nextStep({ windowMinutes: 60 }, open(), { state: 'unknown' }, at(360))).toBe('end_unseen');
  });
});

it.each([
  [1, 'a minute'],
  [5, '5 minutes'],
  [60, 'an hour'],
  [90, '90 minutes'],
  [1_440, '24 hours'],
])('%d minutes are said as %s', (minutes, words) => {
  expect(minuteWords(minutes)).toBe(words);
});

it('figures are said in their unit', () => {
  expect(figureWords('share', 0.0876)).toBe('8.8 %');
  expect(figureWords('minutes', 7.9)).toBe('7 minutes');
  expect(figureWords('count', 12_345)).toBe('12,345');
});

it('a title names a subject only where it may leave the house', () => {
  expect(titleOf({ title: 'A source fails', tellsSubject: false }, 'shop.example')).toBe('A source fails');
  expect(titleOf({ title: 'A provider fails', tellsSubject: true }, 'claude')).toBe('A provider fails: claude');
  expect(titleOf({ title: 'A provider fails', tellsSubject: true }, '')).toBe('A provider fails');
});
