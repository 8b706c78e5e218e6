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
import { triggerSentence } from '@/domain/trigger-sentence';
import { assertSources } from './create-monitor';
import type { Deps } from './deps';
import { interpretPrompt } from './interpret-prompt';
import { recordOwnAct } from './record-act';

type UpdateDeps = Pick<Deps, 'db' | 'readers' | 'scraper' | 'now' | 'origin'>;

export interface UpdateRequest {
  userId: string;
  monitorId: string;
  prompt?: string | undefined;
  name?: string | undefined;
  source?: string | undefined;
  isActive?: boolean | undefined;
}

/**
 * Changes a monitor. A new prompt or page makes a new contract: value, baseline and trigger memory begin again, the
 * history stays. Throws `not_found`, and what `createMonitor` throws for its prompt.
 */
export async function updateMonitor(deps: UpdateDeps, request: UpdateRequest): Promise<Monitor> {
  const { userId, monitorId, name, isActive } = request;
  const monitor = await findMonitor(deps.db, userId, monitorId);
  if (monitor === null) throw notFound();
  const contract = await newContract(deps, monitor, request);
  const now = deps.now();
  const updated = await deps.db.transaction().execute(async (trx) => {
    if (contract) await replaceContract(trx, monitorId, contract, now);
    const change = { ...(name === undefined ? {} : { name }), ...(isActive === undefined ? {} : { isActive }) };
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
  const changed = Object.entries(names).flatMap(([key, name]) =>
    before[key as keyof typeof names] === after[key as keyof typeof names] ? [] : [name],
  );
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
  const prompt = request.prompt ?? monitor.prompt;
  const source = request.source ?? monitor.sourceUrl ?? undefined;
  if (prompt === monitor.prompt && source === (monitor.sourceUrl ?? undefined)) return null;
  const context = { userId, monitorId: monitor.id, evaluationId: null, now: deps.now() };
  const { interpretation } = await interpretPrompt(deps, prompt, source, context);
  await assertSources(deps, interpretation);
  return { userId, name, prompt, interpretation, triggerCondition: triggerSentence(interpretation), armed: true };
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
