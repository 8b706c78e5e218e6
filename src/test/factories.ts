import { randomBytes } from 'node:crypto';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { DB, Monitors, Users } from '@/db/types';
import type { Interpretation } from '@/domain/contract/interpretation';

/** A verified beta person with a name and address of their own. */
export async function insertUser(db: Kysely<DB>, given: Partial<Insertable<Users>> = {}): Promise<Selectable<Users>> {
  const email = `person-${randomBytes(6).toString('hex')}@example.org`;
  return await db
    .insertInto('users')
    .values({ email, name: 'Ada Example', isBetaUser: true, emailVerifiedAt: new Date(), ...given })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** "Price of the Kettle One in USD is below 300" on a page of example.org. */
export function interpretation(given: Partial<Interpretation> = {}): Interpretation {
  return {
    type: 'state',
    fact: 'price of the Kettle One in USD',
    item: 'Kettle One',
    property: 'price',
    factType: 'number',
    unit: 'USD',
    trigger: { kind: 'state', op: 'lt', value: { type: 'number', number: '300', unit: 'USD' }, value2: null },
    sources: ['https://shop.example.org/kettle-one'],
    suggestedName: 'Kettle One below $300',
    language: 'en',
    clarification: null,
    ...given,
  };
}

/** A monitor made of `interpretation()`, never evaluated; a person is made for it unless `userId` is given. */
export async function insertMonitor(
  db: Kysely<DB>,
  given: Partial<Omit<Insertable<Monitors>, 'interpretation'>> & { interpretation?: Interpretation } = {},
): Promise<Selectable<Monitors>> {
  const meant = given.interpretation ?? interpretation();
  const userId = given.userId ?? (await insertUser(db)).id;
  return await db
    .insertInto('monitors')
    .values({
      name: meant.suggestedName,
      prompt: 'Tell me when the Kettle One costs less than $300 at https://shop.example.org/kettle-one',
      type: meant.type,
      extractedFact: meant.fact,
      item: meant.item,
      property: meant.property,
      factType: meant.factType,
      unit: meant.unit,
      trigger: meant.trigger,
      triggerCondition: 'is below $300.00',
      sourceUrl: meant.sources[0] ?? null,
      language: meant.language,
      ...given,
      interpretation: meant,
      userId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface Reading {
  at: Date;
  alert?: boolean;
  quote?: string;
  sentence?: string;
  crop?: Buffer;
}

/** What a monitor read at these times: an evaluation and a fact each, and the alert's email where it raised one. */
export async function insertHistory(
  db: Kysely<DB>,
  monitor: { id: string; userId: string },
  readings: Reading[],
): Promise<void> {
  const { id: monitorId, userId } = monitor;
  for (const { at, alert = false, quote = '$279.99', sentence = 'No alert.', crop } of readings) {
    const day = at.toISOString().slice(0, 10);
    const done = { phase: 'done', outcome: 'value', chargeDay: day, requestedAt: at, finishedAt: at } as const;
    const { id: evaluationId } = await db
      .insertInto('evaluations')
      .values({ monitorId, userId, alert, sentence, ...done })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('facts')
      .values({
        ...{ monitorId, evaluationId, extractedAt: at, outcome: 'value', triggeredAlert: alert, quote, sentence },
        ...{ value: JSON.stringify({ type: 'number', number: '279.99', unit: 'USD' }), changeAmount: '-20.01' },
        ...{ source: 'https://shop.example.org/kettle-one', processingTime: 12, changeType: 'decrease' },
        ...{ confidence: 0.97, reader: 'offline', look: 'full', errors: ['line 1\n"two"', 'ünï'] },
        ...(crop ? { crop, cropMediaType: 'image/webp' as const } : {}),
      })
      .execute();
    if (!alert) continue;
    const email = { recipient: 'ada@example.org', subject: sentence, htmlContent: quote, plainTextContent: quote };
    await db
      .insertInto('emailNotifications')
      .values({ userId, monitorId, evaluationId, kind: 'alert', state: 'sent', createdAt: at, ...email })
      .execute();
  }
}

/** A monitor with history on each of these days ("2025-10-03"), a little after noon, microseconds and all. */
export async function insertMonitorWithHistory(
  db: Kysely<DB>,
  days: string[],
  given: Parameters<typeof insertMonitor>[1] = {},
) {
  const monitor = await insertMonitor(db, given);
  await insertHistory(
    db,
    monitor,
    days.map((day) => ({ at: new Date(`${day}T12:34:56.789Z`) })),
  );
  return monitor;
}
