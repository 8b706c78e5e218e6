import { createHmac, timingSafeEqual } from 'node:crypto';

/** What whoever has just asked for an account may see: the mail to this address, written since then. */
export interface OutboxTicket {
  email: string;
  askedAt: Date;
}

const FORM = /^([\w-]{1,1000})\.([\w-]{43})$/;

function seal(key: string, content: string): Buffer {
  return createHmac('sha256', key).update(`outbox ticket ${content}`).digest();
}

/** Seals a ticket with AUTH_SECRET (`key`): it says nothing about whether the address has an account. */
export function sealOutboxTicket(key: string, { email, askedAt }: OutboxTicket): string {
  const content = Buffer.from(JSON.stringify([email, askedAt.getTime()])).toString('base64url');
  return `${content}.${seal(key, content).toString('base64url')}`;
}

/** The ticket, or null if it was not sealed with this key. */
export function openOutboxTicket(key: string, ticket: string): OutboxTicket | null {
  const [, content, sealed] = FORM.exec(ticket) ?? [];
  if (content === undefined || sealed === undefined) return null;
  const given = Buffer.from(sealed, 'base64url');
  const right = seal(key, content);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [email, askedAt] = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as [string, number];
  return { email, askedAt: new Date(askedAt) };
}
