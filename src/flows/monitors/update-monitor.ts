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
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import { recordOwnAct } from '../account/record-act';
import type { Deps } from '../deps';
import { assertSources } from './create-monitor';
import { interpretPrompt } from './interpret-prompt';

type UpdateDeps = Pick<Deps, 'db' | 'readers' | 'scraper' | 'now' | 'origin'>;

export interface UpdateRequest {
  userId: string;
  monitorId: string;
  prompt?: string | undefined;
  name?: string | undefined;
  source?: string | undefined;
  isActive?: boolean | undefined;
  /** As for `createMonitor`: with a new prompt or page, or before the first evaluation. */
  alertIfAlreadyTrue?: boolean | undefined;
}

/**
 * Changes a monitor. A new prompt or page makes a new contract: value, baseline and trigger memory begin again, the
 * history stays. Throws `not_found`, what `createMonitor` throws for its prompt, and `unprocessable` for a choice of
 * `alertIfAlreadyTrue` that comes too late.
 */
export async function updateMonitor(deps: UpdateDeps, request: UpdateRequest): Promise<Monitor> {
  const { userId, monitorId, name, isActive } = request;
  const monitor = await findMonitor(deps.db, userId, monitorId);
  if (monitor === null) throw notFound();
  const contract = await newContract(deps, monitor, request);
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
    if (row) await recordChanges(deps, trx, { before: monitor, after: row });
    return row;
  });
  if (updated === null) throw notFound();
  return updated;
}

/** Names what was changed, not how: prompts are the person's own words. */
async function recordChanges(
  deps: UpdateDeps,
  trx: Transaction<DB>,
  { before, after }: { before: Monitor; after: Monitor },
): Promise<void> {
  const record = { type: 'monitor', id: after.id } as const;
  const names = { name: 'name', prompt: 'prompt', sourceUrl: 'source' } as const;
  const changed: string[] = Object.entries(names).flatMap(([key, name]) =>
    before[key as keyof typeof names] === after[key as keyof typeof names] ? [] : [name],
  );
  // Of a new contract it is a part.
  const renewed = changed.includes('prompt') || changed.includes('source');
  if (!renewed && before.armed !== after.armed) changed.push('timing');
  if (changed.length > 0)
    await recordOwnAct(deps, trx, after.userId, { action: 'monitor.update', record, details: { changed } });
  if (before.isActive !== after.isActive)
    await recordOwnAct(deps, trx, after.userId, {
      action: after.isActive ? 'monitor.resume' : 'monitor.pause',
      record,
    });
}

/** The contract of a changed prompt or page, or null where neither changed. */
async function newContract(deps: UpdateDeps, monitor: Monitor, request: UpdateRequest): Promise<NewMonitor | null> {
  const { userId, name } = monitor;
  const { alertIfAlreadyTrue: armed = true } = request;
  const prompt = request.prompt ?? monitor.prompt;
  const source = request.source ?? monitor.sourceUrl ?? undefined;
  if (prompt === monitor.prompt && source === (monitor.sourceUrl ?? undefined)) return null;
  const context = { userId, monitorId: monitor.id, evaluationId: null, now: deps.now() };
  const { interpretation } = await interpretPrompt(deps, prompt, source, context);
  await assertSources(deps, interpretation);
  return { userId, name, prompt, interpretation, triggerCondition: triggerSentence(interpretation), armed };
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

/** A check that is under way reads for the old contract: it ends here, and its charge is given back. */
async function replaceContract(trx: Transaction<DB>, monitorId: string, contract: NewMonitor, now: Date) {
  const sentence = 'The monitor was changed while it was checked. Your check was given back: press Check now again.';
  await lockMonitor(trx, monitorId);
  const ended = await endLiveEvaluation(trx, monitorId, sentence, now);
  if (ended) await returnCharge(trx, ended.userId, ended.chargeDay);
  await replaceInterpretation(trx, monitorId, contract, now);
}

function notFound(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}
