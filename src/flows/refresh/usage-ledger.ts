import type { UsageLedger } from '@/ai/budget';
import { reserveUsd, settleUsage } from '@/db/ai/usage';
import { noteBudgetStop } from '@/db/alerts/measure';
import { countAiCall } from '@/ops/metrics';
import { writeSpan } from '@/ops/telemetry/spans';
import type { Deps } from '../deps';

/** Longer than an evaluation with all its calls: what a process that died had set aside counts no longer than this. */
const RESERVED_MS = 5 * 60_000;

/** The ledger over the database. What the month's budget does not hold is counted, for the alert rules. */
export function createUsageLedger(deps: Pick<Deps, 'db' | 'log'>): UsageLedger {
  return {
    reserve: async (usd, limits, { userId, now }) => {
      const expiresAt = new Date(now.getTime() + RESERVED_MS);
      const reserved = await reserveUsd(deps.db, { usd, ...limits, userId, now, expiresAt });
      if ('spent' in reserved && reserved.spent === 'month')
        await noteBudgetStop(deps.db, now).catch((error: unknown) =>
          deps.log.error({ err: error }, 'a refusal by the budget could not be counted'),
        );
      return reserved;
    },
    settle: async (reservation, usage, context, shares = []) => {
      const { userId, monitorId, evaluationId } = context;
      const divided = shares.map((share) => ({ usage: share.usage, whose: share.context }));
      await settleUsage(deps.db, reservation, usage, context, divided);
      countAiCall(usage);
      const { latencyMs: durationMs, ...told } = usage;
      const call = { name: 'AI call', role: 'client', fields: told, failed: usage.outcome !== 'ok' } as const;
      writeSpan({ ...call, beganAt: Date.now() - durationMs });
      const whose = { personId: userId, monitorId, evaluationId, ...(shares.length > 0 && { serves: shares.length }) };
      deps.log.info({ ...told, ...whose, durationMs }, 'AI call');
    },
  };
}
