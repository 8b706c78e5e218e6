import { beforeEach, describe, expect, it } from 'vitest';
import type { EmailPreference } from '@/domain/email/timing';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useMailOffice } from '@/test/mail-office';
import { changeProfile } from '../account/change-profile';
import { chooseEmails } from '../account/choose-emails';
import { sendNotifications } from './send-notifications';

const database = useDatabase();
const office = useMailOffice(database);
let ada: { id: string; email: string; timeZone: string };

/** Ada's, who has had an email before: the first one to an address is a case of its own. */
beforeEach(async () => {
  ada = await insertUser(database.db, { timeZone: 'Europe/Berlin' });
  await office.write(ada.email);
  await send();
});

const send = () => sendNotifications(office.deps());
const prefer = (preference: Partial<EmailPreference>) => {
  const { db } = database;
  const whole = { mode: 'gathered' as const, digestHour: 8, quiet: null, ...preference };
  return chooseEmails({ db, now: () => office.now }, ada, whole);
};
/** Subjects of what came since the start of the test. */
const came = () => office.sendgrid.mails.slice(1).map(({ subject }) => subject);
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ about: `Tea ${at + 1}`, monitorName: `Tea ${at + 1} below $300` }));

describe('alerts within a minute', () => {
  it('come as the first at once, and the others a minute later in one email', async () => {
    await office.tell(ada, ...lines(5));
    await send();
    expect(came()).toEqual(['Tea 1 is $279.00 (was $312.00)']);
    office.pass(1);
    await send();
    expect(came()).toHaveLength(2);
    const [, , gathered] = office.sendgrid.mails;
    for (const at of [2, 3, 4, 5]) expect(gathered?.content[0]?.value).toContain(`Tea ${at} `);
    expect(gathered?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    expect(await office.states()).toEqual({ sent: 3, gathered: 4 });
  });

  it('each come by themselves where the person wants them so', async () => {
    await prefer({ mode: 'at_once' });
    await office.tell(ada, ...lines(5));
    await send();
    expect(came()).toHaveLength(5);
  });

  it('of many people at once keep nobody else waiting, and nobody is left out', async () => {
    for (let one = 0; one < 25; one += 1) {
      const person = { ...(await insertUser(database.db)), timeZone: 'UTC' };
      await office.write(person.email);
      await office.tell(person, ...lines(3));
    }
    await send();
    office.pass(1);
    expect(await send()).toBe(25);
    expect((await office.states()).pending).toBeUndefined();
  });

  it('are gathered once, by however many workers', async () => {
    await office.tell(ada, ...lines(9));
    await Promise.all([send(), send(), send()]);
    office.pass(1);
    await Promise.all([send(), send(), send(), send()]);
    expect(came()).toHaveLength(2);
    expect([...office.sendgrid.accepted.values()].every((times) => times === 1)).toBe(true);
  });
});

describe('the first email to an address', () => {
  it('is never one of many', async () => {
    const bob = { ...(await insertUser(database.db)), timeZone: 'UTC' };
    await prefer({ mode: 'daily' });
    await chooseEmails({ db: database.db, now: () => office.now }, bob, { mode: 'daily', digestHour: 8, quiet: null });
    await office.tell(bob, ...lines(4));
    office.pass(24 * 60);
    await send();
    expect(came()).toEqual([expect.stringMatching(/^Tea \d is \$279.00/)]);
    office.pass(1);
    await send();
    expect(came()).toHaveLength(2);
    expect(await office.states()).toEqual({ sent: 3, gathered: 3 });
  });
});

describe('a daily email, and quiet hours', () => {
  it('holds what the day brought, at its hour of the person’s clock', async () => {
    await prefer({ mode: 'daily', digestHour: 18 });
    await office.tell(ada, ...lines(2));
    office.pass(7 * 60);
    await office.tell(ada, { about: 'Tea 3' });
    await send();
    expect(came()).toEqual([]);
    // 09:00 UTC and eight hours: 18:00 in Berlin.
    office.pass(60);
    await send();
    expect(came()).toHaveLength(1);
    for (const at of [1, 2, 3]) expect(office.sendgrid.mails[1]?.content[0]?.value).toContain(`Tea ${at}`);
  });

  it('keep alerts until they are over', async () => {
    await prefer({ mode: 'at_once', quiet: { from: '09:00', to: '12:00' } });
    await office.tell(ada, ...lines(2));
    await send();
    expect(came()).toEqual([]);
    office.pass(2 * 60);
    await send();
    expect(came()).toHaveLength(1);
  });

  it('hold nothing any more once the person chooses otherwise', async () => {
    await prefer({ mode: 'daily', digestHour: 18 });
    await office.tell(ada, ...lines(3));
    await prefer({ mode: 'at_once' });
    await send();
    expect(came()).toHaveLength(3);
    await prefer({ mode: 'daily', digestHour: 18 });
    await office.tell(ada, ...lines(2));
    await prefer({ mode: 'off' });
    office.pass(24 * 60);
    await send();
    expect(came()).toHaveLength(3);
    expect(await office.states()).toEqual({ sent: 4, withheld: 2 });
  });
});

describe('a new time zone', () => {
  it('moves the hour at which what waits goes out', async () => {
    await prefer({ mode: 'daily', digestHour: 18 });
    await office.tell(ada, ...lines(2));
    const profile = { name: 'Ada', timeZone: 'America/New_York', locale: 'en' as const };
    await changeProfile({ db: database.db, now: () => office.now }, ada, profile);
    // 18:00 in Berlin, and in New York.
    office.pass(8 * 60);
    await send();
    expect(came()).toEqual([]);
    office.pass(6 * 60);
    await send();
    expect(came()).toHaveLength(1);
  });
});

describe('a new way to write numbers and dates', () => {
  it('is that of the email about what waits', async () => {
    await prefer({ mode: 'daily', digestHour: 18 });
    await office.tell(ada, ...lines(2));
    const profile = { name: 'Ada', timeZone: ada.timeZone, locale: 'en-DE' as const };
    await changeProfile({ db: database.db, now: () => office.now }, ada, profile);
    office.pass(24 * 60);
    await send();
    expect(came()).toEqual([expect.stringMatching(/^Tea [12] is \$279,00 \(was \$312,00\), and 1 more$/)]);
    expect(office.sendgrid.mails.at(-1)?.content[0]?.value).toContain('$279,00 is below $300,00.');
  });
});

describe('thirty emails a day', () => {
  it('are the most that a person gets; the last of them holds all the rest', async () => {
    await prefer({ mode: 'at_once' });
    for (let one = 0; one < 49; one += 1) {
      await office.tell(ada, { about: `Tea ${one}` });
      office.pass(2);
      await send();
    }
    expect(came()).toHaveLength(29);
    office.pass(24 * 60);
    await send();
    expect(came()).toHaveLength(30);
    expect(office.sendgrid.mails.at(-1)?.content[0]?.value).toContain('Tea 48');
    await office.tell(ada, { about: 'Next day' });
    await send();
    expect(came()).toHaveLength(31);
  });
});

describe('what counts as an email of the day', () => {
  it('is what waits together once, and the daily one of a monitor before it has gone', async () => {
    await prefer({ mode: 'daily', digestHour: 22 });
    await office.tell(ada, { about: 'Daily' });
    await database.db.updateTable('emailPreferences').set({ mode: 'at_once' }).execute();
    for (let one = 0; one < 40; one += 1) {
      await office.tell(ada, { about: `Tea ${one}` });
      office.pass(2);
      await send();
    }
    for (let hour = 0; hour < 24; hour += 1) {
      office.pass(60);
      await send();
    }
    expect(came()).toHaveLength(30);
  });

  it('is one of many that a refused key keeps, and what comes after it is not kept for the evening', async () => {
    await office.tell(ada, ...lines(1));
    await send();
    office.sendgrid.answer = () => ({ status: 401 });
    for (let one = 0; one < 40; one += 1) {
      await office.tell(ada, { about: `Tea ${one}` });
      office.pass(2);
      await send();
    }
    office.sendgrid.answer = () => ({ status: 202 });
    for (let minute = 0; minute < 3; minute += 1) {
      office.pass(1);
      await send();
    }
    expect((await office.states()).pending).toBeUndefined();
  });
});

describe('an alert whose email is tried again', () => {
  it('keeps none that come after it', async () => {
    office.confirmEmailMs = 10 * 60_000;
    office.sendgrid.answer = () => ({ status: 503 });
    await office.tell(ada, ...lines(1));
    for (let time = 0; time < 4; time += 1) {
      await send();
      office.pass(2);
    }
    office.sendgrid.answer = () => ({ status: 202 });
    await office.tell(ada, { about: 'Later' });
    await send();
    expect(came()).toContain('Later is $279.00 (was $312.00)');
  });
});

describe('what could not go out for a day', () => {
  it('comes in one email once the key is mended, also where alerts come at once', async () => {
    await prefer({ mode: 'at_once' });
    office.sendgrid.answer = () => ({ status: 401 });
    // Never quite a day apart, so that it is the same which are late, whenever the first is accepted.
    for (const one of lines(8)) {
      await office.tell(ada, one);
      await send();
      office.pass(6 * 60 + 10);
    }
    expect(came()).toEqual([]);
    office.sendgrid.answer = () => ({ status: 202 });
    await send();
    office.pass(2);
    await send();
    // One was the probe; of the others those of the last day come by themselves.
    const gathered = office.sendgrid.mails.filter(
      ({ content }) => (content[0]?.value.match(/Tea \d/g) ?? []).length > 1,
    );
    expect(gathered).toHaveLength(1);
    expect(await office.states()).toMatchObject({ gathered: expect.any(Number) });
    expect((await office.states()).pending).toBeUndefined();
  });
});

describe('news that no version can read', () => {
  it('goes out by itself, as it was written', async () => {
    await office.tell(ada, ...lines(3));
    await database.db
      .updateTable('emailNotifications')
      .set({ news: JSON.stringify({ kind: 'alert', of: 'a later version' }) as never })
      .where('kind', '=', 'alert')
      .execute();
    office.pass(1);
    await send();
    expect(came()).toHaveLength(3);
  });
});
