import { type Kysely, sql, type Transaction } from 'kysely';
import { News } from '@/domain/email/news';
import type { GatherReason } from '@/domain/email/timing';
import type { DB } from '../types';
import { NEWS_KINDS } from './email-plans';
import { lockEmailsOf } from './email-preferences';
import { inLockOrder } from './lock-order';

/** An alert that could not go out for so long comes with the others that could not. */
export const STALE_MS = 24 * 60 * 60_000;
/** So many alerts one email holds; what is left goes out with the next. */
const MOST_GATHERED = 60;

export interface Gatherable {
  id: string;
  news: News;
  gather: GatherReason | null;
  createdAt: Date;
}

/** What one person has due that goes out together, oldest first; two or more. */
export interface DueTogether {
  userId: string;
  recipient: string;
  members: Gatherable[];
  /** Those whose news an older version wrote in a way that is not known any more. */
  unreadable: string[];
  /** Whether anything has gone out to this address, or is about to. */
  isKnown: boolean;
}

/** What of a row in `email_notifications` may go out with others. `alias` is of the table. */
export const mayGather = (alias: string, now: Date) => sql<boolean>`
  ${sql.ref(`${alias}.state`)} = 'pending' AND ${sql.ref(`${alias}.nextAttemptAt`)} <= ${now}
  AND ${sql.ref(`${alias}.kind`)} IN ('alert', 'error', 'recovered') AND ${sql.ref(`${alias}.news`)} IS NOT NULL
  AND (${sql.ref(`${alias}.gather`)} IS NOT NULL
    OR ${sql.ref(`${alias}.createdAt`)} < ${new Date(now.getTime() - STALE_MS)})`;

/** Somebody with several emails due that go out together; null where there is nobody. */
export async function findDueTogether(db: Kysely<DB>, now: Date): Promise<DueTogether | null> {
  const due = await db
    .selectFrom('emailNotifications as email')
    .select(['email.userId', 'email.recipient'])
    .where(mayGather('email', now))
    .groupBy(['email.userId', 'email.recipient'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .limit(1)
    .executeTakeFirst();
  if (due === undefined) return null;
  const rows = await db
    .selectFrom('emailNotifications as email')
    .select(['email.id', 'email.news', 'email.gather', 'email.createdAt'])
    .where('email.userId', '=', due.userId)
    .where('email.recipient', '=', due.recipient)
    .where(mayGather('email', now))
    .orderBy('email.createdAt')
    .orderBy('email.id')
    .limit(MOST_GATHERED)
    .execute();
  // Another worker may have taken them since the first question.
  if (rows.length < 2) return null;
  const parsed = rows.map((row) => ({ ...row, news: News.safeParse(row.news).data }));
  const members = parsed.flatMap(({ news, ...row }) => (news ? [{ ...row, news }] : []));
  const unreadable = parsed.filter(({ news }) => news === undefined).map(({ id }) => id);
  return { ...due, members, unreadable, isKnown: await isKnown(db, due.recipient) };
}

/** They go out by themselves, as they were written. */
export async function dropNews(db: Kysely<DB>, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('emailNotifications')
    .set({ news: null })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('emailNotifications as own')
        .select('own.id')
        .where('own.id', 'in', [...ids])
        .$call(inLockOrder),
    )
    .execute();
}

async function isKnown(db: Kysely<DB>, recipient: string): Promise<boolean> {
  const row = await db
    .selectFrom('emailNotifications')
    .select('id')
    .where(sql<string>`lower(recipient)`, '=', recipient.toLowerCase())
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['sending', 'unconfirmed', 'sent']),
        eb.and([eb('state', '=', 'pending'), eb('gather', 'is', null)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface GatheredEmail {
  subject: string;
  html: string;
  text: string;
}

/**
 * Writes the email that holds these, which go out with it and no more by themselves. False, and nothing, where one of
 * them was taken or changed meanwhile.
 */
export async function writeGathered(
  db: Kysely<DB>,
  { userId, recipient, members }: DueTogether,
  { mail, now }: { mail: GatheredEmail; now: Date },
): Promise<boolean> {
  const ids = members.map(({ id }) => id);
  return db.transaction().execute(async (trx) => {
    await lockEmailsOf(trx, userId);
    if ((await lockPending(trx, ids)) < ids.length) return false;
    const content = { subject: mail.subject, htmlContent: mail.html, plainTextContent: mail.text };
    const { id } = await trx
      .insertInto('emailNotifications')
      .values({ userId, recipient, kind: 'gathered', ...content, createdAt: now, nextAttemptAt: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('emailNotifications')
      .set({ state: 'gathered', gatheredIn: id })
      .where('id', 'in', ids)
      .execute();
    return true;
  });
}

async function lockPending(trx: Transaction<DB>, ids: readonly string[]): Promise<number> {
  const rows = await trx
    .selectFrom('emailNotifications')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'pending')
    .where('kind', 'in', NEWS_KINDS)
    .$call(inLockOrder)
    .execute();
  return rows.length;
}

/** The first email to an address goes out alone; the others wait for `until`. */
export async function singleOut(db: Kysely<DB>, { userId, members }: DueTogether, until: Date): Promise<void> {
  const ids = members.map(({ id }) => id);
  const [first, ...others] = ids;
  await db.transaction().execute(async (trx) => {
    await lockEmailsOf(trx, userId);
    await lockPending(trx, ids);
    const of = trx.updateTable('emailNotifications').where('state', '=', 'pending');
    await of
      .set({ gather: null })
      .where('id', '=', first ?? '')
      .execute();
    await of.set({ nextAttemptAt: until }).where('id', 'in', others).execute();
  });
}

/**
 * Takes apart what was gathered for a person and has not gone out: its alerts wait again, each by itself, so that what
 * the person chooses now holds for each. The person's emails are locked.
 */
export async function takeApart(trx: Transaction<DB>, userId: string): Promise<void> {
  const waiting = trx
    .selectFrom('emailNotifications as holder')
    .select('holder.id')
    .where('holder.userId', '=', userId)
    .where('holder.kind', '=', 'gathered')
    .where('holder.state', '=', 'pending');
  const rows = await trx
    .selectFrom('emailNotifications')
    .select(['id', 'kind', 'state'])
    .where((eb) => eb.or([eb('id', 'in', waiting), eb('gatheredIn', 'in', waiting)]))
    .$call(inLockOrder)
    .execute();
  const holders = rows.filter(({ kind, state }) => kind === 'gathered' && state === 'pending').map(({ id }) => id);
  if (holders.length === 0) return;
  await trx
    .updateTable('emailNotifications')
    .set({ state: 'pending', gatheredIn: null })
    .where('gatheredIn', 'in', holders)
    .where('state', '=', 'gathered')
    .execute();
  await trx.deleteFrom('emailNotifications').where('id', 'in', holders).execute();
}
