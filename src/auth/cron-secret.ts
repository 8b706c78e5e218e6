import { timingSafeEqual } from 'node:crypto';
import { getEnv } from '@/env';
import { hashSecret } from './secret';

/** Whether a request comes from our own scheduler: `Authorization: Bearer CRON_SECRET`. Never, while there is none. */
export function isFromCron(headers: Pick<Headers, 'get'>): boolean {
  const { CRON_SECRET } = getEnv();
  const given = /^Bearer (.{1,500})$/.exec(headers.get('authorization') ?? '')?.[1];
  // Hashes have one length, so that comparing tells nothing about the secret's.
  return (
    CRON_SECRET !== undefined && given !== undefined && timingSafeEqual(hashSecret(given), hashSecret(CRON_SECRET))
  );
}
