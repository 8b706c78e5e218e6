import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import { isHttps } from '@/env';
import { authSecret } from './secret';

/** A browser stays known for a year after its last sign-in. */
const KNOWN_SECONDS = 365 * 24 * 60 * 60;

/** More people than share one browser. */
const MOST = 5;
const DAY_MS = 24 * 60 * 60_000;
const MARK = /^([0-9a-z]{1,6})-([\w-]{22})-([\w-]{43})$/;

/**
 * The number of this browser if it has signed in to the account of this address before, else null. `value` is what its
 * cookie says. The marks in it are ours, each bound to one address and to the day it was made; nobody else can make
 * one, and none tells whose it is or whether the account exists.
 */
export function knownBrowser(value: string | undefined, email: string, now: Date): string | null {
  const today = Math.floor(now.getTime() / DAY_MS);
  for (const mark of marksOf(value)) {
    const [, day = '', number = '', seal = ''] = MARK.exec(mark) ?? [];
    const age = today - Number.parseInt(day, 36);
    if (age >= -1 && age * 24 * 60 * 60 <= KNOWN_SECONDS && isSeal(seal, day, number, email)) return number;
  }
  return null;
}

/** The cookie after a sign-in to the account of this address: the marks of others in it stay, the newest first. */
export function rememberBrowser(value: string | undefined, email: string, now: Date): string {
  const day = Math.floor(now.getTime() / DAY_MS).toString(36);
  const number = knownBrowser(value, email, now) ?? randomBytes(16).toString('base64url');
  const others = marksOf(value).filter((mark) => knownBrowser(mark, email, now) === null);
  return [`${day}-${number}-${sealOf(day, number, email)}`, ...others].slice(0, MOST).join('.');
}

function marksOf(value: string | undefined): string[] {
  return (value ?? '')
    .slice(0, MOST * 80)
    .split('.')
    .filter((mark) => MARK.test(mark));
}

function sealOf(day: string, number: string, email: string): string {
  const sealed = `known browser ${day} ${number} ${email.trim().toLowerCase()}`;
  return createHmac('sha256', authSecret()).update(sealed).digest('base64url');
}

function isSeal(given: string, day: string, number: string, email: string): boolean {
  const right = Buffer.from(sealOf(day, number, email));
  const seal = Buffer.from(given);
  return seal.length === right.length && timingSafeEqual(seal, right);
}

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
