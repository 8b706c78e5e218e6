import type { ReaderContext, Readers } from '@/ai/reader';
import type { Interpretation } from '@/domain/contract/interpretation';
import { addressesIn } from '@/domain/contract/page-address';
import type { PointCandidate } from '@/domain/contract/pointing';
import { questionOf } from '@/domain/contract/reading';
import { DomainError } from '@/domain/errors';
import { isForPerson } from '@/domain/outcome';
import { sampleAddress } from '@/domain/sample-address';
import type { Snapshot } from '@/domain/snapshot';
import { triggerSentence } from '@/domain/trigger/trigger-sentence';
import type { PagePicture, Scraper } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { readSource } from '../refresh/read-source';
import { interpretPrompt } from './interpret-prompt';
import { previewContext } from './preview-monitor';
import { type PreviewedReading, previewed } from './previewed-reading';
import { contractOfValue, cropOf } from './read-pointed';

export interface TryRequest {
  prompt: string;
  /** The sample page's address. */
  source: string;
  signal?: AbortSignal;
}

/** A sentence as it was understood, and what the page says now. */
export interface Tried {
  triggerCondition: string;
  reading: PreviewedReading;
  /** Where nobody can be sure: what may be meant, the likeliest first, each as it would be read. */
  choices: TriedChoice[];
}

export type TriedChoice = Pick<PointCandidate, 'quote' | 'label'> & Pick<Tried, 'triggerCondition' | 'reading'>;

type TryDeps = Pick<Deps, 'scraper' | 'now' | 'settings' | 'visitors'>;

/** Whose previews these are, to the browser's places: those of checks stay free. */
const VISITOR = 'visitor';
const MOST_CHOICES = 5;

/**
 * The preview of a page of the sample shop for somebody without an account: our own reader alone, nothing kept, one
 * line for all. Throws `not_found` where there is no sample shop, `invalid` / `not_a_sample` for every other address,
 * `limited` / `previews_busy`, and for a sentence that nobody understands what a preview throws.
 */
export async function trySample(deps: TryDeps, { prompt, source, signal }: TryRequest): Promise<Tried> {
  const { visitors } = deps;
  if (visitors === undefined) throw new DomainError('not_found', 'no_samples', 'There is no sample shop here.');
  const { origin, readers, turns } = visitors;
  const page = sampleAddress(source, origin);
  const isElsewhere = addressesIn(prompt).some((address) => sampleAddress(address, origin) !== page);
  if (page === null || isElsewhere) throw notASample();
  const leave = await turns.take(VISITOR, signal);
  try {
    const scraper = onlySamples(deps.scraper, origin);
    return await read({ readers, scraper }, { prompt, page, context: previewContext(deps, { userId: null, signal }) });
  } finally {
    leave();
  }
}

interface Asked {
  prompt: string;
  page: string;
  context: ReaderContext;
}

type ReadDeps = Pick<Deps, 'readers' | 'scraper'>;

async function read(deps: ReadDeps, { prompt, page, context }: Asked): Promise<Tried> {
  const understood = await interpretPrompt(deps, prompt, page, context);
  const interpretation = { ...understood.interpretation, sources: [page] };
  const asked = { prompt, interpretation };
  let seen: SeenPage | null = null;
  const reading = await readSource(deps, {
    question: questionOf(prompt, interpretation),
    sources: [page],
    recipe: null,
    known: null,
    history: [],
    context,
    onLook: async (look) => {
      seen = { snapshot: look.snapshot, picture: await look.picture() };
    },
  });
  return {
    triggerCondition: triggerSentence(interpretation),
    reading: previewed(asked, reading),
    choices: isForPerson(reading.result.outcome) ? await choicesOn(deps.readers, asked, seen, context) : [],
  };
}

interface SeenPage {
  snapshot: Snapshot;
  picture: PagePicture | null;
}

type AskedContract = { prompt: string; interpretation: Interpretation };

async function choicesOn(
  readers: Readers,
  asked: AskedContract,
  seen: SeenPage | null,
  context: ReaderContext,
): Promise<TriedChoice[]> {
  if (seen === null) return [];
  const question = questionOf(asked.prompt, asked.interpretation);
  const candidates = await readers.candidates(question, seen.snapshot, context);
  const choices: TriedChoice[] = [];
  for (const candidate of candidates) {
    if (choices.length === MOST_CHOICES) break;
    const choice = await choiceOf(readers, asked, { candidate, seen, context });
    if (choice) choices.push(choice);
  }
  return choices;
}

/** What the page says where the candidate stands, as if the person had pointed at it; null where that is nothing. */
async function choiceOf(
  readers: Readers,
  asked: AskedContract,
  { candidate, seen, context }: { candidate: PointCandidate; seen: SeenPage; context: ReaderContext },
): Promise<TriedChoice | null> {
  const { quote, label, value, span } = candidate;
  const { prompt } = asked;
  const contract = await contractOfValue(readers, asked, value, context);
  const result = await readers.readPointed(questionOf(prompt, contract), seen.snapshot, span, context);
  if (!('evidence' in result)) return null;
  const crop = await cropOf(seen.picture?.bytes ?? null, seen.snapshot, result.evidence);
  const [source = ''] = contract.sources;
  const reading = previewed(
    { prompt, interpretation: contract },
    { result, source, look: 'full', crop, confirmed: true },
  );
  return { quote, label, triggerCondition: triggerSentence(contract), reading };
}

/** Whatever a sentence is understood to name, nothing but a sample page is looked at. */
function onlySamples(scraper: Scraper, origin: string): Scraper {
  return {
    check: (url) => scraper.check(url),
    look: async (request) => {
      if (sampleAddress(request.url, origin) !== request.url) throw notASample();
      return scraper.look({ ...request, previewOf: VISITOR });
    },
    close: () => scraper.close(),
  };
}

function notASample(): DomainError {
  const message = 'Here only the sample shop is read. With an account you can have any public page read.';
  return new DomainError('invalid', 'not_a_sample', message, { fields: { source: [message] } });
}
