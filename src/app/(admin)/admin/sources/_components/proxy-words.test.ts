import { expect, it } from 'vitest';
import { countWords, withUnused } from './proxy-words';

it('says how many looks worked, and what kinds of failure the others were', () => {
  expect(countWords({ ok: 0, blocked: 0, failed: 0 })).toBe('Not used');
  expect(countWords({ ok: 7, blocked: 0, failed: 0 })).toBe('100 % of 7');
  expect(countWords({ ok: 999, blocked: 1, failed: 0 })).toBe('99 % of 1,000: shut out by the site 1\u00a0×');
  expect(countWords({ ok: 1, blocked: 2, failed: 3 })).toBe(
    '16 % of 6: shut out by the site 2\u00a0×, did not work itself 3\u00a0×',
  );
});

it('shows what is set and was not used, each host and port once', () => {
  const counts = { ok: 1, blocked: 0, failed: 0 };
  const used = { proxy: 'a.example:1', day: counts, week: counts, lastSuccessAt: new Date(0), lastFailureAt: null };
  const all = withUnused([used], ['a.example:1', 'b.example:2', 'b.example:2']);
  expect(all.map(({ proxy, day }) => [proxy, day.ok])).toEqual([
    ['a.example:1', 1],
    ['b.example:2', 0],
  ]);
});
