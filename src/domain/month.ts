import { z } from 'zod';

/** A month of UTC as "2025-10". */
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a month as 2025-10.');
export type Month = z.infer<typeof Month>;

/** The month that a moment lies in. */
export function monthOf(at: Date): Month {
  return at.toISOString().slice(0, 7);
}

/** From when and until when, the end being the beginning of the next. */
export function spanOf(month: Month): { from: Date; until: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: new Date(Date.UTC(year, number - 1, 1)), until: new Date(Date.UTC(year, number, 1)) };
}

/** "October 2025" */
export function monthWords(month: Month): string {
  const words = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.format(spanOf(month).from);
}
