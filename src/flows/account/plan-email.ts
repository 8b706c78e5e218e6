import type { Transaction } from 'kysely';
import {
  countEmailsSoFar,
  countLeftOfBatch,
  type DayOf,
  listWaiting,
  releaseGathered,
  replan,
} from '@/db/email/email-plans';
import { type EmailPreferences, findEmailPreferences, lockEmailsOf, preferenceOf } from '@/db/email/email-preferences';
import { insertNotification, type NewNotification } from '@/db/email/notifications';
import type { DB } from '@/db/types';
import type { Person } from '@/domain/account/person';
import { gatheredAt, nextAt, type SendPlan, sendAt, startOfDay } from '@/domain/email/timing';

type Receiver = Pick<Person, 'id' | 'timeZone'>;

/**
 * Writes what an evaluation has to tell as pending notifications, each with the time at which its person wants it. With
 * the last of those that were asked for at once, what they have to tell goes out together.
 */
export async function writeNews(
  trx: Transaction<DB>,
  person: Receiver,
  { evaluationId, news, now }: { evaluationId: string; news: NewNotification[]; now: Date },
): Promise<void> {
  const left = await countLeftOfBatch(trx, evaluationId);
  if (news.length === 0 && left !== 0) return;
  await lockEmailsOf(trx, person.id);
  const moreToCome = left === null ? false : ((await countLeftOfBatch(trx, evaluationId)) ?? 0) > 0;
  const preferences = await findEmailPreferences(trx, person.id);
  for (const one of news) {
    const plan = await planEmail(trx, person, { preferences, monitorId: one.monitorId, now, moreToCome });
    await insertNotification(trx, { ...one, plan });
  }
  if (left === null || moreToCome) return;
  const { last } = await countEmailsSoFar(trx, person.id, dayOf(now, person));
  await releaseGathered(trx, person.id, gatheredAt(now, last));
}

const dayOf = (now: Date, { timeZone }: Receiver): DayOf => ({
  now,
  began: startOfDay(now, timeZone),
  ends: nextAt(now, '00:00', timeZone),
});

/** When a notification about a monitor goes out; null where its person wants no email of it. */
async function planEmail(
  trx: Transaction<DB>,
  person: Receiver,
  email: { preferences: EmailPreferences; monitorId: string | null; now: Date; moreToCome: boolean },
): Promise<SendPlan | null> {
  const { preferences, monitorId, now, moreToCome } = email;
  const sent = await countEmailsSoFar(trx, person.id, dayOf(now, person));
  return sendAt(now, preferenceOf(preferences, monitorId), person.timeZone, { ...sent, moreToCome });
}

/** Plans anew what waits, after its person has chosen otherwise. The person's emails are locked. */
export async function planAnew(trx: Transaction<DB>, person: Receiver, now: Date): Promise<void> {
  const waiting = await listWaiting(trx, person.id);
  const preferences = await findEmailPreferences(trx, person.id);
  for (const { id, monitorId } of waiting)
    await replan(trx, id, await planEmail(trx, person, { preferences, monitorId, now, moreToCome: false }));
}
