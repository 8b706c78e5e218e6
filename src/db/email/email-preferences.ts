import { type Kysely, sql, type Transaction } from 'kysely';
import { DEFAULT_PREFERENCE, type EmailMode, type EmailPreference } from '@/domain/email/timing';
import type { DB } from '../types';

type Connection = Kysely<DB> | Transaction<DB>;

/** A choice of a person's, and whether a link in an email made it. */
interface Chosen {
  /** When a link in an email turned it off; null where the person chose it in the app. */
  byLinkAt: Date | null;
}

export interface EmailPreferences {
  all: EmailPreference & Chosen;
  /** Monitors with a choice of their own; all others follow `all`. */
  monitors: ({ monitorId: string; name: string; mode: EmailMode } & Chosen)[];
}

/** How a person wants alerts by email, of all monitors and of those with a choice of their own. */
export async function findEmailPreferences(db: Connection, userId: string): Promise<EmailPreferences> {
  const rows = await db
    .selectFrom('emailPreferences as chosen')
    .leftJoin('monitors', 'monitors.id', 'chosen.monitorId')
    .select(['chosen.monitorId', 'chosen.mode', 'digestHour', 'quietFrom', 'quietTo', 'byLinkAt', 'monitors.name'])
    .where('chosen.userId', '=', userId)
    .where('monitors.deletedAt', 'is', null)
    .orderBy('monitors.name')
    .execute();
  const own = rows.find(({ monitorId }) => monitorId === null);
  const quiet = own?.quietFrom && own.quietTo ? { from: own.quietFrom, to: own.quietTo } : null;
  const all = own ? { mode: own.mode, digestHour: own.digestHour, quiet } : DEFAULT_PREFERENCE;
  const monitors = rows.flatMap(({ monitorId, name, mode, byLinkAt }) =>
    monitorId ? [{ monitorId, name: name ?? '', mode, byLinkAt }] : [],
  );
  return { all: { ...all, byLinkAt: own?.byLinkAt ?? null }, monitors };
}

/** What holds for one monitor: who wants no email at all gets none of it either. */
export function preferenceOf({ all, monitors }: EmailPreferences, monitorId: string | null): EmailPreference {
  const own = monitors.find((one) => one.monitorId === monitorId);
  const mode = all.mode === 'off' ? 'off' : (own?.mode ?? all.mode);
  return { mode, digestHour: all.digestHour, quiet: all.quiet };
}

/**
 * Whether emails like one of `email_notifications` are turned off by now: those of its person or of its monitor; of a
 * gathered one those of every monitor that it tells of, which may be gone. `alias` is of the table.
 */
export const isTurnedOff = (alias: string) => sql<boolean>`(
  ${sql.ref(`${alias}.kind`)} <> 'account' AND (
    EXISTS (SELECT FROM email_preferences AS chosen WHERE chosen.user_id = ${sql.ref(`${alias}.userId`)}
      AND mode = 'off' AND (chosen.monitor_id IS NULL OR chosen.monitor_id = ${sql.ref(`${alias}.monitorId`)}))
    OR EXISTS (SELECT FROM users AS owner WHERE owner.id = ${sql.ref(`${alias}.userId`)}
      AND (owner.suspended_at IS NOT NULL OR owner.deletion_requested_at IS NOT NULL))
    OR ${sql.ref(`${alias}.kind`)} = 'gathered' AND NOT EXISTS (
      SELECT FROM email_notifications AS told WHERE told.gathered_in = ${sql.ref(`${alias}.id`)}
        AND NOT EXISTS (SELECT FROM email_preferences AS chosen WHERE chosen.user_id = told.user_id
          AND mode = 'off' AND chosen.monitor_id = told.monitor_id))))`;

interface NewChoice extends Chosen {
  userId: string;
  /** Null: of all monitors. */
  monitorId: string | null;
  now: Date;
}

/** Keeps a choice; one of a monitor has only the mode of its own. */
export async function saveEmailPreference(
  trx: Transaction<DB>,
  { userId, monitorId, byLinkAt, now, mode, ...clock }: NewChoice & { mode: EmailMode } & Partial<EmailPreference>,
): Promise<void> {
  const { digestHour, quiet } = clock;
  const hours = {
    ...(digestHour === undefined ? {} : { digestHour }),
    ...(quiet === undefined ? {} : { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
  };
  const choice = { mode, ...hours, byLinkAt, updatedAt: now };
  await trx
    .insertInto('emailPreferences')
    .values({ userId, monitorId, ...choice })
    .onConflict((conflict) => conflict.columns(['userId', 'monitorId']).doUpdateSet(choice))
    .execute();
}

/** From here on the monitor follows what holds for all. */
export async function removeMonitorPreference(trx: Transaction<DB>, userId: string, monitorId: string): Promise<void> {
  await trx.deleteFrom('emailPreferences').where('userId', '=', userId).where('monitorId', '=', monitorId).execute();
}

/**
 * Until the end of the transaction nobody else plans or gathers emails of this person. Who holds it must not wait for
 * rows that others lock before they ask for it: those of the person and of the monitor, which rows that name them lock
 * too, are locked first.
 */
export async function lockEmailsOf(trx: Transaction<DB>, userId: string, monitorId?: string | null): Promise<void> {
  await trx.selectFrom('users').select('id').where('id', '=', userId).forKeyShare().execute();
  if (monitorId) await trx.selectFrom('monitors').select('id').where('id', '=', monitorId).forKeyShare().execute();
  await sql`SELECT pg_advisory_xact_lock(hashtext('emails of a person'), hashtext(${userId}))`.execute(trx);
}
