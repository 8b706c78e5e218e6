import { expect, type Page, test } from '@playwright/test';
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
    .getByText(/\$319\.00 → \$279\.00/)
    .first()
    .click();
  await expect(page.getByText('Alert: $279.00 is below $300.00.').first()).toBeVisible();
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
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(monitor);
  await check(page);
  await expect(
    page.getByText(/No alert: \$279\.00 is below \$290\.00, as it was when the monitor was saved/).first(),
  ).toBeVisible();
});

test('somebody else sees nothing of it', async ({ page }) => {
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in/);
});

/** What a visitor does at the sample shop's controls. */
async function setSalePrice(page: Page, price: string): Promise<void> {
  await page.goto('/samples/controls');
  const form = page.locator('form', { has: page.locator('input[name="salePrice"]') });
  await form.locator('input[name="onSale"]').setChecked(true);
  await form.locator('input[name="salePrice"]').fill(price);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('input[name="salePrice"]')).toHaveValue(price);
}

async function check(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /Check now/ });
  await expect(button).toBeEnabled();
  await button.click();
  await expect(page.getByTestId('check-phase')).toHaveText(/Done|Checked/, { timeout: 60_000 });
}

/** The value is given; where the reader is not sure which of three models is meant, the person says it. */
async function take(page: Page, price: string) {
  const asked = page.getByRole('radio', { name: new RegExp(price.replace(/[$.]/g, '\\$&')) }).first();
  const value = page.getByTestId('preview-value');
  await expect(asked.or(value).first()).toBeVisible({ timeout: 60_000 });
  if (await asked.isVisible()) {
    await asked.check();
    await page.getByRole('button', { name: 'Take this one' }).click();
  }
  await expect(value).toHaveText(price);
}
