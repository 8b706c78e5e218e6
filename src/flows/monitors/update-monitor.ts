import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import { returnCharge } from '@/db/charges';
import { endLiveEvaluation } from '@/db/evaluations';
import {
  findMonitor,
  lockMonitor,
  type NewMonitor,
  replaceInterpretation,
  updateMonitor as updateRow,
} from '@/db/monitors';
import type { KeptPreview } from '@/db/previews';
import type { DB } from '@/db/types';
import { applyCorrection } from '@/domain/contract/apply-correction';
import type { Correction } from '@/domain/contract/correction';
import { isOwnName } from '@/domain/contract/monitor-name';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import { recordOwnAct } from '../account/record-act';
import type { Deps } from '../deps';
import { assertSavable, assertSources } from './create-monitor';
import { interpretPrompt, pagesOf } from './interpret-prompt';
import { previewIsOver, previewOfAnother, recordPreview } from './keep-preview';
import { previewFor } from './point-at';

interface UpdateDeps extends Pick<Deps, 'db' | 'readers' | 'scraper' | 'now' | 'origin' | 'wakeMail'> {
  settings: Pick<Deps['settings'], 'appUrl'>;
}

export interface UpdateRequest {
  userId: string;
  monitorId: string;
  prompt?: string | undefined;
  name?: string | undefined;
  source?: string | undefined;
  isActive?: boolean | undefined;
  /** What the person wrote in place of what was understood. */
  contract?: Correction | undefined;
  /** As for `createMonitor`: with a new prompt or page, or before the first evaluation. */
  alertIfAlreadyTrue?: boolean | undefined;
  /** The preview of the change, or of the monitor as it is: what that read is its next evaluation. */
  previewId?: string | undefined;
  /** One of the preview's candidates, by its number: what the person means. */
  candidate?: number | undefined;
}

/** What a change makes of a monitor's contract, and the preview that it goes on with. */
interface Change {
  /** Null where it stays. */
  contract: NewMonitor | null;
  preview: KeptPreview | null;
}

/**
 * Changes a monitor. A new prompt or page, or a contract that the person wrote, makes a new contract: value, baseline
 * and trigger memory begin again, the history stays. With a preview of its own contract nothing of it changes but where
 * its value is found. Throws `not_found`, what `createMonitor` throws for its prompt and preview, `unprocessable` for a
 * choice of `alertIfAlreadyTrue` that comes too late or a preview that read nothing, and `conflict` for a preview of
 * something else or from before the last evaluation, and for pointing while the monitor is paused: it reads nothing and
 * sends nothing then.
 */
export async function updateMonitor(deps: UpdateDeps, request: UpdateRequest): Promise<Monitor> {
  const { userId, monitorId, name, isActive } = request;
  const monitor = await findMonitor(deps.db, userId, monitorId);
  if (monitor === null) throw notFound();
  const { contract, preview } = await changeOf(deps, monitor, request);
  const now = deps.now();
  const updated = await deps.db.transaction().execute(async (trx) => {
    if (contract) await replaceContract(trx, monitorId, contract, now);
    const timing = contract ? {} : await newTiming(trx, request);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(isActive === undefined ? {} : { isActive }),
      ...timing,
    };
    const row = await updateRow(trx, userId, monitorId, change, now);
    if (row === null) return null;
    const isPointed = preview !== null && contract === null;
    await recordChanges(deps, trx, { before: monitor, after: row, isPointed });
    if (preview === null) return row;
    if (!row.isActive && (isPointed || preview.reading?.reader === 'person')) throw paused();
    if (isPointed) await takeNext(deps, trx, row, preview);
    else if (row.isActive) await recordPreview(deps, trx, row, preview);
    return findMonitor(trx, userId, monitorId);
  });
  if (updated === null) throw notFound();
  if (preview) deps.wakeMail?.();
  return updated;
}

/** Names what was changed, not how: prompts are the person's own words. */
async function recordChanges(
  deps: UpdateDeps,
  trx: Transaction<DB>,
  { before, after, isPointed }: { before: Monitor; after: Monitor; isPointed: boolean },
): Promise<void> {
  const record = { type: 'monitor', id: after.id } as const;
  const names = { name: 'name', prompt: 'prompt', sourceUrl: 'source' } as const;
  const changed: string[] = Object.entries(names).flatMap(([key, name]) =>
    before[key as keyof typeof names] === after[key as keyof typeof names] ? [] : [name],
  );
  // Of a new contract it is a part.
  const renewed = changed.includes('prompt') || changed.includes('source');
  if (!renewed && !isDeepStrictEqual(before.interpretation, after.interpretation)) changed.push('contract');
  else if (!renewed && before.armed !== after.armed) changed.push('timing');
  if (isPointed) changed.push('place');
  if (changed.length > 0)
    await recordOwnAct(deps, trx, after.userId, { action: 'monitor.update', record, details: { changed } });
  if (before.isActive !== after.isActive)
    await recordOwnAct(deps, trx, after.userId, {
      action: after.isActive ? 'monitor.resume' : 'monitor.pause',
      record,
    });
}

