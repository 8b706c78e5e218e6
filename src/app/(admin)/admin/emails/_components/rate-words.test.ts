import { expect, it } from 'vitest';
import { emailRates } from '@/domain/email/rates';
import { countedWords, missingWords, openWords, troubleOf } from './rate-words';

const ALL = { sends: true, isTold: true, tracksOpens: true };

it.each<[number | null, number, string]>([
  [null, 0, 'unknown'],
  [0, 0, '0\u00a0%'],
  [0.9844, 1234, '98.4\u00a0% (1,234)'],
  [1, 4, '100\u00a0% (4)'],
  [0.0004, 1, 'below 0.1\u00a0% (1)'],
])('says %s of %d as %s', (rate, count, words) => {
  expect(countedWords(rate, count)).toBe(words);
});

it('tells opens that nobody counts from opens that there were none of', () => {
  const rates = emailRates([{ accepted: 10, delivered: 10 }]);
  expect(openWords(rates, ALL)).toBe('0\u00a0%');
  expect(openWords(rates, { ...ALL, tracksOpens: false })).toBe('not tracked');
  expect(openWords(emailRates([{ accepted: 3 }]), ALL)).toBe('unknown');
});

it('says what is missing, and nothing where all is there', () => {
  expect(missingWords(ALL)).toEqual([]);
  expect(missingWords({ ...ALL, isTold: false }).join()).toContain('SENDGRID_WEBHOOK_KEY');
  expect(missingWords({ ...ALL, tracksOpens: false }).join()).toContain('EMAIL_TRACK_OPENS');
  expect(missingWords({ sends: false, isTold: false, tracksOpens: false })).toHaveLength(1);
});

it('sees the rates at which one has to look, and to stop', () => {
  expect(troubleOf(emailRates([{ accepted: 1000, delivered: 995, bounce: 5 }]))).toEqual({});
  expect(troubleOf(emailRates([{ accepted: 1000, delivered: 940, bounce: 40, blocked: 20 }]))).toEqual({
    delivered: 'stop',
    bounced: 'stop',
  });
  expect(troubleOf(emailRates([{ accepted: 1000, delivered: 1000, spam_report: 2 }]))).toEqual({ complained: 'look' });
  // One of forty is no rate.
  expect(troubleOf(emailRates([{ accepted: 40, delivered: 39, bounce: 1 }]))).toEqual({});
});
