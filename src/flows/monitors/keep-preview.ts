import type { Transaction } from 'kysely';
import { beginFreeEvaluation } from '@/db/evaluations';
import { insertPreviewPage } from '@/db/preview-pages';
import { findPreview, insertPreview, type KeptPreview, type KeptReading, takePreview } from '@/db/previews';
import type { DB } from '@/db/types';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { ReadResult } from '@/domain/contract/reading';
import { DomainError } from '@/domain/errors';
import { chargeDay } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { decide } from '@/domain/trigger/decide';
import type { Deps } from '../deps';
import type { SourceReading } from '../refresh/read-source';
import { recordWithin } from '../refresh/record-evaluation';

/** A page as it is kept for its owner to point at. */
export type PreviewedPage = Omit<Parameters<typeof insertPreviewPage>[2], 'previewId'>;

/** A page may be another one later: then it is read anew. */
export const PREVIEW_KEPT_MS = 60 * 60_000;

interface Previewed {
  userId: string;
  prompt: string;
  source: string | null;
  interpretation: Interpretation;
  reading: SourceReading;
  tookMs: number;
  /** The page that was looked at; null where none could be, or it is too large to be kept. */
  page: PreviewedPage | null;
}

/** Keeps what a preview read for its owner, on the server, and returns its id; null where no page was read. */
export async function keepPreview({ db, now }: Pick<Deps, 'db' | 'now'>, previewed: Previewed): Promise<string | null> {
  const { reading, page, ...about } = previewed;
  const kept = keptReading(reading);
  if (kept === null && page === null) return null;
  return db.transaction().execute(async (trx) => {
    const id = await insertPreview(trx, { ...about, reading: kept, crop: reading.crop, createdAt: now() });
    if (page) await insertPreviewPage(trx, about.userId, { ...page, previewId: id });
    return id;
  });
}

/** Null for a failure. */
export function keptReading({ result, source, look, confirmed }: SourceReading): KeptReading | null {
  if (!('evidence' in result) || look === null) return null;
  const { outcome, evidence, probability, errors = [], reader, recipe } = result;
  const value = result.outcome === 'value' ? result.value : null;
  return { outcome, value, evidence, probability, errors, reader, recipe, source, look, confirmed };
}

/** The kept preview of that id, for its owner; null where it is another's, too old or used. */
export function findKeptPreview(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  which: { id: string; userId: string },
): Promise<KeptPreview | null> {
  return findPreview(db, { ...which, since: new Date(now().getTime() - PREVIEW_KEPT_MS) });
}

export function previewIsOver(): DomainError {
  return new DomainError('not_found', 'preview_not_found', 'This preview is over. Preview your sentence again.');
}

export function previewOfAnother(): DomainError {
  const message = 'This preview is of another sentence or page. Preview it again.';
  return new DomainError('conflict', 'preview_of_another', message, { fields: { previewId: [message] } });
}

/**
 * Makes what a preview read the next evaluation of its monitor, in the caller's transaction: no page is loaded and
 * nothing is charged. Returns false where there was nothing to take, or the preview was used meanwhile.
 */
export async function recordPreview(
  deps: { settings: Pick<Deps['settings'], 'appUrl'> },
  trx: Transaction<DB>,
  monitor: Monitor,
  preview: KeptPreview,
): Promise<boolean> {
  if (preview.reading === null || !(await takePreview(trx, preview.id))) return false;
  const { createdAt, crop, tookMs } = preview;
  const { id: monitorId, userId, interpretation, prompt, armed, baseline, currentValue } = monitor;
  const { source, look, confirmed, ...read } = preview.reading;
  const result = resultOf(read);
  const state = { armed, baseline, currentValue };
  const { trigger, property } = interpretation;
  const decision = decide({ trigger, prompt, property, state, result });
  const asked = { monitorId, userId, chargeDay: chargeDay(createdAt), requestedAt: createdAt };
  const lease = await beginFreeEvaluation(trx, asked);
  const reading: SourceReading = { result, source, look, confirmed, crop: crop && { ...crop, width: 0, height: 0 } };
  await recordWithin(deps, trx, { monitor, lease, reading, decision, tookMs, isFree: true }, createdAt);
  return true;
}

function resultOf({ outcome, value, ...read }: Omit<KeptReading, 'source' | 'look' | 'confirmed'>): ReadResult {
  if (outcome === 'absent') return { ...read, outcome, refused: [] };
  if (value === null) throw new Error('A value without a value was kept');
  return { ...read, outcome, value, refused: [] };
}
