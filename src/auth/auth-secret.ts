import { getEnv } from '@/env';

/**
 * AUTH_SECRET, which seals sessions and mailed links.
 * @throws Error when it is missing; `npm start` makes one.
 */
export function authSecret(): string {
  const { AUTH_SECRET } = getEnv();
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set. Start the app with npm start, or set it in .env.');
  return AUTH_SECRET;
}
