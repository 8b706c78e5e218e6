import { pino } from 'pino';
import type { AccountDeps } from '@/flows/account/mail-account';
import type { SendDeps } from '@/flows/upkeep/send-one';
import { createOutbox } from '@/mail/transport';
import type { TestDatabase } from './database';

export interface TestAccountDeps extends Omit<AccountDeps, 'settings'>, Pick<SendDeps, 'settings'> {
  /** Moves the clock. */
  pass(milliseconds: number): void;
  /** The mails to an address, newest first. */
  mailsTo(recipient: string): Promise<{ subject: string; text: string; kind: string }[]>;
  /** The secret in the newest mail to an address. */
  secretTo(recipient: string): Promise<string>;
}

/** What flows of accounts need, on the test's database, with a clock that moves when told. */
export function accountDeps(database: TestDatabase): TestAccountDeps {
  let offset = 0;
  const mailsTo = async (recipient: string) => {
    const rows = await database.db
      .selectFrom('emailNotifications')
      .select(['subject', 'plainTextContent as text', 'kind'])
      .where('recipient', '=', recipient)
      .orderBy('createdAt', 'desc')
      .execute();
    return rows;
  };
  return {
    get db() {
      return database.db;
    },
    now: () => new Date(Date.now() + offset),
    log: pino({ level: 'silent' }),
    mail: createOutbox(),
    settings: { appUrl: 'https://monitors.example.org', confirmEmailMs: 0 },
    pass: (milliseconds) => {
      offset += milliseconds;
    },
    mailsTo,
    async secretTo(recipient) {
      for (const mail of await mailsTo(recipient)) {
        const secret = /secret=([\w-]+)/.exec(mail.text)?.[1];
        if (secret) return secret;
      }
      throw new Error(`No link was mailed to ${recipient}`);
    },
  };
}
