import type { ReaderUsage } from '@/domain/contract/reading';
import { type BudgetLimits, reserveBudget, type UsageLedger } from './budget';
import type { ReaderCall, ReaderContext } from './reader';
import { splitUsage } from './split-usage';

export interface CountOptions {
  ledger: UsageLedger;
  limits: BudgetLimits;
  /** Milliseconds for one call. */
  callMs: number;
}

/**
 * Every call reserves what it may cost and leaves its usage row, also one that fails. A row that cannot be written ends
 * the call: no blind spending. The reservation of a call that died unreported counts until it expires. `served`: whom
 * the call serves, where they are several; each is charged its share.
 */
export async function counted<Answer>(
  { ledger, limits, callMs }: CountOptions,
  context: ReaderContext,
  ask: (call: ReaderCall) => Promise<Answer>,
  served: readonly ReaderContext[] = [],
): Promise<Answer> {
  const rows: Promise<void>[] = [];
  let reservation: string | null = null;
  const reserve = async (usd: string) => {
    reservation = await reserveBudget(ledger, limits, usd, context);
  };
  const onUsage = (usage: ReaderUsage, outcomes?: ReaderUsage['outcome'][]) =>
    rows.push(ledger.settle(reservation, usage, context, sharesOf(usage, outcomes, served)));
  const limit = AbortSignal.timeout(callMs);
  const signal = context.signal ? AbortSignal.any([context.signal, limit]) : limit;
  try {
    return await ask({ signal, reserve, onUsage });
  } finally {
    await Promise.all(rows);
  }
}

function sharesOf(
  usage: ReaderUsage,
  outcomes: ReaderUsage['outcome'][] | undefined,
  served: readonly ReaderContext[],
) {
  if (served.length === 0) return undefined;
  return splitUsage(usage, served.length).flatMap((share, index) => {
    const context = served[index];
    return context ? [{ usage: { ...share, outcome: outcomes?.[index] ?? share.outcome }, context }] : [];
  });
}
