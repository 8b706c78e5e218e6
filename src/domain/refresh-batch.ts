import { type FailureOutcome, isFailure, type Outcome } from './outcome';

/** One monitor of a refresh of many: its evaluation as far as it is, or why it was refused. */
export interface BatchItem {
  monitorId: string;
  name: string;
  evaluation: {
    id: string;
    phase: 'queued' | 'loading' | 'reading' | 'deciding' | 'done';
    outcome: Outcome | null;
    sentence: string | null;
    alert: boolean;
    /** Whether the value differs from the one before; a first value does not. */
    changed: boolean;
    /** In the queue, higher is sooner (queue-priority). */
    priority: number;
  } | null;
  refusal: { reason: string; sentence: string } | null;
}

/** So long after its end a summary is shown that nobody has put away, in milliseconds. */
export const SUMMARY_SHOWN_MS = 10 * 60_000;

/** A person's refresh of many monitors at once. */
export interface RefreshBatch {
  id: string;
  requestedAt: Date;
  /** Null while one of its evaluations is under way. */
  endedAt: Date | null;
  /** In the order in which they were asked for. */
  items: BatchItem[];
}

/** What came of a refresh of many, so far or at its end. */
export interface BatchSummary {
  asked: number;
  /** Not refused and not ended yet. */
  underWay: number;
  /** Brought a value, or the proof that there is none. */
  checked: number;
  changed: number;
  alerts: number;
  failed: { outcome: FailureOutcome; count: number }[];
  refused: number;
}

/** As much of an item as is counted. */
interface CountedItem {
  evaluation: Pick<NonNullable<BatchItem['evaluation']>, 'outcome' | 'changed' | 'alert'> | null;
}

/** Counts what the items say; failures in the order in which they are met. */
export function summarise(items: readonly CountedItem[]): BatchSummary {
  const summary: BatchSummary = {
    ...{ asked: items.length, underWay: 0, checked: 0, changed: 0, alerts: 0 },
    ...{ failed: [], refused: 0 },
  };
  for (const { evaluation } of items) {
    if (evaluation === null) summary.refused += 1;
    else if (evaluation.outcome === null) summary.underWay += 1;
    else if (isFailure(evaluation.outcome)) countFailure(summary.failed, evaluation.outcome);
    else {
      summary.checked += 1;
      if (evaluation.changed) summary.changed += 1;
      if (evaluation.alert) summary.alerts += 1;
    }
  }
  return summary;
}

function countFailure(failed: BatchSummary['failed'], outcome: FailureOutcome): void {
  const known = failed.find((one) => one.outcome === outcome);
  if (known) known.count += 1;
  else failed.push({ outcome, count: 1 });
}
