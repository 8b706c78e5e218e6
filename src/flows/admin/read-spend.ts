import Decimal from 'decimal.js';
import { type BudgetLimits, budgetShare } from '@/ai/budget';
import { faded } from '@/ai/reader-order';
import { sumAnswers } from '@/db/ai/answers';
import {
  listSpendByDay,
  listSpendByModel,
  listSpendByPerson,
  listSpendByPurpose,
  type ModelSpend,
  type SpendRange,
  sumSpend,
} from '@/db/ai/spend';
import { listSuccesses } from '@/db/ai/successes';
import { sumMonthUsd } from '@/db/ai/usage';
import type { Deps } from '../deps';

const DAY_MS = 86_400_000;
const MOST_PEOPLE = 50;
/** Fewer tries than that, as they have faded, tell nothing. */
const LEAST_TRIES = 0.5;

/** UTC days, "2026-11-30", both included. */
export interface SpendDays {
  from: string;
  to: string;
}

/** What was spent on models in these days: in all, against the month's budget, by day, model, purpose and person. */
export async function readSpend(deps: Pick<Deps, 'db' | 'now'>, { from, to }: SpendDays, limits: BudgetLimits) {
  const { db } = deps;
  const now = deps.now();
  const before = new Date(Date.parse(to) + DAY_MS);
  const range: SpendRange = { since: new Date(from), before };
  const [all, days, models, purposes, people, answers, monthUsd] = await Promise.all([
    sumSpend(db, range),
    listSpendByDay(db, range),
    listSpendByModel(db, range),
    listSpendByPurpose(db, range),
    listSpendByPerson(db, range, MOST_PEOPLE),
    sumAnswers(db, from, before.toISOString().slice(0, 10)),
    sumMonthUsd(db, now),
  ]);
  const named = people.reduce((sum, { usd }) => sum.plus(usd), new Decimal(0));
  return {
    ...all,
    month: { usd: monthUsd, budgetUsd: limits.monthlyUsd, share: budgetShare(monthUsd, limits) },
    days: everyDay(range, days),
    models: await withLately(deps, models, now),
    purposes,
    people,
    /** Of persons beyond those that are listed. */
    othersUsd: new Decimal(all.usd).minus(named).toFixed(),
    answers,
  };
}

function everyDay({ since, before }: SpendRange, known: Awaited<ReturnType<typeof listSpendByDay>>) {
  const byDay = new Map(known.map((one) => [one.day, one]));
  return Array.from({ length: Math.round((before.getTime() - since.getTime()) / DAY_MS) }, (_, index) => {
    const day = new Date(since.getTime() + index * DAY_MS).toISOString().slice(0, 10);
    return byDay.get(day) ?? { day, usd: '0', calls: 0 };
  });
}

/** With the share of what each model read lately that counted; null where too little was seen. */
async function withLately({ db }: Pick<Deps, 'db'>, models: ModelSpend[], now: Date) {
  const records = await listSuccesses(db);
  return models.map((spend) => {
    const record = records.find(
      (one) => one.reader === spend.reader && one.model === spend.model && one.purpose === 'read',
    );
    const seen = record ? faded(record, now) : { tries: 0, successes: 0 };
    return { ...spend, countedLately: seen.tries < LEAST_TRIES ? null : seen.successes / seen.tries };
  });
}
