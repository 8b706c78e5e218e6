import type { Kysely } from 'kysely';
import type { DB } from '../types';

/** The picture of what an email tells, by the evaluation that took it. */
export interface EmailPicture {
  evaluationId: string;
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/webp';
}

/** The pictures of what an email holds, itself or gathered, the oldest first. */
export async function listEmailPictures(
  db: Kysely<DB>,
  notificationId: string,
  limit: number,
): Promise<EmailPicture[]> {
  const rows = await db
    .selectFrom('emailNotifications as email')
    // A fact and what is told of it are written at one moment, which finds the fact's month.
    .innerJoin('facts', (join) =>
      join
        .onRef('facts.monitorId', '=', 'email.monitorId')
        .onRef('facts.extractedAt', '=', 'email.createdAt')
        .onRef('facts.evaluationId', '=', 'email.evaluationId'),
    )
    .select(['facts.evaluationId', 'facts.crop', 'facts.cropMediaType'])
    .where((eb) => eb.or([eb('email.id', '=', notificationId), eb('email.gatheredIn', '=', notificationId)]))
    .where('facts.crop', 'is not', null)
    .orderBy('email.createdAt')
    .orderBy('email.id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ evaluationId, crop, cropMediaType }) =>
    crop && cropMediaType ? [{ evaluationId, bytes: crop, mediaType: cropMediaType }] : [],
  );
}
