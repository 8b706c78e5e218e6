import { expect, test } from 'vitest';
import { type SourceLook, sourceStatus } from '@/domain/source-health';
import { useDatabase } from '@/test/database';
import { findSourceHealth, insertSourceLooks, listSourceHealth } from './source-health';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

function look(host: string, hours: number, tookMs: number, failure: SourceLook['failure'] = null): SourceLook {
  return { host, at: ago(hours), look: 'full', failure, tookMs };
}

test('rates, kinds of failure and times over a day and a week, per host', async () => {
  const times = Array.from({ length: 20 }, (_, index) => look('shop.example', 1, (index + 1) * 10));
  await insertSourceLooks(database.db, times, NOW);
  const failed = [look('shop.example', 2, 9_000, 'blocked'), look('shop.example', 30, 9_000, 'blocked')];
  const other = [look('shop.example', 100, 1_000), look('news.example', 3, 30_000, 'unavailable')];
  await insertSourceLooks(database.db, [...failed, ...other], NOW);

  const [shop, ...rest] = await findSourceHealth(database.db, ['shop.example', 'nobody.example'], NOW);
  expect(rest).toEqual([]);
  expect(shop).toEqual({
    host: 'shop.example',
    day: { looks: 21, successRate: 20 / 21, failures: { blocked: 1 }, p50Ms: 105, p95Ms: 191 },
    week: { looks: 23, successRate: 21 / 23, failures: { blocked: 2 }, p50Ms: 110, p95Ms: 200 },
  });

  const page = { search: '', limit: 10, offset: 0 };
  const { sources, total } = await listSourceHealth(database.db, page, NOW);
  expect(total).toBe(2);
  expect(sources.map((one) => one.host)).toEqual(['news.example', 'shop.example']);
  expect(sources[0]?.day).toEqual({
    ...{ looks: 1, successRate: 0, failures: { unavailable: 1 }, p50Ms: null, p95Ms: null },
  });
  expect(sources.map(({ lastSuccessAt, lastFailureAt }) => [lastSuccessAt, lastFailureAt])).toEqual([
    [null, ago(3)],
    [ago(1), ago(2)],
  ]);
});

test('what is older than a week and what is beyond the latest 2,000 of a host goes', async () => {
  const many = Array.from({ length: 2_100 }, (_, index) => look('busy.example', index / 1_000, 5));
  await insertSourceLooks(database.db, [...many, look('busy.example', 200, 5), look('gone.example', 169, 5)], NOW);
  const { rows } = await database.pool.query(
    'SELECT count(*)::int AS rows, count(*) FILTER (WHERE at <= $1)::int AS old FROM source_looks WHERE host <> ' +
      "'shop.example'",
    [ago(24 * 7)],
  );
  expect(rows[0].old).toBe(0);
  expect(rows[0].rows).toBeLessThanOrEqual(2_001);
  expect((await findSourceHealth(database.db, ['gone.example'], NOW)).length).toBe(0);
});

test('no host, no question', async () => {
  expect(await findSourceHealth(database.db, [], NOW)).toEqual([]);
});

test('hosts by pages and by a part of their name, most trouble first as their status tells it', async () => {
  await database.pool.query('DELETE FROM source_looks');
  const hosts: [string, number, number][] = [
    ['one-of-nine.example', 9, 1],
    ['down.example', 1, 1],
    ['walls.example', 9, 8],
    ['half.example', 20, 10],
    ['four-of-ninety.example', 90, 4],
    ['tenth.example', 20, 2],
    ['100%_sure.example', 5, 0],
  ];
  const looks = hosts.flatMap(([host, all, failed]) =>
    Array.from({ length: all }, (_, index) => look(host, 1, 5, index < failed ? 'blocked' : null)),
  );
  await insertSourceLooks(database.db, looks, NOW);
  const pages = await Promise.all(
    [0, 3, 6, 9].map((offset) => listSourceHealth(database.db, { search: '', limit: 3, offset }, NOW)),
  );
  expect(pages.map(({ total }) => total)).toEqual([7, 7, 7, 0]);
  const sources = pages.flatMap((page) => page.sources);
  const order = ['walls', 'down', 'half', 'four-of-ninety', 'tenth', 'one-of-nine', '100%_sure'];
  expect(sources.map(({ host }) => host)).toEqual(order.map((name) => `${name}.example`));
  const ranks = sources.map((source) => ['failing', 'shaky', 'good', 'unknown'].indexOf(sourceStatus(source)));
  expect(ranks).toEqual([...ranks].sort());
  const found = await listSourceHealth(database.db, { search: '%_S', limit: 3, offset: 0 }, NOW);
  expect(found.sources.map(({ host }) => host)).toEqual(['100%_sure.example']);
});
