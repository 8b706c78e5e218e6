import { expect, it } from 'vitest';
import { AuditFilterInput } from '@/domain/account/administration';
import { fileOf, filterOf, NO_FILTER } from './audit-filter';

it('means nothing by fields that are empty or hold no day', () => {
  expect(filterOf(NO_FILTER)).toEqual({});
  expect(filterOf({ ...NO_FILTER, who: '  ', from: 'dd.mm.', to: 'x' })).toEqual({});
});

it('means the whole last day, and the part that was chosen', () => {
  const filter = filterOf({ ...NO_FILTER, who: ' ada@example.org ', part: 'by', from: '2026-11-01', to: '2026-11-30' });
  expect(filter).toEqual({
    by: 'ada@example.org',
    from: new Date('2026-11-01T00:00:00Z'),
    before: new Date('2026-12-01T00:00:00Z'),
  });
  expect(AuditFilterInput.parse(filter)).toEqual(filter);
});

it('asks for the file by the same filter, whatever stands in it', () => {
  expect(fileOf({})).toBe('/api/admin/audit.csv');
  const filter = filterOf({ ...NO_FILTER, who: 'a&by=b#c@example.org', action: 'person.suspend', to: '2026-11-30' });
  const { searchParams } = new URL(fileOf(filter), 'http://localhost');
  expect(Object.fromEntries(searchParams)).toEqual({
    person: 'a&by=b#c@example.org',
    action: 'person.suspend',
    before: '2026-12-01T00:00:00.000Z',
  });
});
