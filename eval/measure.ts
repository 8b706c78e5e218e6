import type { Deps } from '@/flows/deps';
import type { Scraper } from '@/scrape/scraper';
import { CORPUS_NOW, readCorpus } from './corpus';
import { measureLabelled, measurePairs, measurePointed } from './measure-labelled';
import { measurePages, type Times } from './measure-pages';
import { measurePrompts } from './measure-prompts';

/** What was measured of one reader. Shares are 0 to 1. */
export interface Figures {
  reader: string;
  prompts: number;
  type: number;
  factType: number;
  trigger: number;
  interpretation: number;
  /** All three, in the language in which that share is least. */
  weakestLanguage: number;
  /** Prompts whose language was told, likewise. */
  language: number;
  pages: number;
  reading: number;
  /** Given and right, or asked with the right value among the first five. */
  offered: number;
  /** Of the values given without asking. */
  wrongOfGiven: number;
  evidence: number;
  /** Values told on pages that only show an error, a wall or nothing. */
  invented: number;
  pairs: number;
  falseAlerts: number;
  missedAlerts: number;
  precision: number;
  recall: number;
  /** Alerts that are due, of monitors whose value a person pointed at, and alerts of them that are not. */
  pointedRecall: number;
  pointedFalseAlerts: number;
  recipeHits: number;
  /** Reading by itself, with the labelled interpretation instead of the reader's. */
  labelledReading: number;
  labelledAlerts: number;
  labelledRecipeHits: number;
  /** False alerts and invented values. */
  labelledFalsehoods: number;
  tokensPerRefresh: number;
  /** Parsing and reading a page in code, or asking the model. */
  read: Times;
  fullLook: Times | null;
  wrong: string[];
}

type CorpusDeps = Pick<Deps, 'scraper' | 'readers'> & { tokens: () => number };

/** Prompts, pages, noisy rechecks and pairs of our corpus through the code of preview and refresh, with cheap looks. */
export async function measureCorpus(reader: string, given: CorpusDeps): Promise<Figures> {
  const corpus = readCorpus();
  const watched = cheapLooks(given.scraper);
  const deps = { ...given, scraper: watched.scraper, now: () => CORPUS_NOW };
  const prompts = await measurePrompts(deps, corpus);
  const pages = await measurePages(deps, corpus, watched.lastText);
  const pairs = await measurePairs(deps, corpus);
  const pointed = await measurePointed(deps, corpus);
  const labelled = await measureLabelled(deps, corpus, watched.lastText);
  const wrong = [prompts, pages, pairs, pointed, labelled].flatMap((part) => part.wrong);
  return { reader, ...prompts, ...pages, ...pairs, ...pointed, ...labelled, fullLook: null, wrong };
}

/** No browser: what is measured is understanding and reading. Keeps the text that was read, to look quotes up in it. */
function cheapLooks(scraper: Scraper) {
  let text = '';
  const look: Scraper['look'] = async (request) => {
    const looked = await scraper.look({ ...request, look: 'cheap' });
    text = looked.ok ? looked.look.snapshot.text : '';
    return looked;
  };
  return { scraper: { ...scraper, look }, lastText: () => text };
}