async function changeOf(deps: UpdateDeps, monitor: Monitor, request: UpdateRequest): Promise<Change> {
  const { id: monitorId, userId } = monitor;
  const prompt = request.prompt ?? monitor.prompt;
  const source = request.source ?? monitor.sourceUrl ?? undefined;
  const isSame = prompt === monitor.prompt && source === (monitor.sourceUrl ?? undefined);
  const pages = isSame ? monitor.interpretation.sources : pagesOf(prompt, source);
  const written = request.contract && applyCorrection(request.contract, pages);
  if (isSame && (written === undefined || isDeepStrictEqual(written, monitor.interpretation))) {
    const preview = await previewFor(deps, { ...request, isNeeded: true, fits: (one) => isOf(monitor, one) });
    if (preview) assertRead(preview);
    if (preview) assertSavable(preview);
    return { contract: null, preview };
  }
  const given = request.source === undefined ? [null, monitor.sourceUrl] : [request.source];
  const fits = (one: KeptPreview) =>
    one.prompt === prompt &&
    given.includes(one.source) &&
    (written === undefined || isDeepStrictEqual(one.interpretation, written));
  const preview = await previewFor(deps, { ...request, fits });
  const context = { userId, monitorId, evaluationId: null, now: deps.now() };
  const interpretation =
    preview?.interpretation ?? written ?? (await interpretPrompt(deps, prompt, source, context)).interpretation;
  await assertSources(deps, interpretation);
  if (preview) assertSavable(preview);
  const { alertIfAlreadyTrue: armed = true } = request;
  const triggerCondition = triggerSentence(interpretation);
  // A name that we gave goes with the sentence; the person's own stays.
  const name = isOwnName(monitor.name, monitor.interpretation) ? monitor.name : interpretation.suggestedName;
  return { contract: { userId, name, prompt, interpretation, triggerCondition, armed }, preview };
}

/** Whether a preview is of the monitor as it is. */
function isOf(monitor: Monitor, { prompt, interpretation }: KeptPreview): boolean {
  return prompt === monitor.prompt && isDeepStrictEqual(interpretation, monitor.interpretation);
}

function assertRead({ reading }: KeptPreview): void {
  if (reading !== null) return;
  const message = 'Nothing was read in this preview. Choose one of its candidates, or point at a text of the page.';
  throw new DomainError('unprocessable', 'nothing_chosen', message, { fields: { candidate: [message] } });
}

/** What the choice of `alertIfAlreadyTrue` alone changes: it counts for the first evaluation, and not after it. */
async function newTiming(trx: Transaction<DB>, request: UpdateRequest): Promise<{ armed?: boolean }> {
  const { userId, monitorId, alertIfAlreadyTrue } = request;
  if (alertIfAlreadyTrue === undefined) return {};
  await lockMonitor(trx, monitorId);
  const monitor = await findMonitor(trx, userId, monitorId);
  if (monitor === null) throw notFound();
  if (monitor.lastOutcome === null) return { armed: alertIfAlreadyTrue };
  const message =
    'This monitor was checked already, so there is no first check to choose for. Change its sentence or page as well.';
  throw new DomainError('unprocessable', 'already_checked', message, { fields: { alertIfAlreadyTrue: [message] } });
}

async function replaceContract(trx: Transaction<DB>, monitorId: string, contract: NewMonitor, now: Date) {
  await endCheck(trx, monitorId, now);
  await replaceInterpretation(trx, monitorId, contract, now);
}

/** A check that is under way reads as the monitor was before: it ends here, and its charge is given back. */
async function endCheck(trx: Transaction<DB>, monitorId: string, now: Date): Promise<void> {
  const sentence = 'The monitor was changed while it was checked. Your check was given back: press Check now again.';
  await lockMonitor(trx, monitorId);
  const ended = await endLiveEvaluation(trx, monitorId, sentence, now);
  if (ended) await returnCharge(trx, ended.userId, ended.chargeDay);
}

/** The monitor goes on, with what the preview read as its next evaluation. */
async function takeNext(deps: UpdateDeps, trx: Transaction<DB>, monitor: Monitor, preview: KeptPreview): Promise<void> {
  await endCheck(trx, monitor.id, deps.now());
  const present = await findMonitor(trx, monitor.userId, monitor.id);
  if (present === null) throw notFound();
  if (!isOf(present, preview)) throw previewOfAnother();
  if (present.lastChecked !== null && present.lastChecked > preview.createdAt) {
    const message = 'The monitor was checked since you looked at the page. Look at it again.';
    throw new DomainError('conflict', 'preview_outdated', message);
  }
  if (!(await recordPreview(deps, trx, present, preview))) throw previewIsOver();
}

function paused(): DomainError {
  return new DomainError('conflict', 'monitor_paused', 'This monitor is paused. Resume it, then point at its value.');
}

function notFound(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}
