import type { FailureView, HistoryRowView } from '@/trpc/history-view';
import type { FactView } from '@/trpc/monitor-view';

/** A fact as a row, with the value before it where that is known. */
export interface FactRow {
  kind: 'fact';
  fact: FactView;
  before: FactView | null;
}

/** What the list shows as one line: a check, or several in a row that came to the same. */
export type HistoryItem =
  | FactRow
  | { kind: 'failure'; failure: FailureView }
  | { kind: 'unchanged'; rows: FactRow[] }
  | { kind: 'failures'; failures: FailureView[] };

/** Rows (newest first) with runs of the same folded; a change, an alert and a single check stay lines of their own. */
export function foldRows(rows: readonly HistoryRowView[]): HistoryItem[] {
  const items: HistoryItem[] = [];
  for (const [at, row] of rows.entries()) {
    const last = items.at(-1);
    if (row.kind === 'failure') {
      const { failure } = row;
      if (last?.kind === 'failures' && isSameFailure(last.failures[0], failure)) last.failures.push(failure);
      else if (last?.kind === 'failure' && isSameFailure(last.failure, failure))
        items.splice(-1, 1, { kind: 'failures', failures: [last.failure, failure] });
      else items.push({ kind: 'failure', failure });
      continue;
    }
    const one: FactRow = { kind: 'fact', fact: row.fact, before: factBefore(rows, at) };
    if (last?.kind === 'unchanged' && goesWith(last.rows[0], one)) last.rows.push(one);
    else if (last?.kind === 'fact' && goesWith(last, one))
      items.splice(-1, 1, { kind: 'unchanged', rows: [last, one] });
    else items.push(one);
  }
  return items;
}

/** Of a picture, a message or an advice nothing is lost: each is opened by itself. */
function isSameFailure(one: FailureView | undefined, other: FailureView): boolean {
  return one?.outcome === other.outcome && one.chargeReturned === other.chargeReturned;
}

/** Same as the one before, and so is that: all of a run are the same. */
function goesWith(one: FactRow | undefined, other: FactRow): boolean {
  return one !== undefined && isQuiet(one.fact) && isQuiet(other.fact);
}

/** Nothing happened at it. */
const isQuiet = ({ changeType, triggeredAlert }: FactView) => changeType === 'stable' && !triggeredAlert;

function factBefore(rows: readonly HistoryRowView[], at: number): FactView | null {
  for (const row of rows.slice(at + 1)) if (row.kind === 'fact') return row.fact;
  return null;
}
