import { expect, it } from 'vitest';
import { listWebVitals } from '@/db/web-vitals';
import { useDatabase } from '@/test/database';
import { keepWebVitals } from './keep-web-vitals';

const database = useDatabase();
const keep = (body: unknown, at = '2026-11-22T12:00:00Z') =>
  keepWebVitals({ db: database.db, now: () => new Date(at) }, typeof body === 'string' ? body : JSON.stringify(body));
const lcp = (value: number) => [{ name: 'LCP', value }];

it('counts each page once, by day, also many at a time, and nothing that is not a figure', async () => {
  const both = [...lcp(700), { name: 'CLS', value: 0.04 }];
  const taken = await Promise.all([
    ...Array.from({ length: 30 }, () => keep(both)),
    ...Array.from({ length: 30 }, () => keep([...both].reverse())),
    ...Array.from({ length: 19 }, () => keep(lcp(2_400))),
  ]);
  expect(taken.every(Boolean)).toBe(true);
  expect(await keep(lcp(5_000), '2026-11-23T00:00:00Z')).toBe(true);
  for (const bad of ['', 'x', '{}', '[]', '[{"name":"LCP","value":1e9}]']) expect(await keep(bad)).toBe(false);
  expect(await listWebVitals(database.db, new Date('2026-11-22T09:00:00Z'))).toEqual([
    { day: '2026-11-23', name: 'LCP', pages: 1, p75: 5_000 },
    { day: '2026-11-22', name: 'CLS', pages: 60, p75: expect.closeTo(0.05) },
    { day: '2026-11-22', name: 'LCP', pages: 79, p75: 700 },
  ]);
  expect(await listWebVitals(database.db, new Date('2026-11-23T09:00:00Z'))).toHaveLength(1);
});
