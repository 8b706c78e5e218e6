import { z } from 'zod';

const DAY_MS = 86_400_000;
/** Growth is that of so many days. */
const GROWTH_DAYS = 30;
/** Of fewer nothing is concluded. */
const LEAST_DAYS = 3;

const Sized = z.strictObject({ name: z.string(), bytes: z.number(), rows: z.number() });

const TableSize = Sized.extend({
  indexBytes: z.number(),
  /** What stands beside the rows because it is long: pictures, above all. */
  longBytes: z.number(),
  /** How much it grew in seven days; null where it was not measured then. */
  grewInWeek: z.number().nullable(),
});

export const Storage = z.strictObject({
  bytes: z.number(),
  /** Pictures, and pages kept for previews. */
  pictureBytes: z.number(),
  /** Largest first. */
  tables: z.array(TableSize),
  /** Months of facts, newest first. */
  months: z.array(Sized),
  /** A day's size, oldest first; null for a day on which nobody measured. */
  days: z.array(z.strictObject({ day: z.string(), bytes: z.number().nullable(), pictureBytes: z.number().nullable() })),
  /** Null where too little was seen. */
  bytesPerDay: z.number().nullable(),
  limitBytes: z.number().nullable(),
  /** Until the limit at this growth; null without a limit, or where it does not grow. 0: it is reached. */
  daysLeft: z.number().int().nullable(),
});
export type Storage = z.infer<typeof Storage>;

/** Bytes a day by the straight line that fits the latest thirty days best; null of fewer than three measured days. */
export function growthPerDay(days: readonly { day: string; bytes: number | null }[]): number | null {
  const last = Date.parse(days.at(-1)?.day ?? '');
  const points = days.flatMap(({ day, bytes }) => {
    const x = (Date.parse(day) - last) / DAY_MS;
    return bytes === null || x <= -GROWTH_DAYS ? [] : [{ x, y: bytes }];
  });
  if (points.length < LEAST_DAYS) return null;
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = mean((point) => (point.x - x) ** 2);
  return spread === 0 ? null : mean((point) => (point.x - x) * (point.y - y)) / spread;
}

/** Whole days until the limit is reached at this growth. */
export function daysUntil(limitBytes: number | null, bytes: number, bytesPerDay: number | null): number | null {
  if (limitBytes === null) return null;
  if (bytes >= limitBytes) return 0;
  if (bytesPerDay === null || bytesPerDay <= 0) return null;
  // Beyond a century it is no forecast.
  return Math.min(36_500, Math.floor((limitBytes - bytes) / bytesPerDay));
}
