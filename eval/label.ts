import { z } from 'zod';
import { FactType } from '@/domain/value/value';

const Value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);

/** What a page says: its value, the shortest quote that shows it, and a line around it. */
const Answer = z.object({ value: Value, quote: z.string().min(1), context: z.string().optional() });
export type Answer = z.infer<typeof Answer>;

/** One labelled prompt on a page: a line of eval/labels/*.jsonl. Its README says what each field means. */
export const Label = z.object({
  id: z.string(),
  page: z.string(),
  prompt: z.string().min(10).max(500),
  language: z.string(),
  factType: FactType,
  kind: z.string(),
  unit: z.string().nullable(),
  item: z.string().nullable(),
  property: z.string().nullable(),
  threshold: z.union([z.number(), z.string(), z.boolean(), z.null()]).default(null),
  exclude: z.array(z.string()).default([]),
  /** Null where the page does not state it. */
  answer: Answer.nullable(),
  /** Other answers that are right as well, as somebody judged who did not know whose they were. */
  also: z.array(Answer).default([]),
});
export type Label = z.infer<typeof Label>;

/** A place on a page: a quote at its first occurrence behind other words, or the entries of a list. */
export const PointLabel = z.union([
  z.strictObject({ after: z.string(), quote: z.string() }),
  z.strictObject({ entries: z.array(z.string()).min(1) }),
]);
export type PointLabel = z.infer<typeof PointLabel>;
