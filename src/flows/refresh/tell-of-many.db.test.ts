import sharp from 'sharp';
import { expect, it } from 'vitest';
import { News } from '@/domain/email/news';
import { pictureCid } from '@/mail/picture-cid';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { useMailOffice } from '@/test/mail-office';
import { useRest } from '@/test/rest-client';
import { sendNotifications } from '../upkeep/send-notifications';
import { followRefreshBatch } from './follow-evaluation';
import { requestRefreshOfMany } from './request-refresh-of-many';

const database = useDatabase();
const rest = useRest(database);
const office = useMailOffice(database);

const sourceOf = (name: string) => `https://shop.example.org/${name.toLowerCase().replace(' ', '-')}`;

async function checkAll(userId: string): Promise<void> {
  const batch = await requestRefreshOfMany(rest.deps, { userId, monitorIds: null });
  for await (const state of followRefreshBatch(rest.deps, { userId, batchId: batch.id })) if (state.endedAt) return;
}

/** A picture of the page, in the form in which a look takes it. */
const picture = async () => {
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#106653' } })
    .webp()
    .toBuffer();
  return { bytes, mediaType: 'image/webp' as const, width: 40, height: 20 };
};

it('tells of all that a check of many brought in one email, with their pictures', async () => {
  office.now = new Date();
  const person = await insertUser(database.db);
  await office.write(person.email);
  await sendNotifications(office.deps());
  rest.deps.scraper.crop = await picture();
  const names = ['Kettle One', 'Kettle Two', 'Kettle Three', 'Kettle Four'];
  for (const item of names) {
    const meant = interpretation({ item, fact: `price of the ${item} in USD`, sources: [sourceOf(item)] });
    await insertMonitor(database.db, { userId: person.id, interpretation: meant, name: `${item} below $300` });
    rest.deps.scraper.pages.set(sourceOf(item), {
      html: `<html lang="en"><title>Kettles</title><body><main><h1>${item}</h1><p>Price: <b>$283.00</b></p>
        <p>A kettle for people who like their tea hot and their kitchen quiet.</p></main></body></html>`,
    });
  }
  await checkAll(person.id);
  office.now = new Date();
  const rows = await database.db.selectFrom('emailNotifications').selectAll().where('kind', '=', 'alert').execute();
  expect(rows).toHaveLength(4);
  // The last one lets all go, a minute after the email before.
  expect(new Set(rows.map(({ nextAttemptAt }) => nextAttemptAt.getTime())).size).toBe(1);
  office.pass(1);
  await sendNotifications(office.deps());
  const [, mail, more] = office.sendgrid.mails;
  expect(more).toBeUndefined();
  for (const item of names) expect(mail?.content[0]?.value).toContain(item);
  const html = mail?.content[1]?.value ?? '';
  for (const { news, evaluationId } of rows) {
    expect(News.parse(news)).toMatchObject({
      kind: 'alert',
      hasPicture: true,
      quote: expect.stringContaining('$283.00'),
    });
    expect(html).toContain(`cid:${pictureCid(evaluationId ?? '')}`);
  }
  expect(mail?.attachments).toHaveLength(4);
  // Every mail program shows a JPEG.
  const shown = Buffer.from(mail?.attachments?.[0]?.content ?? '', 'base64');
  expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 40 });
});

it('tells without the pictures what is too large with them', async () => {
  office.now = new Date();
  const person = await insertUser(database.db);
  rest.deps.scraper.crop = await picture();
  await insertMonitor(database.db, { userId: person.id, interpretation: interpretation() });
  rest.deps.scraper.pages.set('https://shop.example.org/kettle-one', {
    html: '<html lang="en"><title>Kettles</title><body><h1>Kettle One</h1><p>Price: <b>$283.00</b></p></body></html>',
  });
  let asked = 0;
  office.sendgrid.answer = () => {
    asked += 1;
    return { status: asked === 1 ? 413 : 202 };
  };
  await checkAll(person.id);
  office.now = new Date(Date.now() + 1_000);
  await sendNotifications(office.deps());
  expect(office.sendgrid.mails).toHaveLength(1);
  expect(office.sendgrid.mails[0]?.attachments).toBeUndefined();
});
