import { expect, it } from 'vitest';
import type { EmailPreference } from '@/domain/email/timing';
import { faultsOf, preferenceOf, valuesOf } from './preference-values';

const CHOSEN: EmailPreference = { mode: 'daily', digestHour: 18, quiet: { from: '23:30', to: '06:00' } };

it.each<EmailPreference>([CHOSEN, { ...CHOSEN, quiet: null }])('keeps %j through the form', (chosen) => {
  expect(preferenceOf(valuesOf(chosen))).toEqual(chosen);
});

it('wants two times that differ, where there are quiet hours', () => {
  const values = valuesOf(CHOSEN);
  expect(faultsOf(values)).toEqual({});
  expect(faultsOf({ ...values, from: '', to: '25:00' })).toEqual({
    from: 'Write a time as 22:00.',
    to: 'Write a time as 07:00.',
  });
  expect(faultsOf({ ...values, to: '23:30' })).toEqual({ to: 'They end when they begin.' });
  expect(faultsOf({ ...values, from: '', isQuiet: false })).toEqual({});
});
