import { DomainError } from '@/domain/errors';
import { getEnv } from '@/env';
import { noteLinkIntent } from './google-provider';
import { signIn } from './next-auth';

/** Whether this installation offers Google. */
export function hasGoogle(): boolean {
  return getEnv().GOOGLE_CLIENT_ID !== undefined;
}

/**
 * Begins a sign-in with Google and returns the address there to go to; its cookies are on the present response.
 * `linkFrom` is the session that asks to connect Google, null for signing in.
 * @throws DomainError `not_found` / `no_google`; `unavailable` / `google_unreachable`.
 */
export async function startGoogle(returnPath: string, linkFrom: string | null): Promise<string> {
  if (!hasGoogle()) throw new DomainError('not_found', 'no_google', 'Google sign-in is not set up here.');
  if (linkFrom !== null) await noteLinkIntent(linkFrom);
  const url: unknown = await signIn('google', { redirect: false, redirectTo: returnPath });
  // When the provider cannot be asked, next-auth answers with its own error page.
  if (typeof url === 'string' && new URL(url).searchParams.has('client_id')) return url;
  const message = 'Google could not be reached. Try again in a moment, or use your password.';
  throw new DomainError('unavailable', 'google_unreachable', message);
}
