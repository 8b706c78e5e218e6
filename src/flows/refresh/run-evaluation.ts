import { readTogether } from '@/ai/read-together';
import { type Claim, claimEvaluations, extendLease } from '@/db/evaluation-claims';
import type { Lease, Phase } from '@/db/evaluations';
import { listRecentValues } from '@/db/facts';
import { findMonitorById } from '@/db/monitors';
import { questionOf, type ReaderName } from '@/domain/contract/reading';
import type { Monitor } from '@/domain/monitor';
import type { Outcome } from '@/domain/outcome';
import { decide } from '@/domain/trigger/decide';
import { logged } from '@/ops/logged';
import { countEvaluation } from '@/ops/metrics';
import { spanned } from '@/ops/telemetry/spans';
import { onTrail } from '@/ops/trail';
import { noticeRefusal } from '../account/notice-abuse';
import type { Deps } from '../deps';
import { noteLooks, recordLooks } from './note-looks';
import { readSource, type SourceReading } from './read-source';
import { recordEvaluation } from './record-evaluation';
import { shareLooks } from './share-looks';
import { tracedEvaluation } from './traced-evaluation';

export type RunDeps = Pick<Deps, 'db' | 'scraper' | 'readers' | 'mail' | 'now' | 'log' | 'settings' | 'wakeMail'>;

const HISTORY_VALUES = 20;
/** Evaluations that share a look: as many as one person may have, and few enough to read beside each other. */
const MOST_TOGETHER = 10;

/**
 * Carries out one evaluation: steps 3 to 8 of a refresh. Takes it under a lease, reads the source, lets the domain
 * decide, and records everything in one transaction that counts only while the lease holds. The mail goes out by
 * itself. Others that wait for the same source are carried out with it, each for itself but for the looks, which they
 * share. Does nothing where somebody else has the evaluation; an error of ours ends it as `internal`. Returns how many
 * it took.
 */
export async function runEvaluation(deps: RunDeps, evaluationId: string): Promise<number> {
  const claims = await claimEvaluations(deps.db, evaluationId, deps.now(), deps.settings.leaseMs, MOST_TOGETHER);
  if (claims.length === 0) return 0;
  const { scraper, looks } = noteLooks(deps);
  try {
    if (claims.length === 1 && claims[0]) await carryOut({ ...deps, scraper }, claims[0]);
    else await carryOutTogether({ ...deps, scraper }, claims);
    return claims.length;
  } finally {
    await recordLooks(deps, looks);
  }
}

/**
 * They share looks, and what a model has to be asked is asked for all of them at once. Waits for all; that one of them
 * breaks must not take the page from the others.
 */
