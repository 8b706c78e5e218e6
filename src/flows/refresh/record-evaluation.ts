import type { Transaction } from 'kysely';
import { returnCharge } from '@/db/charges';
import type { NewNotification } from '@/db/email/notifications';
import { type FailureTrace, finishEvaluation } from '@/db/evaluations';
import { findPictureOf, insertFact } from '@/db/facts';
import { lockMonitor, type MonitorAfterEvaluation, saveMonitorAfterEvaluation } from '@/db/monitors';
import type { DB } from '@/db/types';
import { findPerson } from '@/db/users';
import type { Person } from '@/domain/account/person';
import { keptCandidates } from '@/domain/contract/considered';
import type { Evidence, ReaderName } from '@/domain/contract/reading';
import { LIMITS } from '@/domain/limits';
import { givesChargeBack, isFailure } from '@/domain/outcome';
import { noteRequest } from '@/ops/request-log';
import { writeNews } from '../account/plan-email';
import type { Deps } from '../deps';
import type { FinishedEvaluation } from './finished-evaluation';
import { type MailDeps, renderNews } from './news-of';
import type { SourceReading } from './read-source';

type RecordDeps = Pick<Deps, 'db' | 'now' | 'settings'>;

/**
 * Writes how an evaluation ended: evaluation, fact, monitor, charge and pending notification together, or nothing
 * where the lease was lost. Step 7 of a refresh. Returns whether it counted.
 */
export async function recordEvaluation(deps: RecordDeps, finished: FinishedEvaluation): Promise<boolean> {
  const at = deps.now();
  const after = monitorAfter(finished, at);
  const person = await findPerson(deps.db, finished.monitor.userId);
  if (person === null) return false;
  const news = await renderNews(deps, person, finished, { after, at });
  return deps.db.transaction().execute(async (trx) => {
    await lockMonitor(trx, finished.monitor.id);
    return write(trx, finished, { person, after, news, at });
  });
}

/** The same for a reading from `at`, within the transaction that makes its monitor. */
export async function recordWithin(
  deps: MailDeps,
  trx: Transaction<DB>,
  finished: FinishedEvaluation,
  at: Date,
): Promise<void> {
  const person = await findPerson(trx, finished.monitor.userId);
  if (person === null) throw new Error('A monitor of nobody');
  noteRequest({ evaluationId: finished.lease.evaluationId });
  const after = monitorAfter(finished, at);
  const news = await renderNews({ ...deps, db: trx }, person, finished, { after, at });
  await write(trx, finished, { person, after, news, at });
}

async function write(
  trx: Transaction<DB>,
  finished: FinishedEvaluation,
  { person, after, news, at }: { person: Person; after: MonitorAfterEvaluation; news: NewNotification[]; at: Date },
): Promise<boolean> {
  if (!(await finish(trx, finished, at))) return false;
  await saveMonitorAfterEvaluation(trx, finished.monitor.id, after);
  await writeNews(trx, person, { evaluationId: finished.lease.evaluationId, news, now: at });
  return true;
}

async function finish(trx: Transaction<DB>, finished: FinishedEvaluation, at: Date): Promise<boolean> {
  const { reading, decision, lease, tookMs, isFree = false } = finished;
  const { result } = reading;
  const chargeReturned = isFree || givesChargeBack(result.outcome);
  const ended = await finishEvaluation(trx, lease, {
    outcome: result.outcome,
    message: 'message' in result ? result.message : null,
    sentence: decision.sentence,
    conditionMet: decision.conditionMet,
    alert: decision.alert,
    finishedAt: at,
    chargeReturned,
    reader: result.reader,
    look: reading.look,
    tookMs,
    failed: 'evidence' in result ? null : traceOf(reading),
  });
  if (ended === null) return false;
  if (chargeReturned && !isFree) await returnCharge(trx, ended.userId, ended.chargeDay);
  if ('evidence' in result) await recordFact(trx, finished, { ...result, reader: result.reader }, at);
  return true;
}

/** What a failed evaluation leaves: both what was refused and what could all be meant was considered. */
function traceOf({ result, source, shown }: SourceReading): FailureTrace {
  const candidates = 'candidates' in result ? result.candidates : [];
  return {
    source: source === '' ? null : source,
    refused: keptCandidates([...candidates, ...result.refused]),
    shown: shown?.page ?? null,
    crop: shown?.crop ?? null,
  };
}

async function recordFact(
  trx: Transaction<DB>,
  { monitor, lease, reading, decision, tookMs }: FinishedEvaluation,
  { evidence, reader }: { evidence: Evidence; reader: ReaderName },
  at: Date,
): Promise<void> {
  const { result } = reading;
  const value = result.outcome === 'value' ? result.value : null;
  // A look without a browser takes no picture: what it confirms is proved by the one before.
  const confirmed = reading.look === 'cheap' && value !== null;
  const picture = confirmed ? await findPictureOf(trx, monitor.id, { value, quote: evidence.quote }) : null;
  const locator = 'recipe' in result ? (result.recipe?.locators[0] ?? null) : null;
  await insertFact(trx, {
    monitorId: monitor.id,
    evaluationId: lease.evaluationId,
    extractedAt: at,
    outcome: value === null ? 'absent' : 'value',
    value,
    source: reading.source,
    processingTime: tookMs,
    triggeredAlert: decision.alert,
    changeType: decision.change.changeType,
    changeAmount: decision.change.amount,
    changePercentage: decision.change.percentage,
    changeFromPrevious: decision.change.changeType === 'stable' ? null : { from: monitor.currentValue, to: value },
    confidence: confidence(reading),
    errors: ('errors' in result && result.errors) || [],
    quote: evidence.quote,
    box: evidence.box,
    locator,
    refused: keptCandidates(result.refused),
    crop: reading.crop,
    picture,
    reader,
    look: reading.look ?? 'full',
    sentence: decision.sentence,
  });
}

/** The reading's probability; 1 where a second load and another source of evidence agreed. */
function confidence({ confirmed, result }: SourceReading): number {
  return confirmed || !('probability' in result) ? 1 : result.probability;
}

/** The monitor after the evaluation. A failure leaves value, baseline and trigger memory as they were. */
function monitorAfter(finished: FinishedEvaluation, at: Date): MonitorAfterEvaluation {
  const { monitor, reading, decision } = finished;
  const { outcome } = reading.result;
  const failed = isFailure(outcome);
  const failureStreak = failed ? monitor.failureStreak + 1 : 0;
  const episodeBegins = failureStreak >= LIMITS.failuresBeforeErrorMail && monitor.errorEpisodeStartedAt === null;
  const moved = !failed && decision.change.changeType !== 'stable';
  const recipe = 'recipe' in reading.result ? (reading.result.recipe ?? monitor.recipe) : monitor.recipe;
  return {
    currentValue: decision.next.currentValue,
    previousValue: moved ? monitor.currentValue : monitor.previousValue,
    baseline: decision.next.baseline,
    armed: decision.next.armed,
    recipe,
    lastOutcome: outcome,
    lastSentence: decision.sentence,
    lastChecked: at,
    triggerCount: monitor.triggerCount + (decision.alert ? 1 : 0),
    evaluationCount: monitor.evaluationCount + 1,
    failureStreak,
    errorEpisodeStartedAt: failed ? (episodeBegins ? at : monitor.errorEpisodeStartedAt) : null,
  };
}
