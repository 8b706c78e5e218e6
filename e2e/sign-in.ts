import { expect, type Page } from '@playwright/test';

export interface Credentials {
  email: string;
  password: string;
}

/** Waits until the page answers: of what is done before, only the last press of a button is made up for. */
export async function comeAlive(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Opens an account at the form, and leaves the page where that leads. */
export async function signUp(page: Page, { name, email, password }: Credentials & { name: string }): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).not.toHaveURL(/\/sign-up/);
}

/** Signs in at the form, and leaves the page where that leads. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
