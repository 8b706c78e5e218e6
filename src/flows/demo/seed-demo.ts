import type { Transaction } from 'kysely';
import { beginFreeEvaluation } from '@/db/evaluations';
import { findMonitor, insertMonitor } from '@/db/monitors';
import { backdateMonitor, settleSeededNews } from '@/db/system/seeded-history';
import type { DB } from '@/db/types';
import type { ReadResult } from '@/domain/contract/reading';
import { chargeDay, LIMITS } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { decide } from '@/domain/trigger/decide';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import type { Deps } from '../deps';
import type { SourceReading } from '../refresh/read-source';
import { recordWithin } from '../refresh/record-evaluation';
import type { DemoCheck } from './demo-checks';
import { DEMO_MONITORS, type DemoMonitor } from './demo-monitors';

const DAY_MS = 24 * 60 * 60_000;
const UNREAD_DAYS = 6;
/** Said with every value of the past: nobody looked at a page, so there is no picture of one. */
const NO_PICTURE = 'This value came with the demo account: no page was looked at, and there is no picture of it.';

interface SeedDeps extends Pick<Deps, 'db' | 'now'> {
  settings: Pick<Deps['settings'], 'appUrl'>;
  /** Where the sample shop is. */
  origin: string;
}

/**
 * Gives the demo account nine monitors with 60 days behind them, in one transaction: every value is decided and written
 * by the code that carries out checks, so that triggers, sentences, alerts and mails agree. The same each time, as far
 * as it does not tell of the time of day.
 */
export async function seedDemo(deps: SeedDeps, userId: string): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (trx) => {
    for (const demo of DEMO_MONITORS) await seedMonitor(deps, trx, { demo, userId, now });
    await settleSeededNews(trx, userId, new Date(now.getTime() - UNREAD_DAYS * DAY_MS));
  });
}

async function seedMonitor(
  deps: SeedDeps,
  trx: Transaction<DB>,
  { demo, userId, now }: { demo: DemoMonitor; userId: string; now: Date },
): Promise<void> {
  const { name, prompt, page, recipe, checks, isPaused = false } = demo;
  const source = `${deps.origin}/samples/${page}`;
  const interpretation = { ...demo.interpretation, sources: [source], suggestedName: name };
  const triggerCondition = triggerSentence(interpretation);
  const row = { userId, name, prompt, interpretation, triggerCondition, armed: true, recipe };
  const made = await insertMonitor(trx, row, LIMITS.monitorsPerPerson);
  if (made === null) throw new Error('The demo account has no place for its monitors');
  const momentOf = ({ daysAgo }: DemoCheck) => new Date(now.getTime() - Math.round(daysAgo * DAY_MS));
  let monitor: Monitor = made;
  for (const check of checks) {
    await seedCheck(deps, trx, { monitor, check, source, at: momentOf(check) });
    monitor = (await findMonitor(trx, userId, made.id)) ?? monitor;
  }
  const moments = checks.map(momentOf);
  await backdateMonitor(trx, made.id, {
    createdAt: new Date((moments[0] ?? now).getTime() - 60_000),
    lastManualRefresh: moments.at(-1) ?? now,
    isActive: !isPaused,
  });
}

interface Seeded {
  monitor: Monitor;
  check: DemoCheck;
  source: string;
  at: Date;
}

/** What a check took, the same for the same check: between 0.4 and 1.4 s. */
const tookMsOf = ({ daysAgo }: DemoCheck) => 400 + (Math.round(daysAgo * 7_919) % 1_000);

async function seedCheck(deps: SeedDeps, trx: Transaction<DB>, { monitor, check, source, at }: Seeded): Promise<void> {
  const { id: monitorId, userId, interpretation, prompt, armed, baseline, currentValue } = monitor;
  const result = resultOf(check, monitor);
  const state = { armed, baseline, currentValue };
  const { trigger, property } = interpretation;
  const decision = decide({ trigger, prompt, property, state, result });
  const lease = await beginFreeEvaluation(trx, { monitorId, userId, chargeDay: chargeDay(at), requestedAt: at });
  const reading: SourceReading = { result, source, look: 'cheap', crop: null, confirmed: false };
  const finished = { monitor, lease, reading, decision, tookMs: tookMsOf(check), isFree: true } as const;
  await recordWithin(deps, trx, finished, at);
}

function resultOf({ found }: DemoCheck, { recipe, evaluationCount }: Monitor): ReadResult {
  if ('outcome' in found) return { ...found, refused: [], candidates: [], reader: null };
  const { value, quote } = found;
  return {
    outcome: 'value',
    value,
    evidence: { quote, span: { start: 0, end: quote.length }, box: null },
    refused: [],
    probability: 1,
    errors: [NO_PICTURE],
    reader: evaluationCount === 0 ? 'person' : 'recipe',
    recipe,
  };
}
