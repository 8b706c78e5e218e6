import type { BudgetLimits, UsageLedger } from '@/ai/budget';
import { reserveUsd, settleUsage } from '@/db/ai-usage';
import type { AccountDeps } from '../account/mail-account';
import { warnBudget } from './warn-budget';

/** Longer than an evaluation with all its calls: what a process that died had set aside counts no longer than this. */
const RESERVED_MS = 5 * 60_000;

/** The ledger over the database; the admin is warned when the month's budget is nearly spent. */
export function createUsageLedger(
  deps: AccountDeps,
  budget: { limits: BudgetLimits; adminEmail: string | undefined },
): UsageLedger {
  return {
    reserve: (usd, limits, { userId, now }) =>
      reserveUsd(deps.db, { usd, ...limits, userId, now, expiresAt: new Date(now.getTime() + RESERVED_MS) }),
    settle: async (reservation, usage, context) => {
      const { userId, monitorId, evaluationId, now } = context;
      await settleUsage(deps.db, reservation, usage, { userId, monitorId, evaluationId, now });
      if (Number(usage.costUsd) === 0) return;
      await warnBudget(deps, budget).catch((error) =>
        deps.log.error({ err: error }, 'the budget warning could not be written'),
      );
    },
  };
}
