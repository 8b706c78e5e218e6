import { afterAll, expect, it, vi } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { useDatabase } from '@/test/database';
import { REDIS_OF_RUN } from '@/test/process-settings';
import { abuseGuard, limitsSeen, redisFigures } from './process-guard';

const database = useDatabase();
afterAll(closeDb);

it.skipIf(!REDIS_OF_RUN)('are those that the Redis of the settings tells', async () => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
  vi.stubEnv('REDIS_URL', REDIS_OF_RUN ?? '');
  expect(await redisFigures()).toEqual({});
  await abuseGuard().admit('api', { address: '203.0.113.7', account: null });
  expect(limitsSeen()).toMatchObject({ redis: true, redisAnswers: true });
  const whole = expect.any(Number);
  expect(await redisFigures()).toEqual({ keyspace_hits: whole, keyspace_misses: whole, used_memory: whole });
  expect((await redisFigures()).used_memory).toBeGreaterThan(100_000);
});
