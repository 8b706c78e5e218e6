import { z } from 'zod';

/** Whether this is an IANA time zone that this runtime knows, e.g. "Europe/Oslo". */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are accepted by Intl too, but know no summer time.
  if (!/^[A-Za-z]/.test(name) || name.length > 60) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const TimeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list');
