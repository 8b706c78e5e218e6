import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import { isHttps } from '@/env';
import { KNOWN_SECONDS, knownBrowser, rememberBrowser } from './known-browser';

/** The number of the browser behind a request, if it has signed in to the account of this address before. */
export function browserOf(request: Request, email: string): string | null {
  const jar = new NextRequest(request.url, { headers: request.headers }).cookies;
  return knownBrowser(jar.get(browserCookie())?.value, email, new Date());
}

/** Notes on the present response that this browser has signed in to the account of this address. */
export async function markBrowser(email: string): Promise<void> {
  const jar = await cookies();
  const value = rememberBrowser(jar.get(browserCookie())?.value, email, new Date());
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), maxAge: KNOWN_SECONDS } as const;
  jar.set(browserCookie(), value, options);
}

export function browserCookie(): string {
  return `${isHttps() ? '__Host-' : ''}monitors.browser`;
}
