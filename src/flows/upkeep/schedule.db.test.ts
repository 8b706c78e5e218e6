import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { setSettings } from '@/test/process-settings';
import { realDeps } from '../real-deps';
import { doAll } from './do-maintenance';
import { cronsOf, doRound } from './schedule';

const database = useDatabase();
const YEARS_AGO = new Date('2020-01-01T00:00:00Z');

beforeAll(() => {
  setSettings({
    DATABASE_URL: database.connectionString,
    LOG_LEVEL: 'silent',
    AUTH_SECRET: 'x'.repeat(32),
    BETA_OPEN: 'true',
  });
});

/** Something for tasks to find: an account to remove, sessions and links that ended, a person who waits. */
async function thingsPastTheirTime() {
  const { db } = database;
  const { id: userId } = await insertUser(db);
  await insertUser(db, { deletionRequestedAt: YEARS_AGO });
  await insertUser(db, { isBetaUser: false });
  const ended = { userId, createdAt: YEARS_AGO, expiresAt: new Date('2020-02-01T00:00:00Z') };
  await db.insertInto('sessions').values([ended, ended]).execute();
}

const countOf = async (table: 'sessions' | 'users' | 'evaluations') =>
  (await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(database.db)).rows[0]?.count;

describe('the list of what runs when', () => {
  it('is what vercel.json names, on one of the two plans', () => {
    const { crons } = JSON.parse(readFileSync('vercel.json', 'utf8')) as { crons: unknown };
    expect([cronsOf('free'), cronsOf('paid')]).toContainEqual(crons);
  });

  it('done in two places at once does everything once', async () => {
    await thingsPastTheirTime();
    const [one, other] = await Promise.all([doRound('house', realDeps()), doRound('house', realDeps())]);
    const sum = (task: string) => (one[task] ?? Number.NaN) + (other[task] ?? Number.NaN);
    expect(sum('accountsRemoved')).toBe(1);
    expect(sum('sessionsRemoved')).toBe(2);
    expect(sum('peopleAdmitted')).toBe(1);
    expect(Object.entries({ ...one, ...other }).filter(([, count]) => count === null)).toEqual([]);
    expect(await countOf('sessions')).toBe(0);
    const again = await doRound('house', realDeps());
    expect(Object.values(again).filter((count) => count !== 0)).toEqual([]);
  });

  it('asks for no evaluation', async () => {
    await insertMonitor(database.db);
    const before = await countOf('evaluations');
    for (const name of ['often', 'house'] as const) await doRound(name, realDeps());
    expect(await countOf('evaluations')).toBe(before);
  });

  it('goes on past a task that fails, and says which', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const tasks = { broken: () => Promise.reject(new Error('no disk')), next: async () => 3, idle: async () => 0 };
    expect(await doAll(tasks, { log }, 365)).toEqual({ broken: null, next: 3, idle: 0 });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ task: 'broken', err: { message: 'no disk' } }]);
  });

  it('leaves one line of a round, of the frequent one only where it did anything', async () => {
    const lines: { name: string; outcome: string }[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const deps = { ...realDeps(), log };
    await doRound('often', deps);
    await doRound('often', deps);
    await doRound('house', deps);
    expect(lines.filter(({ name }) => name === 'often').length).toBeLessThanOrEqual(1);
    expect(lines.filter(({ name }) => name === 'house')).toMatchObject([{ outcome: 'done' }]);
  });
});
