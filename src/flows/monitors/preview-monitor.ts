import { isDeepStrictEqual } from 'node:util';
import type { ReaderContext } from '@/ai/reader';
import { findMonitor } from '@/db/monitors';
import { packPage } from '@/db/preview-pages';
import type { Correction } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import { type Question, questionOf, type ReaderName, type Recipe } from '@/domain/contract/reading';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import type { Look } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { readSource } from '../refresh/read-source';
import { contractOf } from './interpret-prompt';
import { findKeptPreview, keepPreview, type PreviewedPage } from './keep-preview';
import { type PreviewedReading, previewed } from './previewed-reading';
import { proposeSources } from './propose-sources';

export interface PreviewRequest {
  userId: string | null;
  prompt: string;
  /** The page's address, for a prompt that names none. */
  source?: string | undefined;
  /** What the person wrote in place of what would be understood of the prompt. */
  contract?: Correction | undefined;
  /** The preview that this corrects: where the same is read, it is looked for where that found it. */
  corrects?: string | undefined;
  signal?: AbortSignal;
  onPhase?: OnPhase;
}

/** What a preview does next, told before it begins. */
export type OnPhase = (phase: 'understanding' | 'loading' | 'reading' | 'deciding') => void;

export interface Preview {
  /** Under which what was read is kept, for a monitor that is saved from it; null where nothing was. */
  id: string | null;
  interpretation: Interpretation;
  triggerCondition: string;
  /** Null for a monitor's own contract. */
  interpretedBy: ReaderName | null;
  /** False where the sentence may mean something else: the person is asked whether this is it. */
  isSure: boolean;
  /** What of the sentence the contract leaves out; null where nothing is. */
  note: string | null;
  /** Other contracts that the sentence may mean, the likelier first; none where it is sure. */
  alternatives: Alternative[];
  /** Null where no page is named yet: the form asks for its address. */
  reading: PreviewedReading | null;
  /** Null where no page was read, or nobody is there to point at it. */
  page: ShownPage | null;
  /** Where the fact may be read, where the prompt names no page; best first. */
  proposals: SourceProposal[];
}

type Alternative = Pick<Preview, 'interpretation' | 'triggerCondition'>;

type ReadPreview = Preview & { reading: PreviewedReading };

/** The page as the person may point at it. */
interface ShownPage {
  /** CSS pixels; null where none could be taken. The picture itself is asked for by the preview's id. */
  picture: { width: number; height: number } | null;
  candidates: PointCandidate[];
}

interface PreviewDeps extends Pick<Deps, 'readers' | 'scraper' | 'now' | 'settings' | 'previewTurns'> {
  /** Where what was read is kept for its owner; null for the command line. */
  db: Deps['db'] | null;
}

/**
 * Shows what a prompt would become: the contract, the value now with its proof, and whether it would fire. Makes no
 * monitor; what was read is kept for an hour. Waits while two others of the person are under way; throws `limited` when
 * that takes too long.
 */
export async function previewMonitor(deps: PreviewDeps, request: PreviewRequest): Promise<Preview> {
  const { userId, signal } = request;
  if (userId === null) return preview(deps, request);
  const leave = await deps.previewTurns.take(userId, signal);
  try {
    return await preview(deps, request);
  } finally {
    leave();
  }
}

type Again = Pick<PreviewRequest, 'signal' | 'onPhase'> & { userId: string; monitorId: string };

/**
 * Reads the page of a monitor as its contract says, for its owner to see what became of its value, and to point at it
 * again. Changes nothing of the monitor. Throws `not_found`, and `limited` as above.
 */
export async function previewAgain(
  deps: PreviewDeps & Pick<Deps, 'db'>,
  { userId, monitorId, signal, onPhase }: Again,
): Promise<ReadPreview> {
  const monitor = await findMonitor(deps.db, userId, monitorId);
  if (monitor === null) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
  const { prompt, interpretation } = monitor;
  const leave = await deps.previewTurns.take(userId, signal);
  try {
    const context = previewContext(deps, { userId, signal });
    return await read(deps, {
      prompt,
      source: null,
      interpretation,
      interpretedBy: null,
      isSure: true,
      note: null,
      alternatives: [],
      recipe: monitor.recipe,
      monitor,
      context,
      onPhase,
    });
  } finally {
    leave();
  }
}

/** In which a preview is read: for its person, until its request or the time for it is over. */
export function previewContext(
  { settings, now }: Pick<Deps, 'settings' | 'now'>,
  { userId, signal }: { userId: string | null; signal?: AbortSignal | undefined },
): ReaderContext {
  const deadline = AbortSignal.timeout(settings.evaluationDeadlineMs);
  return {
    userId,
    monitorId: null,
    evaluationId: null,
    now: now(),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  };
}

