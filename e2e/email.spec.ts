import { expect, type Page, test } from '@playwright/test';
import { createEventSigner, postEvents, sendGridEvent } from '@/test/sendgrid-events';
import { type AcceptedMail, type StubSendGrid, startStubSendGrid } from '@/test/stub-sendgrid';
import { EMAIL, madeAtStart } from './apps';
import { check, setSalePrice, take } from './sample-shop';
import { signIn, signUp } from './sign-in';

/** What becomes of an alert's email, on an app whose mail service is us (playwright.config.ts). */
const APP = EMAIL.url;
const person = { name: 'Emil Emailed', email: `emil-${Date.now()}@example.org`, password: 'Kettle-4-everyone' };
test.use({ baseURL: APP });
test.describe.configure({ mode: 'serial' });

const SOON = { timeout: 30_000 };
let sendgrid: StubSendGrid;
let monitor = '';

test.beforeAll(async () => {
  sendgrid = await startStubSendGrid(EMAIL.sendGridPort);
});
test.afterAll(() => sendgrid.close());

test('an alert is mailed with its picture, ended by one click, and begun again in the app', async ({
  page,
  request,
}) => {
  await signUp(page, person);
  monitor = await makeMonitor(page);
  await alertOnce(page);
  const mail = await nthAlert(1);
  expect(mail.subject).toBe('Aurora One is $279.00 (was $319.00)');
  const [picture] = mail.attachments ?? [];
  expect(picture?.type).toBe('image/jpeg');
  expect(mail.content.find(({ type }) => type === 'text/html')?.value).toContain(`cid:${picture?.content_id}`);

  await page.goto('/notifications');
  const entry = page.getByTestId('inbox-entry');
  await expect(entry).toHaveCount(1);
  await expect(entry.getByText(/^Emailed \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Inbox (1 unread)' }).first()).toBeVisible();
  await entry.getByRole('link', { name: /Aurora One is \$279\.00/ }).click();
  await expect(page).toHaveURL(monitor);
  await expect(page.getByRole('link', { name: 'Inbox', exact: true }).first()).toBeVisible();

  // The button of a mail program: no cookie, no page.
  expect(mail.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const ended = await fetch(linkOf(mail), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(ended.status).toBe(200);
  expect((await request.get(linkOf(mail), { maxRedirects: 0 })).status()).toBe(303);

  await alertOnce(page);
  await page.goto('/notifications');
  await expect(entry.getByText('Not emailed: you turned emails of this monitor off')).toBeVisible();
  expect(alerts()).toHaveLength(1);

  await page.goto(monitor);
  const emails = page.getByRole('region', { name: 'Emails about it' });
  await expect(emails.getByText(/^A link in an email turned emails of this monitor off/)).toBeVisible();
  await emails.getByRole('button', { name: 'Turn on again' }).click();
  await expect(emails.getByText(/^A link in an email/)).toBeHidden();
  await chooseAtOnce(page);
  await alertOnce(page);
  await nthAlert(2);
});

test('the link in an email asks first, works without scripts and sign-in, and is taken back', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: APP, javaScriptEnabled: false });
  const page = await context.newPage();
  const text = alerts()[0]?.content.find(({ type }) => type === 'text/plain')?.value ?? '';
  const link = /https?:\S+\/unsubscribe\?token=[\w.-]+/.exec(text)?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Stop emails about “.+”\?$/);
  await page.getByRole('button', { name: 'Stop these emails' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These emails are off');
  await page.getByRole('button', { name: 'Get them again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Stop emails about/);
  await page.goto('/unsubscribe?token=cut');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
  await context.close();
});

test('an address that bounces gets nothing until an admin lifts it, and its person is told', async ({
  page,
  browser,
}) => {
  const signer = createEventSigner(EMAIL.sendGridPem);
  const [mail] = alerts();
  const event = sendGridEvent('bounce', mail?.custom_args.notification_id ?? '', new Date());
  expect(await postEvents(`${APP}/api/webhooks/sendgrid`, [event], { signer, at: new Date() })).toBe(204);

  await signIn(page, person);
  await page.goto('/account');
  await expect(page.getByText(`${person.email} gets no emails from us`)).toBeVisible();
  await expect(page.getByText('Its server said: “550 5.1.1 no such user”')).toBeVisible();
  await page.goto(monitor);
  await chooseAtOnce(page);
  await alertOnce(page);
  await page.goto('/notifications');
  await expect(page.getByText('Not sent: your address bounced').first()).toBeVisible(SOON);
  const before = alerts().length;

  const admin = await (await browser.newContext({ baseURL: APP })).newPage();
  await signIn(admin, madeAtStart(EMAIL, 'admin'));
  await admin.goto('/admin/emails');
  await expect(admin.getByRole('region', { name: 'Emails by day' })).toBeVisible();
  await admin.getByRole('button', { name: `Lift: ${person.email}` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Lift' }).click();
  await expect(admin.getByText('All addresses get email.')).toBeVisible();
  expect(sendgrid.released).toContain(person.email);

  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Emails', exact: true })).toBeVisible();
  await expect(page.getByText(/gets no emails from us/)).toBeHidden();
  await alertOnce(page);
  await nthAlert(before + 1);
});

/** A monitor of the sample shop's headphones, which cost more than it waits for. Returns the address of its page. */
async function makeMonitor(page: Page): Promise<string> {
  await setSalePrice(page, '319.00');
  await page.goto('/monitors/new');
  await page
    .getByLabel('What do you want to be told?')
    .fill(`Tell me when the Aurora One costs less than $300 ${APP}/samples/headphones`);
  await page.getByRole('button', { name: 'Preview' }).click();
  await take(page, '$319.00');
  await page.getByRole('button', { name: 'Save monitor' }).click();
  await expect(page).toHaveURL(/\/monitors\/[0-9a-f-]{36}$/);
  return page.url();
}

/** So that no alert waits a minute for others. */
async function chooseAtOnce(page: Page): Promise<void> {
  const kept = page.waitForResponse((answer) => answer.url().includes('monitors.chooseEmails'));
  await page.getByLabel('Emails of this monitor').selectOption('At once');
  expect((await kept).status()).toBe(200);
}

/** The price goes up, which re-arms the monitor, and comes below its limit. */
async function alertOnce(page: Page): Promise<void> {
  for (const price of ['319.00', '279.00']) {
    await setSalePrice(page, price);
    await page.goto(monitor);
    await check(page);
    await expect(page.getByTestId('current-value')).toHaveText(`$${price}`);
  }
}

/** The emails of alerts to the person, in their order. */
function alerts(): AcceptedMail[] {
  return sendgrid.mails.filter(
    ({ subject, personalizations }) =>
      subject.includes('$279.00') && personalizations[0]?.to[0]?.email === person.email,
  );
}

async function nthAlert(count: number): Promise<AcceptedMail> {
  await expect.poll(() => alerts().length, SOON).toBe(count);
  const mail = alerts()[count - 1];
  if (mail === undefined) throw new Error('No such mail');
  return mail;
}

function linkOf({ headers }: AcceptedMail): string {
  return headers?.['List-Unsubscribe']?.replace(/[<>]/g, '') ?? '';
}
