import { expect, test } from '@playwright/test';
import { check, setSalePrice, take } from './sample-shop';
import { signUp } from './sign-in';

/** The main job, as a newcomer does it: from a sentence to a proven value and a mail. */
const person = { name: 'Grace Newcomer', email: `grace-${Date.now()}@example.org`, password: 'Kettle-4-everyone' };

test('sign up, preview, save, check, change the price, check, read the mail', async ({ page, baseURL }) => {
  const source = `${baseURL}/samples/headphones`;
  await signUp(page, person);
  await expect(page).toHaveURL(/\/dashboard/);
  await setSalePrice(page, '319.00');

  await page.goto('/monitors/new');
  await page
    .getByLabel('What do you want to be told?')
    .fill(`Tell me when the Aurora One costs less than $300 ${source}`);
  await page.getByRole('button', { name: 'Preview' }).click();
  await take(page, '$319.00');
  await expect(page.getByText('No alert: $319.00 is not below $300.00.')).toBeVisible();
  await expect(page.getByTestId('preview-picture')).toBeVisible();
  await page.getByRole('button', { name: 'Save monitor' }).click();
  await expect(page).toHaveURL(/\/monitors\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId('current-value')).toHaveText('$319.00');
  await expect(page.getByTestId('evidence-picture')).toBeVisible();

  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$319.00');
  const monitor = page.url();

  await setSalePrice(page, '279.00');
  await page.goto(monitor);
  await check(page);
  await expect(page.getByTestId('current-value')).toHaveText('$279.00');
  await expect(page.getByText('Alert: $279.00 is below $300.00.').first()).toBeVisible();
  const picture = page.getByTestId('evidence-picture');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);

  const row = page.getByTestId('history-row').first();
  await row.getByRole('button').first().click();
  await expect(row.getByText('“$279.00”')).toBeVisible();
  await expect(row.getByText('How it is found again')).toBeVisible();
  const proof = row.getByTestId('row-picture');
  await expect(proof).toBeVisible();
  expect(await proof.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  const chart = page.getByTestId('chart');
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByTestId('read-out')).toHaveText(/^\$279\.00, .*, alert$/);

  const site = page.getByRole('region', { name: 'How the site answers' });
  await expect(site.getByText(/^\d+ of \d+ looks worked · usually/).first()).toBeVisible();
  await page.goto('/dashboard');
  await expect(page.getByText(/: \d+ of \d+ looks worked in 24 h/).first()).toBeAttached();
  await page.getByRole('button', { name: 'Check all' }).click();
  await expect(page.getByTestId('refresh-summary')).toHaveText('1 checked, none changed, no alert.', {
    timeout: 60_000,
  });

  await page.goto('/outbox');
  await page
    .getByText(/is \$279\.00 \(was \$319\.00\)/)
    .first()
    .click();
  await expect(page.getByText('$279.00 is below $300.00.').first()).toBeVisible();
  await expect(page.getByText('“$279.00”').first()).toBeVisible();

  await page.goto(`${monitor}/edit`);
  // Before the page has come alive, what is written joins what was there.
  await expect(page.getByRole('button', { name: 'Preview' })).toBeEnabled();
  await page
    .getByLabel('What do you want to be told?')
    .fill(`Tell me when the Aurora One costs less than $290 ${source}`);
  await page.getByRole('button', { name: 'Preview' }).click();
  await take(page, '$279.00');
  await page.getByLabel('Only when it next becomes true').check();
  await expect(page.getByLabel('What will be different')).toContainText('is below $290.00');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(monitor);
  await check(page);
  await expect(
    page.getByText(/No alert: \$279\.00 is below \$290\.00, as it was when the monitor was saved/).first(),
  ).toBeVisible();
});

test('a deletion is asked for once, and taken back from another page, also after a reload', async ({
  page,
  baseURL,
}) => {
  await signUp(page, { ...person, email: `undo-${Date.now()}@example.org` });
  await setSalePrice(page, '319.00');
  await page.goto('/monitors/new');
  await page
    .getByLabel('What do you want to be told?')
    .fill(`Tell me when the Aurora One costs less than $300 ${baseURL}/samples/headphones`);
  await page.getByRole('button', { name: 'Preview' }).click();
  await take(page, '$319.00');
  await page.getByRole('button', { name: 'Save monitor' }).click();
  await expect(page.getByTestId('current-value')).toHaveText('$319.00');
  const monitor = page.url();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete monitor' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.getByRole('link', { name: 'Inbox' }).first().click();
  await expect(page).toHaveURL(/\/notifications$/);
  await page.reload();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(monitor);
  await expect(page.getByTestId('current-value')).toHaveText('$319.00');

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete monitor' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto(monitor);
  await expect(page.getByTestId('current-value')).toHaveCount(0);
});

test('somebody else sees nothing of it', async ({ page }) => {
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in/);
});
