import { expect, test } from '@playwright/test';
import { CLOSED, madeAtStart } from './apps';
import { type OpenIdProvider, signInAtProvider, startOpenIdProvider } from './openid-provider';
import { linkInOutbox } from './outbox';
import { signIn, signUp } from './sign-in';

/** From the door of a closed beta to the way out; on an app that lets nobody in by itself (playwright.config.ts). */
const APP = CLOSED.url;
const person = { name: 'Wanda Waiting', email: `wanda-${Date.now()}@example.org`, password: 'Kettle-4-everyone' };
test.use({ baseURL: APP });

let google: OpenIdProvider;
test.beforeAll(async () => {
  google = await startOpenIdProvider(APP);
});
test.afterAll(() => google.close());

test('register, verify, wait, be admitted, sign in with Google, export, delete', async ({ page, browser }) => {
  await signUp(page, person);
  await expect(page).toHaveURL(/\/waiting/);
  await expect(page.getByRole('heading', { name: `You are on the list, ${person.name}` })).toBeVisible();

  await page.goto(await linkInOutbox(page, 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByText('Your address is confirmed.')).toBeVisible();
  await page.goto('/monitors/new');
  await expect(page).toHaveURL(/\/waiting/);

  const admin = await (await browser.newContext({ baseURL: APP })).newPage();
  await signIn(admin, madeAtStart(CLOSED, 'admin'));
  await admin.goto('/admin/people');
  await admin.getByRole('button', { name: `Let ${person.name} in` }).click();
  await expect(admin.getByRole('button', { name: `Let ${person.name} in` })).toBeHidden();

  await page.goto('/waiting');
  await expect(page).toHaveURL(/\/dashboard/);
  await page.goto('/outbox');
  await expect(page.getByText(/You are in|The door is open|Welcome/i).first()).toBeVisible();

  await page.goto('/account');
  await page.getByRole('button', { name: 'Connect Google' }).click();
  await signInAtProvider(page, person.email);
  await expect(page.getByText('Your Google account signs in to this account.')).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await signInAtProvider(page, person.email);
  await expect(page).toHaveURL(/\/dashboard/);

  await page.goto('/account');
  await page.getByRole('button', { name: 'Put my data together' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the zip' }).click();
  expect((await download).suggestedFilename()).toBe('monitors-data.zip');

  const leave = page.getByRole('region', { name: 'Delete the account' });
  await leave.getByRole('button', { name: 'Delete my account' }).click();
  await leave.getByLabel('Present password').fill(person.password);
  await leave.getByRole('button', { name: 'Delete everything in seven days' }).click();
  await expect(leave.getByText(/will be deleted on/)).toBeVisible();
});

test('an admin suspends somebody: their session ends at once', async ({ page, browser }) => {
  const suspended = { name: 'Sam Suspended', email: `sam-${Date.now()}@example.org` };
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill(suspended.name);
  await page.getByLabel('Email').fill(suspended.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/waiting/);

  const admin = await (await browser.newContext({ baseURL: APP })).newPage();
  await signIn(admin, madeAtStart(CLOSED, 'admin'));
  await admin.goto('/admin/people');
  await admin.getByRole('button', { name: `More for ${suspended.name}` }).click();
  await admin.getByRole('menuitem', { name: /Suspend/ }).click();
  await admin.getByLabel(/Reason|Why/).fill('This is a test of the door.');
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: /Suspend/ })
    .click();
  await expect(admin.getByText(`${suspended.name} is suspended and signed out everywhere.`)).toBeVisible();
  // Once the dialog is gone: the reason was also visible in it while it was typed.
  await expect(admin.getByRole('dialog')).toBeHidden();
  await expect(admin.getByText('This is a test of the door.')).toBeVisible();

  await page.goto('/waiting');
  await expect(page).toHaveURL(/\/sign-in/);
});
