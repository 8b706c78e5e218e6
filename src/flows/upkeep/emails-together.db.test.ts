import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { authSecret } from '@/auth/secret';
import { mintUnsubscribeToken } from '@/auth/unsubscribe-token';
import { removeAccount } from '@/db/account-removal';
import { markRead } from '@/db/email/inbox';
import { deleteMonitor } from '@/db/monitors';
import { DELIVERY_EVENTS, type DeliveryEvent, deliveryOf } from '@/domain/email/delivery';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useMailOffice } from '@/test/mail-office';
import { chooseEmails, chooseEmailsOf } from '../account/choose-emails';
import { unsubscribe } from '../account/unsubscribe';
import { sendNotifications } from './send-notifications';
import { takeEmailEvents } from './take-email-events';

const database = useDatabase();
const office = useMailOffice(database);

const LASTS_MS = 8_000;
const MONITORS_OF_ONE = 6;
let people: { id: string; email: string; timeZone: string }[];

beforeEach(async () => {
  office.confirmEmailMs = 10 * 60_000;
  const zone = { timeZone: 'Europe/Berlin' };
  people = await Promise.all(Array.from({ length: 6 }, () => insertUser(database.db, zone)));
});

const anyOf = <Type>(all: readonly Type[]): Type => all[Math.floor(Math.random() * all.length)] as Type;
const now = () => office.now;
const deps = () => ({ db: database.db, now });
const send = () => sendNotifications(office.deps());

async function anybody() {
  const person = anyOf(people);
  const own = await database.db.selectFrom('monitors').select('id').where('userId', '=', person.id).execute();
  return { person, monitorIds: own.map(({ id }) => id) };
}

async function tell() {
  const { person, monitorIds } = await anybody();
  const some = Array.from({ length: 3 }, () =>
    monitorIds.length < MONITORS_OF_ONE ? {} : { monitorId: anyOf(monitorIds) },
  );
  await office.tell(person, ...some);
}

async function choose() {
  const mode = anyOf(['at_once', 'gathered', 'gathered', 'daily', 'off'] as const);
  const quiet = anyOf([null, null, { from: '09:00', to: '09:03' }]);
  await chooseEmails(deps(), anyOf(people), { mode, digestHour: office.now.getUTCHours(), quiet });
}

async function chooseOne() {
  const { person, monitorIds } = await anybody();
  const mode = anyOf(['off', 'daily', null] as const);
  if (monitorIds.length > 0) await chooseEmailsOf(deps(), person, { monitorId: anyOf(monitorIds), mode });
}

async function pressLink() {
  const { person, monitorIds } = await anybody();
  const whose = { userId: person.id, monitorId: anyOf([null, ...monitorIds]) };
  await unsubscribe(deps(), mintUnsubscribeToken(authSecret(), whose, office.now), { again: Math.random() < 0.6 });
}

const posted: DeliveryEvent[] = [];

/** Of rows in every state, some told before. */
async function postEvents() {
  const rows = await database.db.selectFrom('emailNotifications').select(['id', 'state']).execute();
  if (rows.length === 0) return;
  const fresh = Array.from({ length: 12 }, (): DeliveryEvent => {
    const { id, state } = anyOf(rows);
    const kind = state === 'sent' ? anyOf(DELIVERY_EVENTS) : 'processed';
    return { id: randomUUID(), notificationId: id, kind, reason: null, at: office.now };
  });
  await takeEmailEvents(office.deps(), [...fresh, ...posted.slice(-3)]);
  posted.push(...fresh);
}

async function removeMonitor() {
  const { person, monitorIds } = await anybody();
  if (monitorIds.length === 0) return;
  await database.db.transaction().execute((trx) => deleteMonitor(trx, person.id, anyOf(monitorIds)));
}

async function removePerson() {
  const { db } = database;
  const [{ id } = { id: '' }] = people.splice(0, 1);
  people.push(await insertUser(db, { timeZone: 'UTC' }));
  await db
    .updateTable('users')
    .set({ deletionRequestedAt: new Date(0) })
    .where('id', '=', id)
    .execute();
  await db.transaction().execute((trx) => removeAccount(trx, id, office.now));
}

/** What is about somebody, or something, that another actor has just removed. */
const GONE = /violates foreign key|no such monitor|no result/i;

/** Acts again and again, and returns what went wrong. */
async function actor(act: () => Promise<unknown>, pauseMs: number): Promise<string[]> {
  const faults: string[] = [];
  for (const until = Date.now() + LASTS_MS; Date.now() < until; await sleep(Math.random() * pauseMs))
    await act().catch((error: unknown) => {
      if (!GONE.test(String(error))) faults.push(`${act.name}: ${error}`);
    });
  return faults;
}

it('stays whole, whatever senders, people and the mail service do at once', { timeout: 60_000 }, async () => {
  const slow = () => ({ status: Math.random() < 0.1 ? 503 : 202, afterMs: Math.random() * 40 });
  office.sendgrid.answer = slow;
  const read = () => markRead(database.db, anyOf(people).id, { now: anyOf([office.now, null]) });
  const tick = async () => office.pass(1);
  const often = [send, send, send, tell, tell, postEvents, postEvents, read].map((act) => actor(act, 5));
  const atTimes = [choose, chooseOne, pressLink].map((act) => actor(act, 30));
  const seldom = [actor(tick, 200), actor(removeMonitor, 200), actor(removePerson, 900)];
  expect((await Promise.all([...often, ...atTimes, ...seldom])).flat()).toEqual([]);
  expect(office.errors).toEqual([]);

  office.sendgrid.answer = () => ({ status: 202 });
  for (let day = 0; day < 4; day += 1) {
    office.pass(25 * 60);
    await send();
  }
  const { accepted } = office.sendgrid;
  expect(accepted.size).toBeGreaterThan(10);
  expect([...accepted.values()].every((times) => times === 1)).toBe(true);
  const { pending, sending, unconfirmed } = await office.states();
  expect({ pending, sending, unconfirmed }).toEqual({});
  const told = await database.db.selectFrom('emailEvents').selectAll().execute();
  for (const [id, own] of Map.groupBy(told, ({ notificationId }) => notificationId))
    expect(await office.rowOf(id)).toMatchObject({ state: 'sent', deliveryStatus: deliveryOf(own)?.status });
});
