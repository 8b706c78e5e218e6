import { type Browser, expect, type Page, test } from '@playwright/test';
import { linkInOutbox } from './outbox';
import { signIn, signUp } from './sign-in';

/** An account's life, as its owner lives it. */
const person = { name: 'Mary Owner', email: `mary-${Date.now()}@example.org`, password: 'Kettle-4-everyone' };
const NEW_PASSWORD = 'Another-kettle-5';
/** What they are called from the first journey on. */
const NEW_NAME = 'Mary Elsewhere';

// One account goes through all of it: a later part needs what an earlier one did.
test.describe.configure({ mode: 'serial' });

test('register, confirm the address, change the password, end elsewhere', async ({ page, browser }) => {
  await signUp(page, person);
  await expect(page).toHaveURL(/\/dashboard/);
  await page.goto('/account');
  await expect(page.getByText('Your address is not confirmed yet')).toBeVisible();

  // A mail scanner opens the link: nothing happens.
  const link = await linkInOutbox(page, 'Confirm your address');
  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto('/account');
  await expect(page.getByText('Your address is not confirmed yet')).toBeVisible();
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByText('Your address is confirmed.')).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('This link no longer works')).toBeVisible();

  const elsewhere = await signInElsewhere(browser, person.password);
  await elsewhere.goto('/account');
  const name = elsewhere.getByRole('region', { name: 'About you' }).getByLabel('Name');
  await name.fill(NEW_NAME);
  await page.goto('/account');
  await expect(page.getByText('Your address is not confirmed yet')).toBeHidden();
  const form = page.getByRole('region', { name: 'Password' });
  await form.getByLabel('Present password').fill(person.password);
  await form.getByLabel('New password').fill(NEW_PASSWORD);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password was changed.')).toBeVisible();

  // What was typed there stays, and goes out once they have signed in again.
  await elsewhere.getByRole('region', { name: 'About you' }).getByRole('button', { name: 'Save' }).click();
  await expect(elsewhere.getByText('Your sign-in has ended')).toBeVisible();
  const again = elsewhere.getByRole('dialog');
  await again.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again).toBeHidden();
  await expect(name).toHaveValue(NEW_NAME);
  await elsewhere.getByRole('region', { name: 'About you' }).getByRole('button', { name: 'Save' }).click();
  await expect(elsewhere.getByText('Your account was saved.')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
});

test('signing in makes this browser a known one', async ({ page }) => {
  const known = async () => (await page.context().cookies()).find(({ name }) => name === 'monitors.browser');
  await page.goto('/sign-in');
  expect(await known()).toBeUndefined();
  await signIn(page, { email: person.email, password: NEW_PASSWORD });
  const cookie = await known();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie?.value).not.toContain(person.email);
  // Still known when the session has long ended.
  expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 300 * 24 * 60 * 60);
});

test("the session can be asked for, at next-auth's own addresses", async ({ page }) => {
  expect(await answerOf(page, 'csrf')).toEqual({ csrfToken: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await answerOf(page, 'session')).toBeNull();
  await signIn(page, { email: person.email, password: NEW_PASSWORD });
  expect(await answerOf(page, 'session')).toMatchObject({ person: { email: person.email, name: NEW_NAME } });
});

test('a forgotten password is replaced by the mailed link', async ({ page, browser }) => {
  const elsewhere = await signInElsewhere(browser, NEW_PASSWORD);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has a field of that name too.
  await expect(page).toHaveURL(/\/forgot-password/);
  await page.getByLabel('Email').fill(person.email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText(/has an account, a link/)).toBeVisible();

  const link = await linkInOutbox(elsewhere, 'Choose a new password');
  await page.goto(link);
  await page.getByLabel('New password').fill(person.password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();
  await elsewhere.goto('/account');
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await expect(elsewhere.getByText('Your sign-in has ended.')).toBeVisible();
});

test('tokens, export, deletion and a change of mind', async ({ page }) => {
  await signIn(page, person);
  await page.goto('/account');
  const tokens = page.getByRole('region', { name: 'API tokens' });
  await tokens.getByLabel('Name').fill('my phone');
  await tokens.getByRole('button', { name: 'Make a token' }).click();
  await expect(page.getByTestId('new-token')).toHaveText(/^mon_/);
  await page.reload();
  await expect(page.getByTestId('new-token')).toBeHidden();
  await page.getByRole('button', { name: 'Revoke my phone' }).click();
  await expect(page.getByRole('button', { name: 'Revoke my phone' })).toBeHidden();

  await page.getByRole('button', { name: 'Put my data together' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the zip' }).click();
  expect((await download).suggestedFilename()).toBe('monitors-data.zip');

  const leave = page.getByRole('region', { name: 'Delete the account' });
  await leave.getByRole('button', { name: 'Delete my account' }).click();
  await leave.getByLabel('Present password').fill(person.password);
  await leave.getByRole('button', { name: 'Delete everything in seven days' }).click();
  await expect(leave.getByText(/will be deleted on/)).toBeVisible();
  await leave.getByRole('button', { name: 'Keep my account' }).click();
  await expect(leave.getByRole('button', { name: 'Delete my account' })).toBeVisible();
});

async function answerOf(page: Page, path: string): Promise<unknown> {
  const answer = await page.request.get(`/api/auth/${path}`);
  expect([path, answer.status()]).toEqual([path, 200]);
  return answer.json();
}

async function signInElsewhere(browser: Browser, password: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, { email: person.email, password });
  return page;
}
