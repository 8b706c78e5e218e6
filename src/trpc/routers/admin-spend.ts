import { z } from 'zod';
import { getEnv } from '@/env';
import { readSpend } from '@/flows/admin/read-spend';
import { adminProcedure, router } from '../init';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

const Days = z
  .strictObject({ from: z.iso.date('This is not a day.'), to: z.iso.date('This is not a day.') })
  .refine(({ from, to }) => from <= to, 'The last day must not be before the first.')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS, 'Ask for a year at most.');

/** US dollars are decimals in text. */
const Spent = { usd: z.string(), calls: z.number().int() };

const Spend = z.strictObject({
  ...Spent,
  questions: z.number().int(),
  /** Of this UTC month, whatever days are asked for; `share` is of the budget, 1 where it is spent. */
  month: z.strictObject({ usd: z.string(), budgetUsd: z.string(), share: z.number() }),
  days: z.array(z.strictObject({ ...Spent, day: z.string() })),
  models: z.array(
    z.strictObject({
      ...Spent,
      reader: z.string(),
      model: z.string().nullable(),
      questions: z.number().int(),
      failed: z.number().int(),
      inputTokens: z.number().int(),
      cachedTokens: z.number().int(),
      outputTokens: z.number().int(),
      priceKnown: z.boolean(),
      countedLately: z.number().nullable(),
    }),
  ),
  purposes: z.array(
    z.strictObject({ ...Spent, purpose: z.enum(['interpret', 'read', 'propose_sources']), inCheck: z.boolean() }),
  ),
  people: z.array(z.strictObject({ ...Spent, userId: z.uuid().nullable(), email: z.string().nullable() })),
  othersUsd: z.string(),
  answers: z.strictObject({ known: z.number().int(), asked: z.number().int() }),
});

/** What models cost, for admins only. */
export const adminSpendRouter = router({
  /** By UTC days, both included, at most a year. */
  between: adminProcedure
    .input(Days)
    .output(Spend)
    .query(({ ctx, input }) => {
      const { AI_MONTHLY_BUDGET_USD: monthlyUsd, AI_PERSON_DAILY_BUDGET_USD: personDailyUsd } = getEnv();
      return readSpend(ctx.deps, input, { monthlyUsd, personDailyUsd });
    }),
});
