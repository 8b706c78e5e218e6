import { beforeAll, describe, expect, it } from 'vitest';
import { listFacts } from '@/db/facts';
import { listMonitors } from '@/db/monitors';
import { LIMITS } from '@/domain/limits';
import { isFailure } from '@/domain/outcome';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { monitorStatus } from '@/ui/monitor/monitor-words';
import { seedDemo } from './seed-demo';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');

async function seeded(): Promise<string> {
  const { id } = await insertUser(database.db);
  const settings = { appUrl: 'http://localhost:3000' };
  await seedDemo({ db: database.db, now: () => NOW, settings, origin: 'http://localhost:3000' }, id);
  return id;
}

let userId: string;
beforeAll(async () => {
  userId = await seeded();
});

const rowsOf = async (sql: string, whose = userId) => (await database.pool.query(sql, [whose])).rows;
const statusOf = (monitor: Awaited<ReturnType<typeof listMonitors>>[number]) =>
  monitorStatus({ ...monitor, type: monitor.interpretation.type, told: monitor.triggerCount > 0 });

describe('the demo account', () => {
  it('has one place free, and monitors of every kind and state', async () => {
    const monitors = await listMonitors(database.db, userId);
    expect(monitors).toHaveLength(LIMITS.monitorsPerPerson - 1);
    expect(new Set(monitors.map(({ interpretation }) => interpretation.factType))).toEqual(
      new Set(['number', 'string', 'boolean', 'object']),
    );
    const tones = monitors.map((monitor) => statusOf(monitor).tone);
    expect(new Set(tones)).toEqual(new Set(['calm', 'told', 'trouble', 'quiet']));
    expect(monitors.filter(({ isActive }) => !isActive)).toHaveLength(1);
  });

  it('has 60 days behind it, none of them ahead', async () => {
    const [span] = await rowsOf(
      `SELECT min(requested_at) AS first, max(requested_at) AS last, count(*)::int AS n
       FROM evaluations WHERE user_id = $1`,
    );
    expect(NOW.getTime() - span.first.getTime()).toBeGreaterThan(59 * 24 * 60 * 60_000);
    expect(NOW.getTime() - span.first.getTime()).toBeLessThanOrEqual(60 * 24 * 60 * 60_000);
    expect(span.last.getTime()).toBeLessThan(NOW.getTime());
    expect(span.n).toBeGreaterThan(150);
  });

  it('holds to the rules: an alert has its mail, a failure moved nothing, and no check was charged', async () => {
    const monitors = await listMonitors(database.db, userId);
    for (const { id, triggerCount, currentValue, lastOutcome } of monitors) {
      const facts = await listFacts(database.db, id, { limit: 200 });
      expect(facts.filter(({ triggeredAlert }) => triggeredAlert)).toHaveLength(triggerCount);
      expect(facts[0]?.value).toEqual(currentValue);
      expect(facts.every(({ sentence }) => /^(No a|A)lert: /.test(sentence))).toBe(true);
      if (lastOutcome !== null && isFailure(lastOutcome)) expect(triggerCount).toBe(0);
    }
    const mails = await rowsOf('SELECT kind, state, sent_at FROM email_notifications WHERE user_id = $1');
    const alerts = monitors.reduce((sum, { triggerCount }) => sum + triggerCount, 0);
    expect(alerts).toBeGreaterThan(6);
    expect(mails.filter(({ kind }) => kind === 'alert')).toHaveLength(alerts);
    expect(mails.filter(({ kind }) => kind === 'error')).toHaveLength(1);
    expect(mails.every(({ state, sent_at: sentAt }) => state === 'sent' && sentAt < NOW)).toBe(true);
    expect(await rowsOf('SELECT 1 FROM refresh_charges WHERE user_id = $1')).toEqual([]);
  });

  it('says that no picture was taken', async () => {
    const facts = await rowsOf(
      'SELECT errors, crop, look FROM facts JOIN monitors ON monitors.id = monitor_id WHERE user_id = $1',
    );
    expect(facts.length).toBeGreaterThan(150);
    expect(facts.every(({ crop, look }) => crop === null && look === 'cheap')).toBe(true);
    expect(facts.every(({ errors }) => /no picture/.test(errors.join()))).toBe(true);
  });

  it('is the same each time', async () => {
    const told = (whose: string) =>
      rowsOf(
        `SELECT m.name, e.requested_at, e.sentence, e.alert, e.outcome, e.took_ms FROM evaluations e
         JOIN monitors m ON m.id = e.monitor_id WHERE e.user_id = $1 ORDER BY 1, 2`,
        whose,
      );
    expect(await told(await seeded())).toEqual(await told(userId));
  });
});
