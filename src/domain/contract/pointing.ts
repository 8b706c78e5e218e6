import { z } from 'zod';
import { Box } from '../snapshot';
import { FactValue } from '../value/value';

/** So many candidates are offered; the first five of them are framed on the picture. */
export const MOST_CANDIDATES = 10;

const Offset = z.number().int().min(0).max(10_000_000);

/** A piece of the visible text of the page that was previewed: UTF-16 offsets, end exclusive. */
export const PointedSpan = z
  .strictObject({ start: Offset, end: Offset })
  .refine(({ start, end }) => end > start, 'This is not a piece of the page.');

/** A value on the page that could be the fact that was asked for; the person may choose it. */
export const PointCandidate = z.strictObject({
  /** 1 to 10, the likeliest first. */
  number: z.number().int().min(1).max(MOST_CANDIDATES),
  value: FactValue,
  /** Literally what stands on the page. */
  quote: z.string(),
  /** What names it there: a table's headers, the words before it, the heading above; null where nothing does. */
  label: z.string().nullable(),
  span: z.strictObject({ start: z.number(), end: z.number() }),
  /** In CSS pixels from the top left of the page; null where it is not drawn. */
  box: Box.nullable(),
  /** That it is the one, as far as a reader can tell; null where none could. */
  probability: z.number().min(0).max(1).nullable(),
});
export type PointCandidate = z.infer<typeof PointCandidate>;

/** A text of the page, where it is drawn: any of them may be pointed at. */
export const PageText = z.strictObject({ start: z.number(), end: z.number(), text: z.string(), box: Box });
export type PageText = z.infer<typeof PageText>;

/** By its number among the candidates. */
export const CandidateNumber = z
  .number()
  .int('Choose one of the candidates by its number.')
  .min(1, 'Choose one of the candidates by its number.')
  .max(MOST_CANDIDATES, 'Choose one of the candidates by its number.');

/** What a person points at: one of the candidates, or any text of the page. */
export type Choice = { candidate: number } | { span: z.infer<typeof PointedSpan> };
