import Decimal from 'decimal.js';
import type { ReaderUsage } from '@/domain/reading';
import type { ReaderContext } from './reader';
import { ReaderError } from './reader-error';

/** Where usage is kept. The chain knows no database: flows hand this in. */
export interface UsageLedger {
  record(usage: ReaderUsage, context: ReaderContext): Promise<void>;
  /** US dollars spent in the UTC month of `now`, as a decimal. */
  spentThisMonthUsd(now: Date): Promise<string>;
  /** US dollars spent for this person on the UTC day of `now`, as a decimal. */
  spentTodayUsd(userId: string, now: Date): Promise<string>;
}

export interface BudgetLimits {
  /** US dollars a UTC month, for everyone together. */
  monthlyUsd: string;
  /** US dollars a person and UTC day. */
  personDailyUsd: string;
}

/** Refuses a call to a paid reader once the month's or the person's budget is spent. */
export async function assertBudget(ledger: UsageLedger, limits: BudgetLimits, context: ReaderContext): Promise<void> {
  const month = await ledger.spentThisMonthUsd(context.now);
  if (new Decimal(month).gte(limits.monthlyUsd)) {
    throw new ReaderError('over_budget', 'The budget for AI readers is spent for this month.');
  }
  if (context.userId === null) return;
  const person = await ledger.spentTodayUsd(context.userId, context.now);
  if (new Decimal(person).gte(limits.personDailyUsd)) {
    throw new ReaderError(
      'over_budget',
      'Your share of the AI readers is used up for today. It is back tomorrow (UTC).',
    );
  }
}

/** The share of the month's budget that is spent, 0 to 1 and above; an admin is warned from 0.8. */
export function budgetShare(spentUsd: string, limits: BudgetLimits): number {
  const limit = new Decimal(limits.monthlyUsd);
  return limit.isZero() ? 1 : new Decimal(spentUsd).div(limit).toNumber();
}
