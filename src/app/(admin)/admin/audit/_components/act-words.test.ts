import { expect, it } from 'vitest';
import { AuditAction } from '@/domain/account/audit';
import { ACT_WORDS, detailWords } from './act-words';

it('has different words for every action', () => {
  expect(new Set(Object.values(ACT_WORDS)).size).toBe(AuditAction.options.length);
});

it('names details and leaves out what is nothing', () => {
  expect(detailWords({ scopes: ['read', 'write'], passwordRemoved: false, ended: 0, factMonths: 2 })).toBe(
    'scopes: read, write · fact months: 2',
  );
  expect(detailWords({})).toBe('');
});
