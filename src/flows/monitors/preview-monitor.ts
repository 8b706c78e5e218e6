import type { ReaderContext } from '@/ai/reader';
import { findMonitor } from '@/db/monitors';
import { packPage } from '@/db/preview-pages';
import type { Correction } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import { type Question, questionOf, type ReaderName, type RefusedCandidate } from '@/domain/contract/reading';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import type { Outcome } from '@/domain/outcome';
import { decide, type TriggerState } from '@/domain/trigger/decide';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import { isOfKind } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import type { Crop, Look } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { readSource, type SourceReading } from '../refresh/read-source';
import { contractOf } from './interpret-prompt';
import { keepPreview, type PreviewedPage } from './keep-preview';
import { proposeSources } from './propose-sources';

export interface PreviewRequest {
  userId: string | null;
  prompt: string;
  /** The page's address, for a prompt that names none. */
  source?: string | undefined;
  /** What the person wrote in place of what would be understood of the prompt. */
  contract?: Correction | undefined;
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

/**
 * Reads the page of a monitor as its contract says, for its owner to see what became of its value, and to point at it
 * again. Changes nothing of the monitor. Throws `not_found`, and `limited` as above.
 */
export async function previewAgain(
  deps: PreviewDeps & Pick<Deps, 'db'>,
  { userId, monitorId, signal }: { userId: string; monitorId: string; signal?: AbortSignal },
): Promise<ReadPreview> {
  const monitor = await findMonitor(deps.db, userId, monitorId);
  if (monitor === null) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
  const { prompt, interpretation } = monitor;
  const leave = await deps.previewTurns.take(userId, signal);
  try {
    const context = contextOf(deps, { userId, ...(signal ? { signal } : {}) });
    return await read(deps, {
      prompt,
      source: null,
      interpretation,
      interpretedBy: null,
      isSure: true,
      note: null,
      alternatives: [],
      monitor,
      context,
    });
  } finally {
    leave();
  }
}

function contextOf({ settings, now }: PreviewDeps, { userId, signal }: Pick<PreviewRequest, 'userId' | 'signal'>) {
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
  const { prompt, source } = request;
  const context = contextOf(deps, request);
  const { reader, ...understood } = await contractOf(deps, request, context);
  const contract = { ...understood, interpretedBy: reader };
  const { interpretation } = contract;
  if (interpretation.sources.length > 0) return read(deps, { prompt, source: source ?? null, ...contract, context });
  const proposals = await proposeSources(deps, prompt, interpretation, context);
  return {
    ...shownContract(contract),
    id: null,
    reading: null,
    page: null,
    proposals,
  };
}

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
  /** Whose page it is; its recipe is tried first. */
  monitor?: Monitor;
  context: ReaderContext;
}

async function read(deps: PreviewDeps, asked: Asked): Promise<ReadPreview> {
  const { prompt, source, interpretation, monitor, context } = asked;
  const startedAt = performance.now();
  const question = questionOf(prompt, interpretation);
  const owner = deps.db && context.userId ? { db: deps.db, userId: context.userId } : null;
  let page: PreviewedPage | null = null;
  const reading = await readSource(deps, {
    question,
    sources: interpretation.sources,
    recipe: monitor?.recipe ?? null,
    known: null,
    history: [],
    context,
    onLook: async (look) => {
      if (owner) page = await pageOf(deps, { question, isFixed: monitor !== undefined }, look, context);
    },
  });
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

/** `isFixed`: the contract is a monitor's, so that nothing of another kind can be chosen. */
async function pageOf(
  { readers }: PreviewDeps,
  { question, isFixed }: { question: Question; isFixed: boolean },
  look: Look,
  context: ReaderContext,
): Promise<PreviewedPage | null> {
  const snapshot = await packPage(look.snapshot);
  if (snapshot === null) return null;
  const offered = await readers.candidates(question, look.snapshot, context);
  const candidates = offered
    .filter(({ value }) => !isFixed || isOfKind(value, question))
    .map((one, at) => ({ ...one, number: at + 1 }));
  return { source: look.snapshot.finalUrl, snapshot, candidates, picture: await look.picture() };
}

function shownPage(page: PreviewedPage | null): ShownPage | null {
  if (page === null) return null;
  const { picture, candidates } = page;
  return { candidates, picture: picture && { width: picture.width, height: picture.height } };
}

/** A trigger's memory before anything was read. */
const FRESH: TriggerState = { armed: true, baseline: null, currentValue: null };

/** What a reading would mean for a monitor that begins with it, or goes on with it from its state. */
export function previewed(
  { prompt, interpretation }: Pick<Monitor, 'prompt' | 'interpretation'>,
  reading: SourceReading,
  { armed, baseline, currentValue }: TriggerState = FRESH,
): PreviewedReading {
  const { result, source, crop } = reading;
  const state = { armed, baseline, currentValue };
  const { trigger, property } = interpretation;
  const decision = decide({ trigger, prompt, property, state, result });
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
