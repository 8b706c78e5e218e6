import { expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { addProxyCounts, listProxies } from './proxies';

const database = useDatabase();
const NOW = new Date('2026-11-30T12:05:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const counted = (proxy: string, verdict: 'ok' | 'blocked' | 'failed', count: number, hours: number) => ({
  ...{ proxy, verdict, count, lastAt: hoursAgo(hours) },
});

it('adds what any number of processes count at once, and tells each proxy by its kinds of failure', async () => {
  const { db } = database;
  const both = [counted('b.example:3128', 'failed', 2, 1), counted('a.example:8080', 'ok', 5, 1)];
  await Promise.all(Array.from({ length: 8 }, (_, n) => addProxyCounts(db, n % 2 ? both : both.toReversed())));
  await addProxyCounts(db, [counted('a.example:8080', 'blocked', 1, 40), counted('a.example:8080', 'ok', 1, 30)]);
  await addProxyCounts(db, [counted('old.example:1', 'failed', 9, 200)]);
  await addProxyCounts(db, []);
  expect(await listProxies(db, NOW)).toEqual([
    {
      proxy: 'b.example:3128',
      day: { ok: 0, blocked: 0, failed: 16 },
      week: { ok: 0, blocked: 0, failed: 16 },
      lastSuccessAt: null,
      lastFailureAt: hoursAgo(1),
    },
    {
      proxy: 'a.example:8080',
      day: { ok: 40, blocked: 0, failed: 0 },
      week: { ok: 41, blocked: 1, failed: 0 },
      lastSuccessAt: hoursAgo(1),
      lastFailureAt: hoursAgo(40),
    },
  ]);
});

it('cannot hold credentials', async () => {
  const secret = addProxyCounts(database.db, [counted('user:secret@a.example:8080', 'ok', 1, 1)]);
  await expect(secret).rejects.toThrow('proxy_hours');
});
