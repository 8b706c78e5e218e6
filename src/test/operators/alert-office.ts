import { pino } from 'pino';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { createDb, type Database } from '@/db/client';
import { insertSourceLooks } from '@/db/source-health';
import type { SourceFailure } from '@/domain/source-health';
import { type JudgeDeps, judgeRules } from '@/flows/upkeep/judge-rules';
import type { SendDeps } from '@/flows/upkeep/send-one';
import { type TellDeps, tellOperators } from '@/flows/upkeep/tell-operators';
import { createOutbox, type MailTransport } from '@/mail/transport';
import { createPagerDuty } from '@/ops/channels/pagerduty';
import { createSlack } from '@/ops/channels/slack';
import type { useDatabase } from '../database';
import { insertUser } from '../factories';
import { type StubOperators, startStubOperators } from './stub-operators';

const MINUTE = 60_000;
const appUrl = 'https://monitors.example.org';
const DAY = 24 * 60 * MINUTE;
type AlertDeps = JudgeDeps & TellDeps & SendDeps;

export const HOST = 'ada-lovelace.example.org';

/** Operators to be told, the stubs by which they are, a clock that moves when told, and processes that judge. */
export function useAlertOffice(database: ReturnType<typeof useDatabase>) {
  const opened: Database[] = [];
  let tests = 0;
  const office = {
    stub: undefined as unknown as StubOperators,
    now: new Date(0),
    admin: { id: '', email: '' },
    mail: createOutbox() as MailTransport,
    limits: { monthlyUsd: '20', databaseGb: null as number | null },
    /** What was logged, all levels. */
    lines: [] as string[],
    deps: (): AlertDeps => depsOn(database.db),
    /** Another process: its own connections, and its own memory of when it last came. */
    process: (): AlertDeps => {
      const other = createDb(database.connectionString, { max: 3 });
      opened.push(other);
      return depsOn(other.db);
    },
    /** Moves the clock. */
    pass: (minutes: number) => {
      office.now = new Date(office.now.getTime() + minutes * MINUTE);
    },
    judge: (deps: AlertDeps = office.deps()): Promise<number> =>
      judgeRules(deps, { everyMs: MINUTE, limits: office.limits }),
    tell: (deps: AlertDeps = office.deps()): Promise<number> => tellOperators(deps),
    looks,
    episodes: () => database.db.selectFrom('alertEpisodes').selectAll().orderBy('beganAt').orderBy('rule').execute(),
    notices: async () => {
      const rows = await database.db.selectFrom('alertNotices').selectAll().execute();
      return rows.map(({ kind, channel, state }) => `${channel} ${kind} ${state}`).sort();
    },
    mails: () =>
      database.db
        .selectFrom('emailNotifications')
        .select(['recipient', 'subject', 'plainTextContent as text', 'htmlContent as html', 'state'])
        .where('subject', 'like', '%Monitors!')
        .orderBy('createdAt')
        .execute(),
  };
  const log = pino({ level: 'trace' }, { write: (line: string) => void office.lines.push(line) });

  beforeEach(async () => {
    office.stub = await startStubOperators();
    // A process remembers when it last judged: each test has a day of its own.
    tests += 1;
    office.now = new Date(Date.UTC(2026, 10, 1, 9) + tests * DAY);
    office.mail = createOutbox();
    office.limits = { monthlyUsd: '20', databaseGb: null };
    office.lines = [];
    for (const table of TABLES) await database.db.deleteFrom(table).execute();
    office.admin = await insertUser(database.db, { role: 'admin', email: 'operator@example.org' });
  });
  afterEach(() => office.stub.close());
  afterAll(async () => {
    for (const { db } of opened) await db.destroy();
  });

  function depsOn(db: Database['db']): AlertDeps {
    const pageUrl = `${appUrl}/admin/alerts`;
    const routingKey = 'R0123456789abcdefR0123456789abcd';
    const operators = {
      slack: createSlack({ url: office.stub.slackUrl, pageUrl, timeoutMs: 500 }),
      pagerduty: createPagerDuty({ url: office.stub.pagerDutyUrl, routingKey, pageUrl, timeoutMs: 500 }),
    };
    return {
      ...{ db, log, operators, mail: office.mail, now: () => office.now },
      settings: { appUrl, confirmEmailMs: 0 },
    };
  }

  /** Looks at a site a moment ago that ended so. */
  async function looks(count: number, failure: SourceFailure | null, host = HOST): Promise<void> {
    const at = new Date(office.now.getTime() - 1_000);
    const all = Array.from({ length: count }, () => ({ host, at, look: 'full' as const, failure, tookMs: 800 }));
    await insertSourceLooks(database.db, all, office.now);
  }

  return office;
}

const TABLES = [
  ...(['alertRounds', 'alertEpisodes', 'alertSilences', 'sourceLooks', 'requestMinutes', 'aiUsage'] as const),
  ...(['aiBudgetStops', 'emailEvents', 'emailNotifications', 'serviceFaults', 'suppressions', 'evaluations'] as const),
  ...(['users'] as const),
];
