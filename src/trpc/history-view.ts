import { z } from 'zod';
import type { HistoryRow, RowDetails } from '@/db/history';
import { Considered, Shown } from '@/domain/contract/considered';
import { Locator } from '@/domain/contract/reading';
import { FailureOutcome } from '@/domain/outcome-schema';
import { FactValue } from '@/domain/value/value';
import { FactView, viewFact } from './monitor-view';

/** A check that read nothing, as its person's page shows it. */
export const FailureView = z.strictObject({
  id: z.uuid(),
  at: z.date(),
  outcome: FailureOutcome,
  sentence: z.string(),
  message: z.string().nullable(),
  source: z.string().nullable(),
  /** What stood on the page instead, as far as there was one. */
  shown: Shown.nullable(),
  pictureUrl: z.string().nullable(),
  chargeReturned: z.boolean(),
  /** Milliseconds; null of a check that never began. */
  tookMs: z.number().int().nullable(),
});
export type FailureView = z.infer<typeof FailureView>;

export const HistoryRowView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), fact: FactView }),
  z.strictObject({ kind: z.literal('failure'), failure: FailureView }),
]);
export type HistoryRowView = z.infer<typeof HistoryRowView>;

export const RowDetailsView = z.strictObject({ refused: z.array(Considered), locator: Locator.nullable() });
export type RowDetailsView = z.infer<typeof RowDetailsView>;

export const TurnView = z.strictObject({
  id: z.uuid(),
  at: z.date(),
  value: FactValue.nullable(),
  quote: z.string(),
  alert: z.boolean(),
});
export type TurnView = z.infer<typeof TurnView>;

export function viewRow(row: HistoryRow): HistoryRowView {
  if ('fact' in row) return { kind: 'fact', fact: viewFact(row.fact) };
  const { hasPicture, ...failed } = row.failed;
  return { kind: 'failure', failure: { ...failed, pictureUrl: hasPicture ? `/api/evidence/${failed.id}` : null } };
}

export function viewDetails({ refused, locator }: RowDetails): RowDetailsView {
  return { refused, locator };
}
