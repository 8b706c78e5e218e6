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
