import Decimal from 'decimal.js';
import type { ReaderUsage } from '@/domain/contract/reading';
import type { ReaderContext } from './reader';
import { ReaderError } from './reader-error';

/** Where usage is kept. The chain knows no database: flows hand this in. */
export interface UsageLedger {
  /**
   * Sets aside what a call may cost at most (US dollars, a decimal) in one indivisible step, so that calls at once
   * cannot overrun a budget together. What is spent and what is set aside both count.
   * @returns the reservation's id, or whose budget does not hold it.
   */
  reserve(usd: string, limits: BudgetLimits, context: ReaderContext): Promise<{ id: string } | { spent: Spent }>;
  /**
   * Writes down what a call cost, and lifts its reservation (null for a call that costs nothing) in the same step.
   * `shares`: how it is divided where it served several evaluations; their sums are what the whole call came to.
   */
  settle(
    reservation: string | null,
    usage: ReaderUsage,
    context: ReaderContext,
    shares?: readonly UsageShare[],
  ): Promise<void>;
}

/** What one of several evaluations is charged of a call. */
export interface UsageShare {
  usage: ReaderUsage;
  context: ReaderContext;
}

/** Whose budget is spent: everyone's for the UTC month, or the person's for the UTC day. */
type Spent = 'month' | 'person';

export interface BudgetLimits {
  /** US dollars a UTC month, for everyone together. */
  monthlyUsd: string;
  /** US dollars a person and UTC day. */
  personDailyUsd: string;
}

const SPENT: Record<Spent, string> = {
  month: 'The budget for AI readers is spent for this month.',
  person: 'Your share of the AI readers is used up for today. It is back tomorrow (UTC).',
};

/**
 * Reserves a call's dearest plausible cost. A model that costs nothing needs no budget.
 * @returns the reservation's id, null for "0".
 * @throws ReaderError `over_budget`.
 */
export async function reserveBudget(
  ledger: UsageLedger,
  limits: BudgetLimits,
  usd: string,
  context: ReaderContext,
): Promise<string | null> {
  if (new Decimal(usd).isZero()) return null;
  const reserved = await ledger.reserve(usd, limits, context);
  if ('spent' in reserved) throw new ReaderError('over_budget', SPENT[reserved.spent]);
  return reserved.id;
}

/** The share of the month's budget that is spent, 0 to 1 and above. */
export function budgetShare(spentUsd: string, limits: BudgetLimits): number {
  const limit = new Decimal(limits.monthlyUsd);
  return limit.isZero() ? 1 : new Decimal(spentUsd).div(limit).toNumber();
}
