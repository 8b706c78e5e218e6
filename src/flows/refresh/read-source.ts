import type { ReaderContext } from '@/ai/reader';
import { type Shown, shownBy } from '@/domain/contract/considered';
import { afterErrors, type Question, type ReadResult, type Recipe } from '@/domain/contract/reading';
import { isFailure } from '@/domain/outcome';
import type { Snapshot, Span } from '@/domain/snapshot';
import { equalValues } from '@/domain/value/fact-value';
import { isAnotherList, isMisread, isSuspicious } from '@/domain/value/plausibility';
import type { FactValue } from '@/domain/value/value';
import type { Crop, Look, LookRequest, LookResult } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { tracedReading } from './traced-reading';

type ReadDeps = Pick<Deps, 'scraper' | 'readers'>;

export interface SourceQuestion {
  question: Question;
  /** Tried in order; the next one only when a source itself fails. At least one. */
  sources: string[];
  recipe: Recipe | null;
  /** The present value: a cheap look that finds it again is enough. Null asks for a full look. */
  known: FactValue | null;
  /** What the monitor has shown lately, newest first: a jump out of it is read twice. */
  history: FactValue[];
  context: ReaderContext;
  /** Told before each part begins. */
  onPhase?: (phase: 'loading' | 'reading') => Promise<void>;
  /** Shown each full look of a source after it was read, while its page is open. */
  onLook?: (look: Look) => Promise<void>;
}

/** What came of the sources, with what is needed to store and show it. */
export interface SourceReading {
  result: ReadResult;
  /** The address that was read, or the first one where none could be. */
  source: string;
  look: 'full' | 'cheap' | null;
  crop: Crop | null;
  /** Of a check that read nothing: what stood on the page instead. */
  shown?: { page: Shown; crop: Crop | null };
  /** True where a second, independent load and reading agreed. */
  confirmed: boolean;
}

/** Failures of a source, after which an alternative source may still have the fact. */
const TRY_NEXT = new Set(['unavailable', 'not_found', 'blocked', 'login_required', 'empty']);

/**
 * Loads the source and reads the fact: steps 4 and 5 of a refresh, the same for preview, refresh and command line.
 * Never throws for what a site or a reader does; that is an outcome.
 */
export async function readSource(untraced: ReadDeps, request: SourceQuestion): Promise<SourceReading> {
  const deps = tracedReading(untraced);
  let reading: SourceReading | null = null;
  const errors: string[] = [];
  for (const source of request.sources) {
    reading = (await lookCheaply(deps, request, source)) ?? (await lookFully(deps, request, source));
    const { result } = reading;
    if (!TRY_NEXT.has(result.outcome)) return { ...reading, result: afterErrors(result, errors) };
    if ('message' in result) errors.push(`${reading.source} could not be read: ${result.message}`);
  }
  return reading ?? { ...failed('url_refused', 'The monitor names no page to read.'), source: '' };
}

/** Enough where the recipe is known to work without a browser and finds the same value as before; else null. */
async function lookCheaply(deps: ReadDeps, request: SourceQuestion, source: string): Promise<SourceReading | null> {
  const { recipe, known, question, context } = request;
  if (!recipe?.worksOnCheapLook || known === null) return null;
  await request.onPhase?.('loading');
  const looked = await deps.scraper.look(lookAt(source, 'cheap', context));
  return withLook(looked, async (look) => {
    const result = await deps.readers.readByRecipe(question, look.snapshot, recipe, context);
    const same = result?.outcome === 'value' && equalValues(result.value, known);
    return same ? { result, source: look.snapshot.finalUrl, look: 'cheap', crop: null, confirmed: true } : null;
  });
}

async function lookFully(deps: ReadDeps, request: SourceQuestion, source: string): Promise<SourceReading> {
  const { question, context } = request;
  await request.onPhase?.('loading');
  const looked = await deps.scraper.look(lookAt(source, 'full', context));
  if (!looked.ok) return { ...failed(looked.failure.outcome, looked.failure.message), source };
  const reading = await withLook(looked, async (look): Promise<SourceReading> => {
    await request.onPhase?.('reading');
    const result = await deps.readers.read(question, look.snapshot, request.recipe, context);
    const crop = 'evidence' in result ? await look.frame(result.evidence.span) : null;
    await request.onLook?.(look);
    const read = { result, source: look.snapshot.finalUrl, look: 'full', crop, confirmed: false } as const;
    return 'evidence' in result || context.evaluationId === null ? read : { ...read, shown: await showPage(look) };
  });
  if (reading === null) return { ...failed('internal', 'The page was closed before it was read.'), source };
  return learnCheapLook(deps, request, source, await confirmIfSuspicious(deps, request, source, reading));
}