async function preview(deps: PreviewDeps, request: PreviewRequest): Promise<Preview> {
  const { prompt, source, onPhase } = request;
  // A person who writes the contract has answered what a model would be asked.
  const context = { ...previewContext(deps, request), ...(request.contract ? { withoutModels: true as const } : {}) };
  if (request.contract === undefined) onPhase?.('understanding');
  const { reader, ...understood } = await contractOf(deps, request, context);
  const contract = { ...understood, interpretedBy: reader };
  const { interpretation } = contract;
  if (interpretation.sources.length > 0) {
    const recipe = await recipeOf(deps, request, interpretation);
    return read(deps, { prompt, source: source ?? null, ...contract, recipe, context, onPhase });
  }
  const proposals = request.contract ? [] : await proposeSources(deps, prompt, interpretation, context);
  return {
    ...shownContract(contract),
    id: null,
    reading: null,
    page: null,
    proposals,
  };
}

/** Where the corrected preview found its value, if the same is read now: another limit moves nothing on the page. */
async function recipeOf(
  { db, now }: PreviewDeps,
  { userId, corrects, contract }: PreviewRequest,
  interpretation: Interpretation,
): Promise<Recipe | null> {
  if (!db || userId === null || corrects === undefined || contract === undefined) return null;
  const before = await findKeptPreview({ db, now }, { id: corrects, userId });
  if (before === null) return null;
  const [was, is] = [before.interpretation, interpretation].map(whatIsRead);
  return isDeepStrictEqual(was, is) ? (before.reading?.recipe ?? null) : null;
}

const whatIsRead = ({ item, property, factType, unit, exclude = [], sources }: Interpretation) => ({
  ...{ item, property, factType, unit, exclude, sources },
});

type Contract = Pick<Preview, 'interpretation' | 'interpretedBy' | 'isSure' | 'note'> & {
  alternatives: Interpretation[];
};

const shownContract = ({ interpretation, interpretedBy, isSure, note, alternatives }: Contract) => ({
  interpretation,
  triggerCondition: triggerSentence(interpretation),
  interpretedBy,
  isSure,
  note,
  alternatives: isSure ? [] : othersThan(interpretation, alternatives),
});

/** Those that read differently: a person chooses by the sentence. */
function othersThan(interpretation: Interpretation, alternatives: readonly Interpretation[]): Alternative[] {
  const said = new Set([triggerSentence(interpretation)]);
  return alternatives.flatMap((other) => {
    const triggerCondition = triggerSentence(other);
    if (said.has(triggerCondition)) return [];
    said.add(triggerCondition);
    return [{ interpretation: other, triggerCondition }];
  });
}

interface Asked extends Contract {
  prompt: string;
  source: string | null;
  /** Tried first. */
  recipe: Recipe | null;
  /** Whose page it is. */
  monitor?: Monitor;
  context: ReaderContext;
  onPhase: OnPhase | undefined;
}

async function read(deps: PreviewDeps, asked: Asked): Promise<ReadPreview> {
  const { prompt, source, interpretation, recipe, monitor, context, onPhase } = asked;
  const startedAt = performance.now();
  const question = questionOf(prompt, interpretation);
  const owner = deps.db && context.userId ? { db: deps.db, userId: context.userId } : null;
  let page: PreviewedPage | null = null;
  const reading = await readSource(deps, {
    question,
    sources: interpretation.sources,
    recipe,
    known: null,
    history: [],
    context,
    onPhase: async (phase) => onPhase?.(phase),
    onLook: async (look) => {
      if (owner) page = await pageOf(deps, { ...question, isFixed: monitor !== undefined }, look, context);
    },
  });
  onPhase?.('deciding');
  const tookMs = Math.round(performance.now() - startedAt);
  const kept = { prompt, source, interpretation, reading, tookMs, page };
  const id = owner && (await keepPreview({ db: owner.db, now: deps.now }, { ...kept, userId: owner.userId }));
  return {
    ...shownContract(asked),
    id,
    reading: previewed({ prompt, interpretation }, reading, monitor),
    page: shownPage(page),
    proposals: [],
  };
}

async function pageOf(
  { readers }: PreviewDeps,
  question: Question,
  look: Look,
  context: ReaderContext,
): Promise<PreviewedPage | null> {
  const snapshot = await packPage(look.snapshot);
  if (snapshot === null) return null;
  const candidates = await readers.candidates(question, look.snapshot, context);
  return { source: look.snapshot.finalUrl, snapshot, candidates, picture: await look.picture() };
}

function shownPage(page: PreviewedPage | null): ShownPage | null {
  if (page === null) return null;
  const { picture, candidates } = page;
  return { candidates, picture: picture && { width: picture.width, height: picture.height } };
}
