import type { Transaction } from 'kysely';
import { returnCharge } from '@/db/charges';
import { finishEvaluation, type Lease } from '@/db/evaluations';
import { findPictureOf, insertFact } from '@/db/facts';
import { lockMonitor, type MonitorAfterEvaluation, saveMonitorAfterEvaluation } from '@/db/monitors';
import { insertNotification, type NewNotification } from '@/db/notifications';
import type { DB } from '@/db/types';
import { findPerson } from '@/db/users';
import type { Person } from '@/domain/account/person';
import type { Evidence, ReaderName } from '@/domain/contract/reading';
import { LIMITS } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { givesChargeBack, isFailure } from '@/domain/outcome';
import type { Decision } from '@/domain/trigger/decide';
import { type MailContent, renderAlertMail, renderErrorMail, renderRecoveredMail } from '@/mail/notification-mail';
import type { Deps } from '../deps';
import type { SourceReading } from './read-source';

type RecordDeps = Pick<Deps, 'db' | 'now' | 'settings'>;

interface MailDeps {
  settings: Pick<Deps['settings'], 'appUrl'>;
}

export interface FinishedEvaluation {
  monitor: Monitor;
  lease: Lease;
  reading: SourceReading;
  decision: Decision;
  tookMs: number;
  /** Nothing was charged for it. */
  isFree?: true;
}

type MailKind = 'alert' | 'error' | 'recovered';

/**
 * Writes how an evaluation ended: evaluation, fact, monitor, charge and pending notification together, or nothing
 * where the lease was lost. Step 7 of a refresh. Returns whether it counted.
 */
export async function recordEvaluation(deps: RecordDeps, finished: FinishedEvaluation): Promise<boolean> {
  const at = deps.now();
  const after = monitorAfter(finished, at);
  const person = await findPerson(deps.db, finished.monitor.userId);
  if (person === null) return false;
  const mails = await renderMails(deps, person, finished, mailKinds(finished, after), at);
  return deps.db.transaction().execute(async (trx) => {
    await lockMonitor(trx, finished.monitor.id);
    return write(trx, finished, { after, mails, at });
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
  const after = monitorAfter(finished, at);
  const mails = await renderMails(deps, person, finished, mailKinds(finished, after), at);
  await write(trx, finished, { after, mails, at });
}

async function write(
  trx: Transaction<DB>,
  finished: FinishedEvaluation,
  { after, mails, at }: { after: MonitorAfterEvaluation; mails: NewNotification[]; at: Date },
): Promise<boolean> {
  if (!(await finish(trx, finished, at))) return false;
  await saveMonitorAfterEvaluation(trx, finished.monitor.id, after);
  for (const mail of mails) await insertNotification(trx, mail);
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
  });
  if (ended === null) return false;
  if (chargeReturned && !isFree) await returnCharge(trx, ended.userId, ended.chargeDay);
  if ('evidence' in result) await recordFact(trx, finished, { ...result, reader: result.reader }, at);
  return true;
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

/** One error mail per episode, after three failures in a row, and one when it ends. */
function mailKinds({ monitor, decision }: FinishedEvaluation, after: MonitorAfterEvaluation): MailKind[] {
  const kinds: MailKind[] = [];
  if (decision.alert) kinds.push('alert');
  if (after.errorEpisodeStartedAt !== null && monitor.errorEpisodeStartedAt === null) kinds.push('error');
  if (after.errorEpisodeStartedAt === null && monitor.errorEpisodeStartedAt !== null) kinds.push('recovered');
  return kinds;
}

async function renderMails(
  { settings }: MailDeps,
  person: Person,
  { monitor, lease, reading, decision }: FinishedEvaluation,
  kinds: MailKind[],
  at: Date,
): Promise<NewNotification[]> {
  const { result } = reading;
  const current = result.outcome === 'value' ? result.value : null;
  const about = {
    monitorName: monitor.name,
    monitorUrl: `${settings.appUrl}/monitors/${monitor.id}`,
    source: reading.source,
    sentence: decision.sentence,
    at,
    timeZone: person.timeZone,
  };
  const quote = 'evidence' in result ? result.evidence.quote : '';
  // A change is told from where it was measured: the value at the last alert.
  const previous = monitor.interpretation.type === 'change' ? monitor.baseline : monitor.currentValue;
  const render: Record<MailKind, () => Promise<MailContent>> = {
    alert: () => renderAlertMail({ ...about, previous, current, quote }),
    // Only a failure begins an episode.
    error: () => renderErrorMail({ ...about, outcome: isFailure(result.outcome) ? result.outcome : 'internal' }),
    recovered: () => renderRecoveredMail({ ...about, current }),
  };
  return Promise.all(
    kinds.map(async (kind) => {
      const { subject, html, text } = await render[kind]();
      return {
        userId: person.id,
        monitorId: monitor.id,
        evaluationId: lease.evaluationId,
        kind,
        recipient: person.email,
        subject,
        htmlContent: html,
        plainTextContent: text,
        triggerValue: current,
        previousValue: monitor.currentValue,
        changeDetected: decision.change.changeType !== 'stable',
        createdAt: at,
      };
    }),
  );
}
