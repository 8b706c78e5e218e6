import { budgetShare } from '@/ai/budget';
import { sumMonthUsd } from '@/db/ai/usage';
import {
  countBudgetStops,
  countTroubledAddresses,
  measureEmails,
  measureHosts,
  measureLooks,
  measureProviders,
  measureRequests,
  measureStorage,
  shareOf,
} from '@/db/alerts/measure';
import { listOpenFaults } from '@/db/email/service-faults';
import { tallyQueue } from '@/db/statistics';
import type { AlertRule, AlertRuleName, Measurement } from '@/domain/alerts/rule';
import type { Env } from '@/env';
import type { Deps } from '../deps';

/** What the installation may use, against which some rules measure. */
export interface AlertLimits {
  /** US dollars a UTC month for AI readers. */
  monthlyUsd: string;
  /** What the database may hold; null where nobody said. */
  databaseGb: number | null;
}

export function alertLimits(env: Pick<Env, 'AI_MONTHLY_BUDGET_USD' | 'STORAGE_LIMIT_GB'>): AlertLimits {
  return { monthlyUsd: env.AI_MONTHLY_BUDGET_USD, databaseGb: env.STORAGE_LIMIT_GB ?? null };
}

export type MeasureDeps = Pick<Deps, 'db' | 'now' | 'mail'>;

interface Asked {
  since: Date;
  limits: AlertLimits;
  /** Subjects of episodes that are open: they are measured too. */
  open: readonly string[];
}

const MINUTE_MS = 60_000;
const GB = 1e9;
const UNKNOWN: Measurement = { subject: '', value: null, seen: 0, counted: null };

const whole = (value: number | null, seen = 0): Measurement[] => [{ subject: '', value, seen, counted: null }];

type Measure = (deps: MeasureDeps, asked: Asked) => Promise<Measurement[]>;

const MEASURES: Record<AlertRuleName, Measure> = {
  error_rate: async ({ db }, { since }) => [shareOf('', await measureRequests(db, since))],
  response_time: async ({ db }, { since }) => {
    const { averageMs, timed } = await measureRequests(db, since);
    return whole(averageMs, timed);
  },
  ai_provider_failure: async ({ db }, { since }) => {
    const providers = await measureProviders(db, since);
    return providers.map(({ reader, ...counted }) => shareOf(reader, counted));
  },
  email_delivery_failure: async ({ db, mail }, { since }) =>
    mail.name === 'outbox' ? whole(null) : [shareOf('', await measureEmails(db, since))],
  email_refused: async ({ db, mail }) =>
    mail.name === 'outbox' ? whole(null) : whole((await listOpenFaults(db)).length),
  page_loading: async ({ db }, { since }) => [shareOf('', await measureLooks(db, since))],
  source_failure: measureSources,
  queue_age: async ({ db, now }) => {
    const { waiting, oldestMs } = await tallyQueue(db, now());
    return whole(oldestMs / MINUTE_MS, waiting);
  },
  ai_budget_80: async ({ db, now }, { limits }) =>
    whole(hasBudget(limits) ? budgetShare(await sumMonthUsd(db, now()), { ...limits, personDailyUsd: '0' }) : null),
  ai_budget_100: async ({ db }, { since, limits }) =>
    whole(hasBudget(limits) ? await countBudgetStops(db, since) : null),
  storage: async ({ db }, { limits: { databaseGb } }) =>
    whole(databaseGb === null ? null : (await measureStorage(db)) / (databaseGb * GB)),
  suppressions: async ({ db, mail }, { since }) =>
    whole(mail.name === 'outbox' ? null : await countTroubledAddresses(db, since)),
};

const hasBudget = ({ monthlyUsd }: AlertLimits) => Number(monthlyUsd) > 0;

/** Each host of which a look failed; where none did, all of them as one. */
async function measureSources({ db }: MeasureDeps, { since, open }: Asked): Promise<Measurement[]> {
  const hosts = await measureHosts(db, since, open);
  if (hosts.length > 0) return hosts.map(({ host, ...counted }) => shareOf(host, counted));
  const { seen } = await measureLooks(db, since);
  return [shareOf('', { seen, counted: 0 })];
}

/**
 * What is seen now of what a rule speaks of, one subject at least. A subject whose episode is open is there even where
 * nothing of it was seen.
 */
export async function measureRule(
  deps: MeasureDeps,
  { name, windowMinutes }: AlertRule,
  { limits, open }: Omit<Asked, 'since'>,
): Promise<Measurement[]> {
  const since = new Date(deps.now().getTime() - windowMinutes * MINUTE_MS);
  const measured = await MEASURES[name](deps, { since, limits, open });
  const missing = open.filter((subject) => !measured.some((one) => one.subject === subject));
  const all = [...measured, ...missing.map((subject) => ({ ...UNKNOWN, subject }))];
  return all.length > 0 ? all : [UNKNOWN];
}
