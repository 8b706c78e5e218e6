import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import type { News } from '@/domain/email/news';
import { createSendGrid } from '@/mail/sendgrid';
import type { useDatabase } from './database';
import { insertUser } from './factories';
import { type StubSendGrid, startStubSendGrid } from './stub-sendgrid';
import { type Told, tellNews } from './tell-news';

const MINUTE = 60_000;

/** Notifications that are due, the stub of SendGrid they go to, a clock that moves when told, and what was logged. */
export function useMailOffice(database: ReturnType<typeof useDatabase>) {
  const office = {
    sendgrid: undefined as unknown as StubSendGrid,
    now: new Date(0),
    /** Lines of the log at `error`. */
    errors: [] as string[],
    /** How long an email whose answer was not seen waits for an event; 0 as without a webhook. */
    confirmEmailMs: 0,
    /** What senders need; `mail` speaks to the stub. */
    deps: () => ({
      ...{ db: database.db, mail: transport(), now: () => office.now, log: logger },
      settings: { confirmEmailMs: office.confirmEmailMs, appUrl: 'https://monitors.example.org' },
    }),
    /** Moves the clock. */
    pass: (minutes: number) => {
      office.now = new Date(office.now.getTime() + minutes * MINUTE);
    },
    write,
    tell: (person: Told, ...told: Partial<News>[]) => tellNews(database.db, office.now, person, ...told),
    states,
    rowOf,
  };
  const logger = pino(
    { level: 'error' },
    { write: (line: string) => void office.errors.push((JSON.parse(line) as { msg: string }).msg) },
  );

  beforeEach(async () => {
    office.sendgrid = await startStubSendGrid();
    office.now = new Date('2026-11-29T09:00:00Z');
    office.errors = [];
    office.confirmEmailMs = 0;
    await database.db.deleteFrom('emailNotifications').execute();
    await database.db.deleteFrom('emailDays').execute();
    await database.db.deleteFrom('serviceFaults').execute();
    await database.db.deleteFrom('suppressions').execute();
  });
  afterEach(() => office.sendgrid.close());

  function transport() {
    const from = { email: 'noreply@example.org', name: 'Monitors!' };
    const tracking = { opens: false, clicks: false };
    return createSendGrid({ apiKey: 'SG.stub', from, baseUrl: `${office.sendgrid.url}/`, timeoutMs: 15_000, tracking });
  }

  /** Writes notifications that are due now, to these addresses. Returns their ids, in order. */
  async function write(...recipients: string[]): Promise<string[]> {
    const { id: userId } = await insertUser(database.db);
    const content = { subject: 'Kettle One: $283.00', htmlContent: '<p>It is.</p>', plainTextContent: 'It is.' };
    const rows = await database.db
      .insertInto('emailNotifications')
      .values(
        recipients.map((recipient) => ({
          ...content,
          ...{ userId, recipient, kind: 'account' as const, createdAt: office.now, nextAttemptAt: office.now },
        })),
      )
      .returning('id')
      .execute();
    return rows.map(({ id }) => id);
  }

  /** How many notifications are in each state. */
  async function states(): Promise<Record<string, number>> {
    const rows = await database.db.selectFrom('emailNotifications').select('state').execute();
    const counts: Record<string, number> = {};
    for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }

  function rowOf(id: string | undefined) {
    return database.db
      .selectFrom('emailNotifications')
      .selectAll()
      .where('id', '=', id ?? '')
      .executeTakeFirstOrThrow();
  }

  return office;
}

/** "person-0@example.org" to "person-`count - 1`@example.org". */
export function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `person-${index}@example.org`);
}
