import { expect, type Page } from '@playwright/test';

/** What a visitor does at the sample shop's controls. */
export async function setSalePrice(page: Page, price: string): Promise<void> {
  await page.goto('/samples/controls');
  const form = page.locator('form', { has: page.locator('input[name="salePrice"]') });
  await form.locator('input[name="onSale"]').setChecked(true);
  await form.locator('input[name="salePrice"]').fill(price);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('input[name="salePrice"]')).toHaveValue(price);
}

/** Checks the monitor whose page is open, and waits for the end of it. */
export async function check(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /Check now/ });
  await expect(button).toBeEnabled();
  await button.click();
  await expect(page.getByTestId('check-phase')).toHaveText(/Done|Checked/, { timeout: 60_000 });
}

/** The value is given; where the reader is not sure which of three models is meant, the person says it. */
export async function take(page: Page, price: string): Promise<void> {
  const asked = page.getByRole('radio', { name: new RegExp(price.replace(/[$.]/g, '\\$&')) }).first();
  const value = page.getByTestId('preview-value');
  await expect(asked.or(value).first()).toBeVisible({ timeout: 60_000 });
  if (await asked.isVisible()) {
    await asked.check();
    await page.getByRole('button', { name: 'Take this one' }).click();
  }
  await expect(value).toHaveText(price);
}
