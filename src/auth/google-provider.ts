import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import GoogleProvider from 'next-auth/providers/google';
import { getEnv, isHttps } from '@/env';
import { authSecret } from './secret';

/** What decides about somebody whom Google sends: flows/google-account, handed in by the route. */
export type GoogleArrive = (
  identity: { googleId: string; email: string; emailVerified: boolean; name: string },
  options: { linkTo: string | null; everyone: boolean },
) => Promise<{ userId: string } | { refused: string }>;

/** Time to sign in at Google. */
const INTENT_SECONDS = 10 * 60;
const SALT = 'monitors.link';

/** The Google provider, if this installation has its keys. GOOGLE_ISSUER can stand in for Google. */
export function googleProvider() {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER } = getEnv();
  if (!GOOGLE_CLIENT_ID || !GOOGLE_CLIENT_SECRET) return [];
  return [
    GoogleProvider({
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
      issuer: GOOGLE_ISSUER,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
    }),
  ];
}

/**
 * Notes that this session asked to connect Google: only then may an arrival be linked to who is signed in. Without it
 * somebody could be sent back from Google into another person's open account.
 */
export async function noteLinkIntent(sessionId: string): Promise<void> {
  const value = await encode({ token: { sid: sessionId }, secret: authSecret(), salt: SALT, maxAge: INTENT_SECONDS });
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), maxAge: INTENT_SECONDS } as const;
  (await cookies()).set(cookieName(), value, options);
}

/** Whether this session asked to connect Google; asks once. */
export async function takeLinkIntent(sessionId: string): Promise<boolean> {
  const jar = await cookies();
  const value = jar.get(cookieName())?.value;
  if (value === undefined) return false;
  jar.set(cookieName(), '', { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), maxAge: 0 });
  try {
    const intent = await decode({ token: value, secret: authSecret(), salt: SALT });
    return intent?.sid === sessionId;
  } catch {
    // Not sealed by us, or run out.
    return false;
  }
}

function cookieName(): string {
  return `${isHttps() ? '__Host-' : ''}monitors.link`;
}
