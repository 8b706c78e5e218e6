import { expect, test } from '@playwright/test';
import { madeAtStart, OPEN } from './apps';
import { comeAlive, signIn } from './sign-in';

/** Far more than a person needs to press the first button that they see. */
const SLOW_MS = 2_000;

test.beforeEach(async ({ page }) => {
  await signIn(page, madeAtStart(OPEN, 'demo'));
  await comeAlive(page);
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await new Promise((later) => setTimeout(later, SLOW_MS));
    await route.continue();
  });
  await page.goto('/dashboard', { waitUntil: 'commit' });
});

test('what is pressed before the scripts are there is done when they are, and once', async ({ page }) => {
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  const bar = page.getByRole('region', { name: 'Selected monitors' });
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Select all' }).click();
  await expect(bar.getByText('9 selected')).toBeVisible();
});

test('the menu of the account too', async ({ page }) => {
  await page.getByRole('button', { name: /account of/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
});
