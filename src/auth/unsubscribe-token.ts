import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a link in an email ends: the emails about one monitor, or about all of a person's. */
export interface Unsubscribing {
  userId: string;
  /** Null: of all monitors. */
  monitorId: string | null;
}

const FORM = /^([\w-]{1,300})\.([\w-]{43})$/;
const Content = z.tuple([z.uuid(), z.uuid().nullable(), z.number().int()]);
/** Whoever finds an old email can still stop what it began; after that they sign in. */
const VALID_MS = 400 * 24 * 60 * 60_000;

function seal(key: string, content: string): Buffer {
  return createHmac('sha256', key).update(`unsubscribe ${content}`).digest();
}

/** The token of an unsubscribe link, sealed with AUTH_SECRET (`key`). It allows nothing else. */
export function mintUnsubscribeToken(key: string, { userId, monitorId }: Unsubscribing, now: Date): string {
  const content = Buffer.from(JSON.stringify([userId, monitorId, now.getTime()])).toString('base64url');
  return `${content}.${seal(key, content).toString('base64url')}`;
}

/** What a token ends; null where it was not sealed with this key, was cut, or is too old. */
export function readUnsubscribeToken(key: string, token: string, now: Date): Unsubscribing | null {
  const [, content, sealed] = FORM.exec(token) ?? [];
  if (content === undefined || sealed === undefined) return null;
  const [given, right] = [Buffer.from(sealed, 'base64url'), seal(key, content)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const parsed = Content.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [userId, monitorId, mintedAt] = parsed.data;
  return now.getTime() - mintedAt > VALID_MS ? null : { userId, monitorId };
}
