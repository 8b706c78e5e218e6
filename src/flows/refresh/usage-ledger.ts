import { sql } from 'kysely';
import { type BudgetLimits, budgetShare, type UsageLedger } from '@/ai/budget';
import { reserveUsd, settleUsage, sumMonthUsd } from '@/db/ai-usage';
import { hasAccountEmailSince } from '@/db/notifications';
import { findCredentials } from '@/db/users';
import { renderNotice } from '@/mail/account-mail';
import { type AccountDeps, mailNotice } from '../account/mail-account';

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

const WARN_FROM = 0.8;

/**
 * Tells the admin once a UTC month that 80 % of the budget for AI readers is spent; the stop at 100 % is the readers'.
 * Where no admin is set or has an account, the log says it. Called after every paid call; answers whether it told.
 */
export async function warnBudget(
  deps: AccountDeps,
  { limits, adminEmail }: { limits: BudgetLimits; adminEmail: string | undefined },
): Promise<boolean> {
  const now = deps.now();
  const share = budgetShare(await sumMonthUsd(deps.db, now), limits);
  if (share < WARN_FROM) return false;
  const spent = `${Math.floor(share * 100)} %`;
  const admin = adminEmail === undefined ? null : await findCredentials(deps.db, adminEmail);
  if (admin === null || adminEmail === undefined) {
    deps.log.warn({ spent }, 'the budget for AI readers is nearly spent; set ADMIN_EMAIL to get a mail');
    return true;
  }
  const { subject } = await renderNotice('budget_nearly_spent', { detail: spent, url: deps.settings.appUrl });
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  return deps.db.transaction().execute(async (trx) => {
    // Two calls that end together must not both write the mail.
    await sql`select pg_advisory_xact_lock(hashtext('budget_nearly_spent'))`.execute(trx);
    if (await hasAccountEmailSince(trx, { userId: admin.id, subject, since })) return false;
    const receiver = { userId: admin.id, recipient: adminEmail };
    await mailNotice(deps, trx, receiver, { notice: 'budget_nearly_spent', detail: spent, path: '/admin' });
    return true;
  });
}
