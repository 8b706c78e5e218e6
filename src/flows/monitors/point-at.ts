import { findMonitor } from '@/db/monitors';
import { findPreviewPage, findPreviewPicture, replaceKeptReading } from '@/db/preview-pages';
import type { KeptPreview } from '@/db/previews';
import type { Choice, PageText } from '@/domain/contract/pointing';
import { type Evidence, questionOf, type ReadResult } from '@/domain/contract/reading';
import { DomainError } from '@/domain/errors';
import type { Snapshot } from '@/domain/snapshot';
import type { Crop } from '@/scrape/scraper';
import type { Deps } from '../deps';
import type { SourceReading } from '../refresh/read-source';
import { findKeptPreview, keptReading, PREVIEW_KEPT_MS, previewIsOver, previewOfAnother } from './keep-preview';
import { type PreviewedReading, previewed } from './previewed-reading';
import { contractOfValue, cropOf } from './read-pointed';

interface Asked {
  userId: string;
  previewId: string;
}

const MOST_TEXTS = 1_500;
const LONGEST_TEXT = 200;

const whichOf = ({ now }: Pick<Deps, 'now'>, { userId, previewId }: Asked) => ({
  userId,
  previewId,
  since: new Date(now().getTime() - PREVIEW_KEPT_MS),
});

type PointDeps = Pick<Deps, 'db' | 'now' | 'readers'>;

/**
 * Takes what a person points at on the page of their preview as its reading: the value by our parsers, with its quote,
 * its picture and a recipe. A candidate of another kind than the contract's brings the contract that the sentence has
 * of that kind. A monitor that is saved from the preview begins with it, or goes on with it where it is
 * `monitorId`'s. Throws `not_found` for a preview that is another's, used or too old, `unprocessable` (`not_pointable`)
 * with what was expected, and `unavailable` (`reader_unavailable`) where it could not be read in time.
 */
export async function pointAt(
  deps: PointDeps,
  { choice, monitorId, ...asked }: Asked & { choice: Choice; monitorId?: string | undefined },
): Promise<PreviewedReading> {
  const which = whichOf(deps, asked);
  const page = await findPreviewPage(deps.db, which);
  const preview = await findKeptPreview(deps, { userId: asked.userId, id: asked.previewId });
  if (page === null || preview === null) throw previewIsOver();
  const { prompt } = preview;
  const candidate = 'span' in choice ? null : (page.candidates[choice.candidate - 1] ?? null);
  const span = 'span' in choice ? choice.span : candidate?.span;
  if (span === undefined || span.end > page.snapshot.text.length) throw notThere();
  const context = { userId: asked.userId, monitorId: null, evaluationId: null, now: deps.now() };
  const interpretation = await contractOfValue(deps.readers, preview, candidate?.value ?? null, context);
  const result = await deps.readers.readPointed(questionOf(prompt, interpretation), page.snapshot, span, context);
  const crop = 'evidence' in result ? await cropAround(deps, which, page.snapshot, result.evidence) : null;
  const reading: SourceReading = { result, source: page.source, look: 'full', crop, confirmed: true };
  const kept = keptReading(reading);
  if (kept === null) throw refused(result);
  await replaceKeptReading(deps.db, asked, { reading: kept, crop, interpretation });
  const monitor = monitorId === undefined ? null : await findMonitor(deps.db, asked.userId, monitorId);
  return previewed({ prompt, interpretation }, reading, monitor ?? undefined);
}

/** The page is gone, so what proves the value is cut out of the picture that was kept. */
async function cropAround(
  { db }: PointDeps,
  which: ReturnType<typeof whichOf>,
  snapshot: Snapshot,
  evidence: Evidence,
): Promise<Crop | null> {
  return cropOf(evidence.box && (await findPreviewPicture(db, which)), snapshot, evidence);
}

interface Named {
  userId: string;
  previewId?: string | undefined;
  candidate?: number | undefined;
  /** Whether it is of what is asked for. */
  fits: (preview: KeptPreview) => boolean;
  /** True where nothing can be done without it; with a candidate it always is. */
  isNeeded?: boolean;
}

/**
 * The preview that a request names, with the candidate that it names taken; null where it names none, or one that is
 * over or does not fit. Where it is needed that throws `not_found` or `conflict`; `invalid` for a candidate alone.
 */
export async function previewFor(deps: PointDeps, named: Named): Promise<KeptPreview | null> {
  const { userId, previewId, candidate, fits, isNeeded = candidate !== undefined } = named;
  if (previewId === undefined) {
    if (candidate === undefined) return null;
    const message = 'A candidate belongs to a preview: give its previewId as well.';
    throw new DomainError('invalid', 'preview_missing', message, { fields: { previewId: [message] } });
  }
  const find = () => findKeptPreview(deps, { userId, id: previewId });
  const preview = await find();
  if (preview === null || !fits(preview)) {
    if (isNeeded) throw preview === null ? previewIsOver() : previewOfAnother();
    return null;
  }
  if (candidate === undefined) return preview;
  await pointAt(deps, { userId, previewId, choice: { candidate } });
  return find();
}

/** The texts of the page of a preview that stand on its picture, from the top; throws as `pointAt`. */
export async function listPageTexts(deps: Pick<Deps, 'db' | 'now'>, asked: Asked): Promise<PageText[]> {
  const page = await findPreviewPage(deps.db, whichOf(deps, asked));
  if (page === null) throw previewIsOver();
  return textsOf(page.snapshot).slice(0, MOST_TEXTS);
}

/** The picture of the page of a preview, for its owner; null for everybody else and after an hour. */
export function findPagePicture(deps: Pick<Deps, 'db' | 'now'>, asked: Asked): Promise<Uint8Array | null> {
  return findPreviewPicture(deps.db, whichOf(deps, asked));
}

function textsOf({ runs, text }: Snapshot): PageText[] {
  return runs.flatMap(({ start, end, box }) => {
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return /[\p{L}\p{N}]/u.test(words) ? [{ start, end, box, text: words.slice(0, LONGEST_TEXT) }] : [];
  });
}

function refused(result: ReadResult): DomainError {
  if (result.outcome === 'reader_unavailable')
    return new DomainError('unavailable', 'reader_unavailable', 'It could not be read just now. Please try again.');
  return notPointable('message' in result ? result.message : 'This cannot be taken.');
}

function notThere(): DomainError {
  return notPointable('There is no such place on the page. Choose one of its texts.');
}

function notPointable(message: string): DomainError {
  return new DomainError('unprocessable', 'not_pointable', message);
}