/** What its person is shown of a page on which nothing was read: where it begins, with its heading framed. */
async function showPage({ snapshot, frame }: Look): Promise<NonNullable<SourceReading['shown']>> {
  const heading = snapshot.nodes.find(({ tag, start, end }) => tag === 'h1' && end > start) ?? firstLine(snapshot);
  return { page: shownBy(snapshot), crop: heading && (await frame(heading)) };
}

function firstLine({ text }: Snapshot): Span | null {
  const end = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
  return end > 0 ? { start: 0, end: Math.min(end, LONGEST_FRAMED) } : null;
}

const LONGEST_FRAMED = 120;

/** A value that does not fit the monitor's past counts only if a second load and another way of reading agree. */
async function confirmIfSuspicious(
  deps: ReadDeps,
  request: SourceQuestion,
  source: string,
  reading: SourceReading,
): Promise<SourceReading> {
  const first = reading.result;
  if (first.outcome !== 'value') return reading;
  const [last] = request.history;
  if (request.recipe !== null && first.reader !== 'recipe' && isAnotherList(first.value, last)) {
    return unconfirmed(reading, first, 'none of the entries that were known is in it, and the list itself is gone');
  }
  const suspicion = isSuspicious(first.value, request.history);
  if (suspicion === null) return reading;
  const given = { ...first, isMisread: isMisread(first.value, last) };
  await request.onPhase?.('loading');
  const looked = await deps.scraper.look(lookAt(source, 'full', request.context));
  const second = await withLook(looked, (look) =>
    deps.readers.readIndependently(request.question, look.snapshot, given, request.context),
  );
  if (second?.outcome === 'value' && equalValues(second.value, first.value))
    return { ...reading, result: afterErrors(first, second.errors ?? []), confirmed: true };
  return unconfirmed(reading, first, `${suspicion}, and a second reading did not confirm it`);
}

function unconfirmed(
  reading: SourceReading,
  { evidence, value, refused, reader, cut }: ReadResult & { outcome: 'value' },
  reason: string,
): SourceReading {
  const message = `The page seems to say “${evidence.quote}”, but ${reason}.`;
  return {
    ...reading,
    crop: null,
    result: {
      outcome: 'unverified',
      message,
      refused: [...refused, { quote: evidence.quote, value, reason }],
      candidates: [],
      reader,
      ...(cut && { cut }),
    },
  };
}

/**
 * Finds out once per recipe whether plain HTTP shows the same value, so that the next refresh can do without a browser.
 */
async function learnCheapLook(
  deps: ReadDeps,
  request: SourceQuestion,
  source: string,
  reading: SourceReading,
): Promise<SourceReading> {
  const { result } = reading;
  if (result.outcome !== 'value' || result.recipe === null || result.reader === 'recipe') return reading;
  const { recipe, value } = result;
  const looked = await deps.scraper.look(lookAt(source, 'cheap', request.context));
  const plain = await withLook(looked, (look) =>
    deps.readers.readByRecipe(request.question, look.snapshot, recipe, request.context),
  );
  const worksOnCheapLook = plain?.outcome === 'value' && equalValues(plain.value, value);
  return { ...reading, result: { ...result, recipe: { ...recipe, worksOnCheapLook } } };
}

/** What is read for a person without an evaluation is a preview, and leaves places to checks. */
function lookAt(url: string, look: LookRequest['look'], context: ReaderContext): LookRequest {
  const { signal, userId, evaluationId } = context;
  return {
    url,
    look,
    ...(signal ? { signal } : {}),
    ...(evaluationId === null && userId !== null ? { previewOf: userId } : {}),
  };
}

/** Whoever opens a look closes it. Null where there is no look. */
async function withLook<Result>(looked: LookResult, use: (look: Look) => Promise<Result>): Promise<Result | null> {
  if (!looked.ok) return null;
  try {
    return await use(looked.look);
  } finally {
    await looked.look.close();
  }
}

function failed(outcome: ReadResult['outcome'], message: string): Omit<SourceReading, 'source'> {
  if (!isFailure(outcome)) throw new Error(`${outcome} is not a failure`);
  const result: ReadResult = { outcome, message, refused: [], candidates: [], reader: null };
  return { result, look: null, crop: null, confirmed: false };
}
