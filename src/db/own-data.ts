import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from './types';

/** One row of a person's own data, as an export writes it. */
export type OwnRow = { id: string } & Record<string, unknown>;

/** Rows whose id comes after `after`, in the order of ids, at most `limit`. Null begins. */
export type OwnPage = (db: Kysely<DB>, userId: string, after: string | null, limit: number) => Promise<OwnRow[]>;

const FIRST = '00000000-0000-0000-0000-000000000000';

const account: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('users')
    .select(['id', 'email', 'name', 'role', 'isBetaUser', 'emailVerifiedAt', 'timeZone', 'locale', 'googleId'])
    .select(['suspendedAt', 'suspendedReason', 'deletionRequestedAt', 'createdAt', 'updatedAt', 'lastLoginAt'])
    .where('id', '=', userId)
    .where('id', '>', after ?? FIRST)
    .limit(limit)
    .execute();

const monitors: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('monitors')
    .selectAll()
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

const FACT_COLUMNS = [
  ...(['facts.id', 'facts.monitorId', 'facts.evaluationId', 'facts.extractedAt', 'facts.outcome'] as const),
  ...(['facts.value', 'facts.source', 'facts.processingTime', 'facts.triggeredAlert', 'facts.changeType'] as const),
  ...(['facts.changeAmount', 'facts.changePercentage', 'facts.changeFromPrevious', 'facts.confidence'] as const),
  ...(['facts.errors', 'facts.quote', 'facts.locator', 'facts.box', 'facts.reader', 'facts.look'] as const),
  'facts.sentence',
  'facts.refused',
] as const;

const facts: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('facts')
    .innerJoin('monitors', 'monitors.id', 'facts.monitorId')
    .select(FACT_COLUMNS)
    .where('monitors.userId', '=', userId)
    .where('facts.id', '>', after ?? FIRST)
    .orderBy('facts.id')
    .limit(limit)
    .execute();

const EVALUATION_COLUMNS = [
  ...(['id', 'monitorId', 'phase', 'outcome', 'message', 'sentence', 'conditionMet', 'alert'] as const),
  ...(['requestedAt', 'startedAt', 'finishedAt', 'chargeDay', 'chargeReturned', 'reader', 'look'] as const),
  ...(['tokens', 'tookMs', 'factId', 'source', 'shown', 'refused'] as const),
] as const;

const evaluations: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('evaluations')
    .select(EVALUATION_COLUMNS)
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

/** Refreshes of many: what was asked for at once. */
const refreshes: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('refreshBatches')
    .select(['id', 'requestedAt', 'closedAt'])
    .select(
      sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('monitorId', item.monitor_id,
        'evaluationId', item.evaluation_id, 'refused', item.refused_sentence) ORDER BY item.position), '[]')
        FROM refresh_batch_items AS item WHERE item.batch_id = refresh_batches.id)`.as('items'),
    )
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

const withoutSecrets = (column: string) =>
  sql<string>`regexp_replace(${sql.ref(column)}, '(secret|token)=[\\w.-]+', '\\1=…', 'g')`;

const mails: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('emailNotifications')
    .select(['id', 'monitorId', 'evaluationId', 'kind', 'recipient', 'subject', 'state', 'createdAt', 'sentAt'])
    .select(['deliveredAt', 'openedAt', 'clickedAt', 'deliveryStatus', 'readAt', 'gatheredIn'])
    .select(withoutSecrets('plain_text_content').as('text'))
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

const mailEvents: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('emailEvents as event')
    .innerJoin('emailNotifications as mail', 'mail.id', 'event.notificationId')
    .select(['event.id', 'event.notificationId', 'event.kind', 'event.reason', 'event.at'])
    .where('mail.userId', '=', userId)
    .where('event.id', '>', after ?? '')
    .orderBy('event.id')
    .limit(limit)
    .execute();

const emailPreferences: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('emailPreferences')
    .select(['id', 'monitorId', 'mode', 'digestHour', 'quietFrom', 'quietTo', 'byLinkAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

/** That the person's address gets no more email, and why. */
const emailStops: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('suppressions')
    .innerJoin('users', (join) => join.on(sql<boolean>`lower(users.email) = lower(suppressions.email)`))
    .select(['suppressions.id', 'suppressions.email', 'reason', 'detail', 'suppressions.createdAt'])
    .where('users.id', '=', userId)
    .where('suppressions.id', '>', after ?? FIRST)
    .orderBy('suppressions.id')
    .limit(limit)
    .execute();

const sessions: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'lastSeenAt', 'expiresAt', 'revokedAt', 'userAgent', 'ip'])
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

const apiTokens: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('apiTokens')
    .select(['id', 'name', 'hint', 'scopes', 'createdAt', 'lastUsedAt', 'revokedAt'])
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

const aiUsage: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('aiUsage')
    .select(['id', 'at', 'monitorId', 'evaluationId', 'reader', 'model', 'purpose', 'inputTokens', 'outputTokens'])
    .select(['cachedTokens', 'costUsd', 'latencyMs', 'outcome'])
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

const restrictions: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('restrictions')
    .select(['id', 'kind', 'pattern', 'reason', 'seen', 'startsAt', 'endsAt', 'liftedAt'])
    .where('userId', '=', userId)
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

/** What the audit tells of the person: their own acts, and what was done to what is theirs, without who else did it. */
const acts: OwnPage = (db, userId, after, limit) =>
  db
    .selectFrom('auditLog')
    .select(['id', 'at', 'actor', 'action', 'subjectType as recordType', 'subjectId as recordId', 'details'])
    .select(ownOnly('ip', sql`host(ip)`, userId))
    .select(ownOnly('userAgent', sql`user_agent`, userId))
    .where((eb) => eb.or([eb('actorId', '=', userId), eb('personId', '=', userId)]))
    .where('id', '>', after ?? FIRST)
    .orderBy('id')
    .limit(limit)
    .execute();

/** From where somebody else acted is not this person's data. */
const ownOnly = <Name extends string>(name: Name, value: RawBuilder<unknown>, userId: string) =>
  sql<string | null>`CASE WHEN actor_id = ${userId} THEN ${value} END`.as(name);

/** What a person's own data is, by the name of its file. A year holds at most 18,250 evaluations of a person. */
export const OWN_DATA: Record<string, OwnPage> = {
  account,
  monitors,
  facts,
  evaluations,
  refreshes,
  mails,
  'mail-events': mailEvents,
  'email-preferences': emailPreferences,
  'email-stops': emailStops,
  sessions,
  'api-tokens': apiTokens,
  'ai-usage': aiUsage,
  restrictions,
  acts,
};

/** The pictures that prove the person's facts, in the order of ids. */
export async function pageOwnPictures(
  db: Kysely<DB>,
  userId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; bytes: Buffer; mediaType: 'image/jpeg' | 'image/webp' }[]> {
  const rows = await db
    .selectFrom('facts')
    .innerJoin('monitors', 'monitors.id', 'facts.monitorId')
    .select(['facts.id', 'facts.crop', 'facts.cropMediaType'])
    .where('monitors.userId', '=', userId)
    .where('facts.crop', 'is not', null)
    .where('facts.id', '>', after ?? FIRST)
    .orderBy('facts.id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, crop, cropMediaType }) =>
    crop && cropMediaType ? [{ id, bytes: crop, mediaType: cropMediaType }] : [],
  );
}
