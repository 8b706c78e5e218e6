import { afterAll, expect, it, vi } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { countRequest, takeRequestCount } from '@/ops/request-count';
import { useDatabase } from '@/test/database';
import { keepFiguresAfterwards } from './figures-afterwards';

const database = useDatabase();
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeDb();
});

it('tells what pages apart from their worker have answered, and leaves it to the worker beside them', async () => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
  takeRequestCount();
  countRequest({ method: 'GET', route: '/api/monitors', status: 200, durationMs: 10, waits: false });
  keepFiguresAfterwards();
  vi.resetModules();
  vi.stubEnv('MONITORS_PART', 'web');
  const apart = await import('./figures-afterwards');
  const told = () => database.db.selectFrom('requestMinutes').select(['requests', 'totalMs']).execute();
  expect(await told()).toEqual([]);
  apart.keepFiguresAfterwards();
  await expect.poll(told, { timeout: 10_000 }).toEqual([{ requests: 1, totalMs: 10 }]);
});
