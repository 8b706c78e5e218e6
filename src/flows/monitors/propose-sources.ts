import { z } from 'zod';
import type { ReaderContext } from '@/ai/reader';
import type { Interpretation } from '@/domain/contract/interpretation';
import { SourceProposal } from '@/domain/contract/source-proposal';
import type { Scraper } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { openDataFor } from './open-data';

const MOST = 5;
const FETCH_MS = 8_000;

type ProposeDeps = Pick<Deps, 'scraper' | 'searchScraper' | 'readers'> & {
  settings: Pick<Deps['settings'], 'searchUrl'>;
};

/**
 * Where the fact of a prompt that names no page may be read: open data first, then the search endpoint of the settings,
 * then a reader's web search. Every address passes the gate, for search and proposals alike. Empty where nothing is
 * found: then the form asks for the address. Never throws for what a service does.
 */
export async function proposeSources(
  deps: ProposeDeps,
  prompt: string,
  interpretation: Interpretation,
  context: ReaderContext,
): Promise<SourceProposal[]> {
  const fetchJson = (url: string) => jsonAt(deps.scraper, url, context.signal);
  const askSearch = (url: string) => jsonAt(deps.searchScraper ?? deps.scraper, url, context.signal);
  const ways = [
    () => openDataFor({ ...interpretation, prompt }, fetchJson),
    () => searched(deps.settings.searchUrl, searchWords(interpretation), askSearch),
    () => deps.readers.proposeSources?.(searchWords(interpretation), context) ?? Promise.resolve([]),
  ];
  for (const way of ways) {
    const allowed = await admitted(deps, await way());
    if (allowed.length > 0) return allowed;
  }
  return [];
}

/** What is searched for: the fact without its threshold. */
function searchWords({ fact, item }: Interpretation): string {
  return (item !== null && !fact.includes(item) ? `${item} ${fact}` : fact).slice(0, 200);
}

async function jsonAt(scraper: Scraper, url: string, signal?: AbortSignal): Promise<unknown> {
  const looked = await scraper.look({ url, look: 'cheap', deadlineMs: FETCH_MS, ...(signal ? { signal } : {}) });
  if (!looked.ok) return null;
  const { structured } = looked.look.snapshot;
  await looked.look.close();
  return structured.find(({ syntax }) => syntax === 'json')?.data ?? null;
}

/** SearXNG's answer with `format=json`. */
const Found = z.object({ results: z.array(z.object({ url: z.string(), title: z.string() })) });

async function searched(
  searchUrl: string | undefined,
  words: string,
  fetchJson: (url: string) => Promise<unknown>,
): Promise<SourceProposal[]> {
  if (searchUrl === undefined) return [];
  const url = new URL(searchUrl);
  if (!url.pathname.endsWith('/search')) url.pathname = `${url.pathname.replace(/\/$/, '')}/search`;
  url.searchParams.set('q', words);
  url.searchParams.set('format', 'json');
  const found = Found.safeParse(await fetchJson(url.href));
  return (found.data?.results ?? []).map((result) => ({
    url: result.url,
    title: result.title.trim().slice(0, 200) || result.url.slice(0, 200),
    attribution: `Found by ${url.host}`,
  }));
}

/** The proposals that may be read, each address once. */
async function admitted({ scraper }: ProposeDeps, proposals: SourceProposal[]): Promise<SourceProposal[]> {
  const sound = proposals.flatMap((proposal) => SourceProposal.safeParse(proposal).data ?? []);
  const once = [...new Map(sound.map((proposal) => [proposal.url, proposal])).values()].slice(0, MOST * 2);
  const failures = await Promise.all(once.map(({ url }) => scraper.check(url)));
  return once.filter((_proposal, at) => failures[at] === null).slice(0, MOST);
}
