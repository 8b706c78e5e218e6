import { expect, it } from 'vitest';
import { insertUsage } from '@/db/ai-usage';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { registerPerson } from '../account/register-person';
import { warnBudget } from './usage-ledger';

const database = useDatabase();
const deps = accountDeps(database);
const limits = { monthlyUsd: '10', personDailyUsd: '1' };
const adminEmail = 'admin@example.org';

const spend = (costUsd: string) =>
  insertUsage(
    database.db,
    {
      reader: 'claude',
      model: 'claude-haiku-5-5',
      purpose: 'read',
      inputTokens: 1,
      outputTokens: 1,
      cachedTokens: 0,
      costUsd,
      latencyMs: 1,
      outcome: 'ok',
    },
    { userId: null, monitorId: null, evaluationId: null, now: deps.now() },
  );

const warnings = async () => (await deps.mailsTo(adminEmail)).filter(({ subject }) => subject.includes('budget'));

it('mails the admin once a month from 80 %, and only logs where there is no admin', async () => {
  await registerPerson(
    deps,
    { email: adminEmail, password: 'Analytical 1', name: 'Ada', timeZone: 'UTC' },
    { everyone: true },
  );
  await spend('7.9');
  expect(await warnBudget(deps, { limits, adminEmail })).toBe(false);
  await spend('0.2');
  expect(await warnBudget(deps, { limits, adminEmail: undefined })).toBe(true);
  expect(await warnings()).toHaveLength(0);
  const both = await Promise.all([warnBudget(deps, { limits, adminEmail }), warnBudget(deps, { limits, adminEmail })]);
  expect(both.filter(Boolean)).toHaveLength(1);
  await spend('1');
  expect(await warnBudget(deps, { limits, adminEmail })).toBe(false);
  const [mail, ...more] = await warnings();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ kind: 'account', text: expect.stringContaining('81 %') });
});
