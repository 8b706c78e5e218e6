import { expect, it } from 'vitest';
import { emailWords, statsWords } from './person-words';

it('counts in words, one by one and many', () => {
  const none = { monitorCount: 0, checksToday: 0, checksThisMonth: 0, alertsThisMonth: 0 };
  expect(statsWords(none)).toBe('no monitors · no checks today, 0 this month · no alerts this month');
  expect(statsWords({ monitorCount: 1, checksToday: 1, checksThisMonth: 1_204, alertsThisMonth: 1 })).toBe(
    '1 monitor · 1 check today, 1,204 this month · 1 alert this month',
  );
});

it('says what is the matter with an address, and nothing where nothing is', () => {
  expect(emailWords({ emailVerified: true, emailSuppressed: null })).toBe('');
  expect(emailWords({ emailVerified: false, emailSuppressed: null })).toBe('not confirmed');
  expect(emailWords({ emailVerified: false, emailSuppressed: 'bounce' })).toBe(
    'not confirmed · gets no email: it bounced',
  );
});
