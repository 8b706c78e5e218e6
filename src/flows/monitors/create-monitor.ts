import { isDeepStrictEqual } from 'node:util';
import { findMonitor, insertMonitor } from '@/db/monitors';
import type { KeptPreview } from '@/db/previews';
import { applyCorrection } from '@/domain/contract/apply-correction';
import type { Correction } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import { type Obstacle, obstacleTo } from '@/domain/contract/obstacle';
import { DomainError, type Offer } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import { recordOwnAct } from '../account/record-act';
import type { Deps } from '../deps';
import { interpretPrompt, pagesOf } from './interpret-prompt';
import { recordPreview } from './keep-preview';
import { previewFor } from './point-at';

interface CreateDeps extends Pick<Deps, 'db' | 'readers' | 'scraper' | 'now' | 'origin' | 'wakeMail'> {
  settings: Pick<Deps['settings'], 'appUrl'>;
}

export interface CreateRequest {
  userId: string;
  prompt: string;
  name?: string | undefined;
  /** The page's address, for a prompt that names none. */
  source?: string | undefined;
  /** What the person wrote in place of what would be understood of the prompt. */
  contract?: Correction | undefined;
  /**
   * For a condition that is true already: true alerts at the first check, false only when it next becomes true.
   * Without a choice the first check alerts.
   */
  alertIfAlreadyTrue?: boolean | undefined;
  /** The preview it is saved from: what that read is its first evaluation, unless it is another's, used or too old. */
  previewId?: string | undefined;
  /** One of the preview's candidates, by its number: what the person means. */
  candidate?: number | undefined;
}

/**
 * Saves a monitor. The prompt is interpreted here again, or as its preview kept it; of the browser only a contract is
 * taken that the person wrote. Throws `unprocessable` (not understood, no page named, address refused, a candidate that
 * cannot be taken, what its preview read stands against it), `conflict` for the eleventh monitor and for a candidate of
 * another sentence's preview, `invalid` for a candidate without its preview, `not_found` where that is over.
 */
export async function createMonitor(deps: CreateDeps, request: CreateRequest): Promise<Monitor> {
  const { userId, prompt, name, source, contract, alertIfAlreadyTrue = true } = request;
  const context = { userId, monitorId: null, evaluationId: null, now: deps.now() };
  const written = contract && applyCorrection(contract, pagesOf(prompt, source));
  const fits = (one: KeptPreview) =>
    one.prompt === prompt &&
    one.source === (source ?? null) &&
    (written === undefined || isDeepStrictEqual(one.interpretation, written));
  const preview = await previewFor(deps, { ...request, fits });
  const interpretation =
    preview?.interpretation ?? written ?? (await interpretPrompt(deps, prompt, source, context)).interpretation;
  await assertSources(deps, interpretation);
  if (preview) assertSavable(preview);
  const row = {
    userId,
    prompt,
    name: name ?? interpretation.suggestedName,
    interpretation,
    triggerCondition: triggerSentence(interpretation),
    armed: alertIfAlreadyTrue,
  };
  const monitor = await deps.db.transaction().execute(async (trx) => {
    const made = await insertMonitor(trx, row, LIMITS.monitorsPerPerson);
    const record = made && ({ type: 'monitor', id: made.id } as const);
    if (record) await recordOwnAct(deps, trx, userId, { action: 'monitor.create', record });
    if (made === null || preview === null) return made;
    await recordPreview(deps, trx, made, preview);
    return findMonitor(trx, userId, made.id);
  });
  if (preview) deps.wakeMail?.();
  if (monitor) return monitor;
  throw monitorLimit();
}

export function monitorLimit(): DomainError {
  const most = LIMITS.monitorsPerPerson;
  const message = `You have ${most} monitors, which is the most. Delete one to make room for this one.`;
  return new DomainError('conflict', 'monitor_limit', message);
}

/** @throws DomainError `unprocessable` with what to do, where what the preview read stands against its contract. */
export function assertSavable({ prompt, interpretation, reading }: KeptPreview): void {
  const obstacle = reading && obstacleTo({ prompt, interpretation }, reading);
  if (obstacle) throw notSavable(obstacle);
}

export function notSavable({ reason, message }: Obstacle, details: { how?: string; offer?: Offer } = {}): DomainError {
  const { how = 'Nothing was saved.', offer } = details;
  const said = `${message} ${how}`;
  return new DomainError('unprocessable', reason, said, { fields: { contract: [said] }, ...(offer && { offer }) });
}

/** A monitor must name a page that may be read. Whether it can be reached is for its checks to find out. */
export async function assertSources(deps: Pick<Deps, 'scraper'>, interpretation: Interpretation): Promise<void> {
  if (interpretation.sources.length === 0) {
    const message = 'Which page should be read? Add its address, for example https://shop.example/headphones.';
    throw new DomainError('unprocessable', 'source_missing', message, { fields: { source: [message] } });
  }
  for (const source of interpretation.sources) {
    const failure = await deps.scraper.check(source);
    if (failure?.outcome === 'url_refused') {
      throw new DomainError('unprocessable', 'url_refused', failure.message, { fields: { source: [failure.message] } });
    }
  }
}
