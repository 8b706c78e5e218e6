const LONGEST = 7 * 24 * 3_600_000;

/**
 * What the site asks for in Retry-After (RFC 9110, 10.2.3: seconds or an HTTP date), in milliseconds from `now`
 * (ISO 8601), at most a week; null where the header is missing or makes no sense.
 */
export function retryAfterMs(header: string | undefined, now: string): number | null {
  const value = header?.trim() ?? '';
  if (value === '') return null;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.parse(now);
  return Number.isNaN(wait) ? null : Math.min(LONGEST, Math.max(0, wait));
}
