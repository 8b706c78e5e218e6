import { findMonitor, replaceInterpretation, updateMonitor as updateRow } from '@/db/monitors';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { triggerSentence } from '@/domain/trigger-sentence';
import { assertSources } from './create-monitor';
import type { Deps } from './deps';
import { interpretPrompt } from './interpret-prompt';

export interface UpdateRequest {
  userId: string;
  monitorId: string;
  prompt?: string;
  name?: string;
  source?: string;
  isActive?: boolean;
}

/**
 * Changes a monitor. A new prompt or page makes a new contract: value, baseline and trigger memory begin again, the
 * history stays. Throws `not_found`, and what `createMonitor` throws for its prompt.
 */
export async function updateMonitor(
  deps: Pick<Deps, 'db' | 'readers' | 'scraper' | 'now'>,
  request: UpdateRequest,
): Promise<Monitor> {
  const { userId, monitorId, name, isActive } = request;
  const monitor = await findMonitor(deps.db, userId, monitorId);
  if (monitor === null) throw notFound();
  const renewed = await renew(deps, monitor, request);
  const updated = await updateRow(
    deps.db,
    userId,
    monitorId,
    { ...(name === undefined ? {} : { name }), ...(isActive === undefined ? {} : { isActive }) },
    deps.now(),
  );
  const result = updated ?? renewed;
  if (result === null) throw notFound();
  return result;
}

async function renew(
  deps: Pick<Deps, 'db' | 'readers' | 'scraper' | 'now'>,
  monitor: Monitor,
  request: UpdateRequest,
): Promise<Monitor | null> {
  const prompt = request.prompt ?? monitor.prompt;
  const source = request.source ?? monitor.sourceUrl ?? undefined;
  if (prompt === monitor.prompt && source === (monitor.sourceUrl ?? undefined)) return monitor;
  const context = { userId: monitor.userId, monitorId: monitor.id, evaluationId: null, now: deps.now() };
  const { interpretation } = await interpretPrompt(deps, prompt, source, context);
  await assertSources(deps, interpretation);
  return replaceInterpretation(
    deps.db,
    monitor.id,
    {
      userId: monitor.userId,
      name: monitor.name,
      prompt,
      interpretation,
      triggerCondition: triggerSentence(interpretation),
      armed: true,
    },
    deps.now(),
  );
}

function notFound(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}
