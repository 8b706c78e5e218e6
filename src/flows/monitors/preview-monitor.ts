import type { ReaderContext } from '@/ai/reader';
import { packPage } from '@/db/preview-pages';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import type { Question, ReaderName, RefusedCandidate } from '@/domain/contract/reading';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import type { Outcome } from '@/domain/outcome';
import { decide } from '@/domain/trigger/decide';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import type { FactValue } from '@/domain/value/value';
import type { Crop, Look } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { questionOf, readSource, type SourceReading } from '../refresh/read-source';
import { interpretPrompt } from './interpret-prompt';
import { keepPreview, type PreviewedPage } from './keep-preview';
import { proposeSources } from './propose-sources';

export interface PreviewRequest {
  userId: string | null;
  prompt: string;
  /** The page's address, for a prompt that names none. */
  source?: string | undefined;
  signal?: AbortSignal;
}

/** What the page says now, and what it would mean. */
export interface PreviewedReading {
  outcome: Outcome;
  value: FactValue | null;
  quote: string | null;
  source: string;
  crop: Crop | null;
  refused: RefusedCandidate[];
  /** Two or more that could be meant: the person chooses by naming it. */
  candidates: RefusedCandidate[];
  reader: ReaderName | null;
  conditionMet: boolean | null;
  /** True where the condition holds already: the person picks whether to be told now. */
  wouldFire: boolean;
  /** Why, or why not. */
  sentence: string;
  /** Where it failed: what happened and what to do next. */
  message: string | null;
}

export interface Preview {
  /** Under which what was read is kept, for a monitor that is saved from it; null where nothing was. */
  id: string | null;
  interpretation: Interpretation;
  triggerCondition: string;
  interpretedBy: ReaderName;
  /** Null where no page is named yet: the form asks for its address. */
  reading: PreviewedReading | null;
  /** Null where no page was read, or nobody is there to point at it. */
  page: ShownPage | null;
  /** Where the fact may be read, where the prompt names no page; best first. */
  proposals: SourceProposal[];
}

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

async function preview(deps: PreviewDeps, { userId, prompt, source, signal }: PreviewRequest): Promise<Preview> {
  const deadline = AbortSignal.timeout(deps.settings.evaluationDeadlineMs);
  const context = {
    userId,
    monitorId: null,
    evaluationId: null,
    now: deps.now(),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  };
  const { interpretation, reader } = await interpretPrompt(deps, prompt, source, context);
  const contract = { interpretation, triggerCondition: triggerSentence(interpretation), interpretedBy: reader };
  if (interpretation.sources.length === 0) {
    return {
      ...contract,
      id: null,
      reading: null,
      page: null,
      proposals: await proposeSources(deps, prompt, interpretation, context),
    };
  }
  const startedAt = performance.now();
  const question = questionOf(prompt, interpretation);
  const owner = deps.db && userId ? { db: deps.db, userId } : null;
  let page: PreviewedPage | null = null;
  const reading = await readSource(deps, {
    question,
    sources: interpretation.sources,
    recipe: null,
    known: null,
    history: [],
    context,
    onLook: async (look) => {
      if (owner) page = await pageOf(deps, question, look, context);
    },
  });
  const tookMs = Math.round(performance.now() - startedAt);
  const kept = { prompt, source: source ?? null, interpretation, reading, tookMs, page };
  const id = owner && (await keepPreview({ db: owner.db, now: deps.now }, { ...kept, userId: owner.userId }));
  return { ...contract, id, reading: previewed(prompt, interpretation, reading), page: shownPage(page), proposals: [] };
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

/** What a reading would mean for a monitor that begins with it. */
export function previewed(prompt: string, interpretation: Interpretation, reading: SourceReading): PreviewedReading {
  const { result, source, crop } = reading;
  const state = { armed: true, baseline: null, currentValue: null };
  const { property } = interpretation;
  const decision = decide({ trigger: interpretation.trigger, prompt, property, state, result });
  return {
    outcome: result.outcome,
    value: result.outcome === 'value' ? result.value : null,
    quote: 'evidence' in result ? result.evidence.quote : null,
    source,
    crop,
    refused: result.refused,
    candidates: 'candidates' in result ? result.candidates : [],
    reader: result.reader,
    conditionMet: decision.conditionMet,
    wouldFire: decision.alert,
    sentence: decision.sentence,
    message: 'message' in result ? result.message : null,
  };
}
