import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReaders, type ReaderSettings } from '@/ai/create-readers';
import type { ReaderContext, Readers } from '@/ai/reader';
import { HALF_LIFE_MS } from '@/ai/reader-order';
import { rulesHere } from '@/ai/rules';
import { keepAnswer, pruneAnswers } from '@/db/ai/answers';
import { createOutbox } from '@/mail/transport';
import { log } from '@/ops/log';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { claudeAnswer, interpretAnswer, openAiAnswer } from '@/test/model-answers';
import { FOUND, KETTLE, PROMPT, pageOf, QUESTION } from '@/test/stub-models';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { purgeAccounts } from '../upkeep/purge-accounts';
import { createReaderMemory } from './reader-memory';
import { createUsageLedger } from './usage-ledger';

const database = useDatabase();
let claude: StubServer;
let openai: StubServer;
const NOW = new Date('2026-11-30T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const HOUR = 3_600_000;

beforeEach(async () => {
  [claude, openai] = [await startStubServer(), await startStubServer()];
  for (const table of ['aiAnswers', 'aiAnswerDays', 'aiSuccesses', 'aiUsage'] as const)
    await database.db.deleteFrom(table).execute();
});
afterEach(() => Promise.all([claude.close(), openai.close()]));

/** As a process that has just started on this database. */
function started(given: Partial<ReaderSettings> = {}): Readers {
  const limits = { monthlyUsd: '20', personDailyUsd: '20' };
  const settings: ReaderSettings = {
    order: ['claude'],
    alone: true,
    claude: { apiKey: 'stub', model: 'claude-haiku-5-5', baseURL: claude.url },
    openai: null,
    limits,
    callMs: 10_000,
    ...given,
  };
  const deps = {
    db: database.db,
    now: () => NOW,
    log: log(),
    mail: createOutbox(),
    settings: { appUrl: 'https://monitors.example.org' },
  };
  const ledger = createUsageLedger(deps);
  return createReaders(settings, ledger, rulesHere, createReaderMemory(deps));
}

const contextOf = (userId: string | null, now = NOW): ReaderContext => ({
  ...{ userId, monitorId: null, evaluationId: null, now },
});
const rows = () => database.db.selectFrom('aiAnswers').selectAll().execute();
const days = () => database.db.selectFrom('aiAnswerDays').selectAll().execute();

describe('answers of models', () => {
  it('are known after a restart, for a day, and are verified again', async () => {
    claude.answers.push(claudeAnswer(FOUND));
    const page = await pageOf(KETTLE);
    const read = (now = NOW) => started().read(QUESTION, page, null, contextOf(null, now));
    const first = await read();
    expect(first).toMatchObject({ outcome: 'value', reader: 'claude', value: { number: '279' } });
    expect(await read()).toEqual(first);
    expect(await read(later(23 * HOUR))).toEqual(first);
    expect(claude.requests).toHaveLength(1);
    expect(await days()).toMatchObject([
      { known: 1, asked: 1 },
      { known: 1, asked: 0 },
    ]);
    await read(later(25 * HOUR));
    expect(claude.requests).toHaveLength(2);
    await started().read(QUESTION, await pageOf(KETTLE.replace('today', 'this week')), null, contextOf(null));
    expect(claude.requests).toHaveLength(3);
    await started({ claude: { apiKey: 'stub', model: 'claude-opus-5-5', baseURL: claude.url } }).read(
      ...([QUESTION, page, null, contextOf(null)] as const),
    );
    expect(claude.requests).toHaveLength(4);
  });

  it('of sentences are known too, and none of them can be read in the database', async () => {
    claude.answers.push(claudeAnswer(interpretAnswer()), claudeAnswer(FOUND));
    const understood = await started().interpret(PROMPT, contextOf(null));
    expect(understood).toMatchObject({ ok: true, reader: 'claude' });
    expect(await started().interpret(PROMPT, contextOf(null))).toEqual(understood);
    await started().read(QUESTION, await pageOf(KETTLE), null, contextOf(null));
    expect(claude.requests).toHaveLength(2);
    const kept = await rows();
    expect(kept).toHaveLength(2);
    const raw = kept.map(({ key, sealed }) => `${key} ${sealed.toString('latin1')}`).join('\n');
    expect(raw).not.toMatch(/kettle|279\.00|price|found|state/i);
  });

  it('that somebody has changed, or cannot be understood, are asked for again', async () => {
    claude.answers.push(claudeAnswer(FOUND));
    const page = await pageOf(KETTLE);
    await started().read(QUESTION, page, null, contextOf(null));
    const [kept] = await rows();
    const sealed = Buffer.from(kept?.sealed ?? '');
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    await database.db.updateTable('aiAnswers').set({ sealed }).execute();
    expect(await started().read(QUESTION, page, null, contextOf(null))).toMatchObject({ outcome: 'value' });
    await database.db
      .updateTable('aiAnswers')
      .set({ sealed: Buffer.from('x') })
      .execute();
    await started().read(QUESTION, page, null, contextOf(null));
    expect(claude.requests).toHaveLength(3);
  });

  it('go with the account of the person who asked', async () => {
    claude.answers.push(claudeAnswer(interpretAnswer()));
    const leaving = await insertUser(database.db, { deletionRequestedAt: later(-8 * 24 * HOUR) });
    const staying = await insertUser(database.db);
    await started().interpret(PROMPT, contextOf(leaving.id));
    await started().interpret('Tell me when the teapot costs less than $300', contextOf(staying.id));
    expect(await rows()).toHaveLength(2);
    await purgeAccounts({ db: database.db, now: () => NOW, log: log() });
    expect((await rows()).map(({ userId }) => userId)).toEqual([staying.id]);
    // What they cost stays counted, as nobody's.
    expect(await database.db.selectFrom('aiUsage').select('userId').orderBy('userId').execute()).toEqual([
      { userId: staying.id },
      { userId: null },
    ]);
  });

  it('are no more than are allowed for: those past their time and the oldest go', async () => {
    const key = (index: number) => `${index}`.padStart(43, '0');
    for (let index = 0; index < 6; index += 1) {
      const keptAt = later(index * HOUR);
      const expiresAt = new Date(keptAt.getTime() + 2 * HOUR);
      await keepAnswer(database.db, { key: key(index), sealed: Buffer.from('x'), userId: null, keptAt, expiresAt });
    }
    expect(await pruneAnswers(database.db, later(3 * HOUR), 3)).toBe(3);
    expect((await rows()).map((row) => row.key).sort()).toEqual([key(3), key(4), key(5)]);
    expect(await pruneAnswers(database.db, later(3 * HOUR), 3)).toBe(0);
    const row = { key: key(9), userId: null, keptAt: NOW, expiresAt: later(HOUR) };
    await expect(keepAnswer(database.db, { ...row, sealed: Buffer.alloc(65_537) })).rejects.toThrow('ai_answers');
  });
});

describe('how often answers of models counted', () => {
  const both = () =>
    started({ order: ['claude', 'openai'], openai: { apiKey: 'x', model: 'gpt-6-luna', baseURL: openai.url } });
  const ask = (readers: Readers, now = NOW) =>
    readers.interpret(`Tell me when kettle ${Math.random()} costs less than $300`, contextOf(null, now));

  it('is known after a restart: the one that failed is not asked first again until that has faded', async () => {
    claude.answers.push({ status: 500 });
    openai.answers.push(openAiAnswer(interpretAnswer()));
    await ask(both());
    await ask(both());
    expect([claude.requests.length, openai.requests.length]).toEqual([1, 2]);
    const records = await database.db.selectFrom('aiSuccesses').selectAll().orderBy('reader').execute();
    expect(records).toMatchObject([
      { reader: 'claude', purpose: 'interpret', tries: 1, successes: 0 },
      { reader: 'openai', purpose: 'interpret', tries: 2, successes: 2 },
    ]);
    openai.answers.splice(0, 1, { status: 500 });
    claude.answers.splice(0, 1, claudeAnswer(interpretAnswer()));
    await ask(both(), later(HALF_LIFE_MS));
    expect(await database.db.selectFrom('aiSuccesses').selectAll().orderBy('reader').execute()).toMatchObject([
      { tries: 1.5, successes: 1 },
      { tries: 2, successes: 1 },
    ]);
  });

  it('noted by many at once loses none', async () => {
    const use = { reader: 'claude', model: 'm', purpose: 'read' } as const;
    const books = [1, 2, 3].map(() => createReaderMemory({ db: database.db, log: log() }).successes);
    await Promise.all(Array.from({ length: 30 }, (_, index) => books[index % 3]?.note(use, index % 2 === 0, NOW)));
    expect(await books[0]?.list(NOW)).toMatchObject([{ ...use, tries: 30, successes: 15 }]);
  });
});
