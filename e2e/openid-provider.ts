import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { Provider } from 'oidc-provider';

export interface OpenIdProvider {
  close(): Promise<void>;
}

/** The keys that playwright.config.ts gives the app. */
export const GOOGLE_CLIENT = { id: 'monitors-e2e', secret: 'a secret of the tests alone' };

/** Where the provider listens: beside the app. */
export function issuerOf(appUrl: string): string {
  const url = new URL(appUrl);
  url.port = String(Number(url.port) + 1);
  return url.origin;
}

/**
 * A certified OpenID provider with its own sign-in pages. Whoever types an address there is that person; an address
 * that begins with "unverified" was never confirmed.
 */
export async function startOpenIdProvider(appUrl: string): Promise<OpenIdProvider> {
  const issuer = issuerOf(appUrl);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: GOOGLE_CLIENT.id,
        client_secret: GOOGLE_CLIENT.secret,
        redirect_uris: [`${appUrl}/api/auth/callback/google`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Google puts the claims into the ID token.
    conformIdTokenClaims: false,
    cookies: { keys: ['only for tests'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: sub, email_verified: !sub.startsWith('unverified'), name: sub.split('@')[0] }),
    }),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The provider's own pages: any password will do there, then one allows it. */
export async function signInAtProvider(page: Page, email: string): Promise<void> {
  await page.locator('input[name="login"]').fill(email);
  await page.locator('input[name="password"]').fill('whatever');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
