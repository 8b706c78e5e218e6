import { afterAll, expect, it, vi } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { judgeLimits } from '@/domain/health';
import { useDatabase } from '@/test/database';
import { abuseGuard, limitsSeen } from './process-guard';

const database = useDatabase();
afterAll(closeDb);

it('sees that its Redis is gone and PostgreSQL counts', async () => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
  vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
  expect(limitsSeen()).toEqual({ redis: true, redisAnswers: null, databaseAnswers: null });
  await abuseGuard().admit('api', { address: '203.0.113.7', account: null });
  expect(limitsSeen()).toEqual({ redis: true, redisAnswers: false, databaseAnswers: true });
  expect(judgeLimits(limitsSeen())).toMatchObject({ health: 'warning' });
});
