import { expect, test } from '@playwright/test';
import { CONFIRM_FIRST } from './apps';
import { signIn } from './sign-in';

/** The way in where addresses are confirmed first and no mail leaves the machine (playwright.config.ts). */
const APP = CONFIRM_FIRST.url;
const person = { name: 'Nora Newcomer', email: `nora-${Date.now()}@example.org`, password: 'Kettle-4-everyone' };
test.use({ baseURL: APP });

const CONFIRM = 'Confirm my address';
/** Links open; nothing runs, nothing is sent, and the page around is out of reach. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

test('register, press the button in the mail, sign in, and press it again in the outbox', async ({ page, context }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Your mail is here' })).toBeVisible();
  const mail = page.getByTitle('Mail: Confirm your address · Monitors!');
  await expect(mail).toHaveAttribute('sandbox', SANDBOX);

  const opening = context.waitForEvent('page');
  await mail.contentFrame().getByRole('link', { name: CONFIRM }).click();
  const confirming = await opening;
  await expect(confirming).toHaveURL(/\/verify\?secret=/);
  await confirming.getByRole('button', { name: CONFIRM }).click();
  await expect(confirming.getByText('Your address is confirmed.')).toBeVisible();
  expect(await confirming.evaluate(() => window.opener)).toBeNull();

  await signIn(page, person);
  await expect(page).toHaveURL(/\/dashboard/);
  await page.goto('/outbox');
  await page.getByRole('button', { name: /Confirm your address/ }).click();
  await expect(page.getByTitle('Mail: Confirm your address · Monitors!')).toHaveAttribute('sandbox', SANDBOX);
  const openingAgain = context.waitForEvent('page');
  await page
    .getByTitle(/^Mail: /)
    .contentFrame()
    .getByRole('link', { name: CONFIRM })
    .click();
  await expect((await openingAgain).getByText('This link no longer works')).toBeVisible();
});