async function carryOutTogether(deps: RunDeps, claims: Claim[]): Promise<void> {
  const scrapers = shareLooks(deps.scraper, claims.length);
  const allReaders = readTogether(deps.readers, claims.length);
  const results = await Promise.allSettled(
    claims.map(async (claim, index) => {
      const [scraper, readers] = [scrapers[index], allReaders[index]];
      if (!scraper || !readers) return;
      const leave = async () => {
        readers.leave();
        await scraper.leave();
      };
      try {
        await carryOut({ ...deps, scraper, readers }, claim, leave);
      } finally {
        await leave();
      }
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * On the trail of the request that asked for it, with one line in the log. `whenRead`: the page is not needed any more;
 * recording may take its time.
 */
async function carryOut(deps: RunDeps, claim: Claim, whenRead = async () => {}): Promise<void> {
  const { lease, monitorId, userId: personId, requestId, requestedAt } = claim;
  const waitedMs = Math.max(0, deps.now().getTime() - requestedAt.getTime());
  const beganAt = performance.now();
  const line = { message: 'evaluation', fields: { monitorId, waitedMs } } as const;
  await onTrail({ requestId, personId, evaluationId: lease.evaluationId }, () =>
    logged(
      deps.log,
      line,
      () => tracedEvaluation(claim, () => evaluate(deps, claim, whenRead)),
      (end) => {
        countEvaluation(end, performance.now() - beganAt);
        return end;
      },
    ),
  );
}

/** What the log tells of how an evaluation ended; "lost" where it is somebody else's by now, or its monitor is gone. */
type EvaluationEnd =
  | { outcome: 'lost' }
  | { outcome: Outcome; alert: boolean; reader: ReaderName | null; look: 'full' | 'cheap' | null };

async function evaluate(
  deps: RunDeps,
  { lease, monitorId }: Claim,
  whenRead: () => Promise<void>,
): Promise<EvaluationEnd> {
  const monitor = await findMonitorById(deps.db, monitorId);
  if (monitor === null) return { outcome: 'lost' };
  const startedAt = performance.now();
  const reading = await readUnderLease(deps, monitor, lease);
  await whenRead();
  if (reading === null) return { outcome: 'lost' };
  const { interpretation, armed, baseline, currentValue } = monitor;
  const decision = decide({
    trigger: interpretation.trigger,
    prompt: monitor.prompt,
    property: interpretation.property,
    state: { armed, baseline, currentValue },
    result: reading.result,
  });
  const tookMs = Math.round(performance.now() - startedAt);
  const recorded = await spanned({ name: 'record' }, () =>
    recordEvaluation(deps, { monitor, lease, reading, decision, tookMs }),
  );
  if (!recorded) return { outcome: 'lost' };
  if (reading.result.outcome === 'url_refused')
    await noticeRefusal(deps, { personId: monitor.userId, pattern: 'refused_urls' });
  deps.wakeMail?.();
  const { outcome, reader } = reading.result;
  return { outcome, alert: decision.alert, reader, look: reading.look };
}

/** Reads while a heartbeat keeps the lease. Null when the lease was lost: nothing may be written any more. */
async function readUnderLease(deps: RunDeps, monitor: Monitor, lease: Lease): Promise<SourceReading | null> {
  const { leaseMs, evaluationDeadlineMs } = deps.settings;
  const lost = new AbortController();
  const keepLease = async (phase?: Phase) => {
    if (!(await extendLease(deps.db, lease, deps.now(), leaseMs, phase))) lost.abort();
  };
  const heartbeat = setInterval(() => {
    keepLease().catch((error) => deps.log.warn({ err: error }, 'the heartbeat of an evaluation failed'));
  }, leaseMs / 3);
  const signal = AbortSignal.any([lost.signal, AbortSignal.timeout(evaluationDeadlineMs)]);
  try {
    const reading = await readMonitor(deps, monitor, lease, signal, keepLease);
    await keepLease('deciding');
    return lost.signal.aborted ? null : reading;
  } catch (error) {
    if (lost.signal.aborted) return null;
    deps.log.error({ err: error, evaluationId: lease.evaluationId }, 'an evaluation failed');
    return internalFailure(monitor, signal.aborted);
  } finally {
    clearInterval(heartbeat);
  }
}

async function readMonitor(
  deps: RunDeps,
  monitor: Monitor,
  lease: Lease,
  signal: AbortSignal,
  onPhase: (phase: Phase) => Promise<void>,
): Promise<SourceReading> {
  const { id, userId, prompt, interpretation, recipe, currentValue } = monitor;
  return readSource(deps, {
    question: questionOf(prompt, interpretation),
    sources: interpretation.sources,
    recipe,
    known: currentValue,
    history: await listRecentValues(deps.db, id, HISTORY_VALUES),
    context: { userId, monitorId: id, evaluationId: lease.evaluationId, now: deps.now(), signal },
    onPhase,
  });
}

function internalFailure(monitor: Monitor, tookTooLong: boolean): SourceReading {
  const message = tookTooLong
    ? 'The check took too long and was broken off. Please try again later.'
    : 'Something went wrong on our side while checking. It has been logged; please try again.';
  return {
    result: { outcome: 'internal', message, refused: [], candidates: [], reader: null },
    source: monitor.interpretation.sources[0] ?? '',
    look: null,
    crop: null,
    confirmed: false,
  };
}
