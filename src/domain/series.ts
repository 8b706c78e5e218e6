import { z } from 'zod';
import { FailureOutcome } from './outcome-schema';
import { DecimalString } from './written/decimal-schema';

const HOUR_MS = 3_600_000;

/** How far back a chart may look, in milliseconds. */
export const RANGES = {
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
  '90d': 90 * 24 * HOUR_MS,
  '1y': 365 * 24 * HOUR_MS,
} as const;

export const Range = z.enum(['24h', '7d', '30d', '90d', '1y']);
export type Range = z.infer<typeof Range>;

/** Longer than a year nothing is kept; a little more, for leap years and clocks. */
const LONGEST_MS = 370 * 24 * HOUR_MS;

/** What a chart shows: so long until now, or what was zoomed to. */
export const SeriesWindow = z.union([
  Range,
  z
    .strictObject({ from: z.date(), until: z.date() })
    .refine(({ from, until }) => from < until && until.getTime() - from.getTime() <= LONGEST_MS, {
      message: 'Give a time of at most a year, its beginning first.',
    }),
]);
export type SeriesWindow = z.infer<typeof SeriesWindow>;

/** From when until when. */
export interface Span {
  from: Date;
  until: Date;
}

export function spanOf(window: SeriesWindow, now: Date): Span {
  if (typeof window !== 'string') return window;
  return { from: new Date(now.getTime() - RANGES[window]), until: now };
}

/** A number that was read, by its moment (epoch ms). */
const SeriesPoint = z.strictObject({ at: z.number(), value: DecimalString });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/**
 * The numbers of a window, in the order of time. Where more were read than a chart can show, they are put together:
 * of each stretch of `stepMs` the lowest, the highest and the last stay, so that no spike is lost.
 */
export const Series = z.strictObject({
  from: z.number(),
  until: z.number(),
  stepMs: z.number(),
  unit: z.string().nullable(),
  /** What stood before the window begins; null where nothing did. */
  before: SeriesPoint.nullable(),
  points: z.array(SeriesPoint),
  /** How many readings the points stand for. */
  count: z.number().int(),
  /** The last alert of each stretch, and how many it had. */
  alerts: z.array(SeriesPoint.extend({ count: z.number().int() })),
  /** Failed checks of each stretch: the first and the last, how many, and how the last one failed. */
  failures: z.array(
    z.strictObject({ at: z.number(), last: z.number(), count: z.number().int(), outcome: FailureOutcome }),
  ),
  /** When the page began to say that there is none. */
  absences: z.array(z.number()),
});
export type Series = z.infer<typeof Series>;
