import { expect, type Page, test } from '@playwright/test';
import { type OpenIdProvider, signInAtProvider, startOpenIdProvider } from './openid-provider';
import { signUp } from './sign-in';

/** Google's part is played by a real OpenID provider of this machine, at GOOGLE_ISSUER (playwright.config.ts). */
let google: OpenIdProvider;
const stamp = Date.now();

test.beforeAll(async ({ baseURL }) => {
  google = await startOpenIdProvider(baseURL ?? '');
});
test.afterAll(() => google.close());

test('opens an account with Google, and signs in to it again', async ({ page }) => {
  const email = `gil-${stamp}@example.org`;
  await continueWithGoogle(page, email);
  await expect(page).toHaveURL(/\/dashboard/);
  await page.goto('/account');
  await expect(page.getByText('Your Google account signs in to this account.')).toBeVisible();
  await page.context().clearCookies();
  await continueWithGoogle(page, email);
  await expect(page).toHaveURL(/\/dashboard/);
});

test('refuses an address that Google has not confirmed', async ({ page }) => {
  await continueWithGoogle(page, `unverified-${stamp}@example.org`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText('Google has not confirmed the address of that account.')).toBeVisible();
});

test('takes no account by its address; its owner connects Google after signing in', async ({ page }) => {
  const email = `owner-${stamp}@example.org`;
  await signUp(page, { name: 'Olga Owner', email, password: 'Kettle-4-everyone' });
  await expect(page).toHaveURL(/\/dashboard/);
  const owner = await page.context().storageState();
  await page.context().clearCookies();

  await continueWithGoogle(page, email);
  await expect(page).toHaveURL(/\/sign-in\?google=confirm/);
  await expect(page.getByText('There is an account with this address already.')).toBeVisible();
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in/);

  // The provider's own session too: it must ask again.
  await page.context().clearCookies();
  await page.context().addCookies(owner.cookies);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Connect Google' }).click();
  await signInAtProvider(page, email);
  await expect(page).toHaveURL(/\/account/);
  await expect(page.getByText('Your Google account signs in to this account.')).toBeVisible();
  await page.context().clearCookies();
  await continueWithGoogle(page, email);
  await expect(page).toHaveURL(/\/dashboard/);
});

async function continueWithGoogle(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await signInAtProvider(page, email);
}
