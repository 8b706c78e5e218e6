import { claimTrials, finishTrials } from '@/db/source-trials';
import type { SourceTrial } from '@/domain/source-trials';
import type { HouseScraper } from '@/scrape/create-scraper';
import type { LookRequest, Scraper } from '@/scrape/scraper';
import type { Deps } from '../deps';
import { OPEN_DATA } from '../monitors/open-data';
import { noteLooks, recordLooks } from '../refresh/note-looks';

export type TrialDeps = Pick<Deps, 'db' | 'now' | 'log'> & {
  scraper: Pick<HouseScraper, 'look' | 'check' | 'close' | 'tryProxies'>;
  /** Aborted when this process ends: what is broken off by that is nobody's fault. */
  closing: AbortSignal;
};

/** All of it together; another process may take it over when the lease is out. */
const LEASE_MS = 5 * 60_000;
const ALL_MS = 3 * 60_000;
const OPEN_DATA_MS = 15_000;
const BROWSER_MS = 20_000;

/** A page of our own that the browser is given, so that it is tried without anybody's. */
export const OWN_PAGE = {
  url: 'https://trial.invalid/',
  look: 'full',
  given: {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><html lang="en"><title>Trial</title><main><p>The browser works.</p></main></html>',
  },
} as const;

/**
 * Tries the ways to sources, once a UTC day however many processes come for it: the open data that we propose, each
 * proxy, the browser. Never a page of somebody's monitor. What came of it stands in the database, for the health of the
 * system and for admins. Returns how many were tried; 0 where that is done or somebody else does it.
 */
export async function trySources(deps: TrialDeps, openData = OPEN_DATA): Promise<number> {
  const claim = await claimTrials(deps.db, deps.now(), LEASE_MS);
  if (claim === null) return 0;
  const signal = AbortSignal.any([deps.closing, AbortSignal.timeout(ALL_MS)]);
  const { scraper, looks } = noteLooks(deps);
  const trials: SourceTrial[] = [
    ...(await tryBrowser(deps.scraper, signal)),
    ...(await tryOpenData(scraper, openData, signal)),
    ...(await tryProxies(deps, openData, signal)),
  ];
  if (deps.closing.aborted) return 0;
  await recordLooks(deps, looks);
  if (!(await finishTrials(deps.db, claim, { at: deps.now(), trials }))) return 0;
  for (const { part, name, fault, tookMs } of trials)
    if (fault !== null) deps.log.warn({ part, name, fault, durationMs: tookMs }, 'a way to sources does not work');
  return trials.length;
}

async function tryBrowser(scraper: Pick<Scraper, 'look'>, signal: AbortSignal): Promise<SourceTrial[]> {
  const tried = await tryLook(scraper, { ...OWN_PAGE, deadlineMs: BROWSER_MS, signal });
  return tried === null ? [] : [{ part: 'browser', name: 'browser', ...tried }];
}

/** One after the other: two of them are one company's. */
async function tryOpenData(
  scraper: Pick<Scraper, 'look'>,
  openData: typeof OPEN_DATA,
  signal: AbortSignal,
): Promise<SourceTrial[]> {
  const trials: SourceTrial[] = [];
  for (const { name, url } of openData) {
    const request = { url, look: 'cheap', deadlineMs: OPEN_DATA_MS, signal } as const;
    const tried = await tryLook(scraper, request);
    if (tried !== null) trials.push({ part: 'open_data', name, ...tried });
  }
  return trials;
}

/** Each by an address of the open data, another one where that brings nothing. */
async function tryProxies(
  { scraper }: Pick<TrialDeps, 'scraper'>,
  openData: typeof OPEN_DATA,
  signal: AbortSignal,
): Promise<SourceTrial[]> {
  const hosts = new Map(openData.map(({ url }) => [new URL(url).hostname, url]));
  const tried = await scraper.tryProxies([...hosts.values()].slice(0, 2), signal);
  return tried.map(({ proxy: name, fault, tookMs }) => ({ part: 'proxy', name, fault, tookMs }));
}

/** Null where the time of all is over: what was not tried to its end tells nothing. */
async function tryLook(
  scraper: Pick<Scraper, 'look'>,
  request: LookRequest & { signal: AbortSignal },
): Promise<Pick<SourceTrial, 'fault' | 'tookMs'> | null> {
  if (request.signal.aborted) return null;
  const since = performance.now();
  const fault = await faultOf(scraper, request);
  if (request.signal.aborted) return null;
  return { fault, tookMs: Math.round(performance.now() - since) };
}

async function faultOf(scraper: Pick<Scraper, 'look'>, request: LookRequest): Promise<string | null> {
  const looked = await scraper.look(request);
  if (!looked.ok) return looked.failure.message;
  const { text } = looked.look.snapshot;
  await looked.look.close();
  return text.trim() === '' ? 'It came back empty.' : null;
}
