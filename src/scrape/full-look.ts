import type { Failure } from '@/domain/outcome';
import type { BrowserPool } from './browser-pool';
import { cheapLook, type PlainTools } from './cheap-look';
import { dumpScript, parseDump } from './dump-page';
import { snapshotFromDump } from './dump-snapshot';
import type { EgressProxy } from './egress-proxy';
import { framer } from './frame';
import { CRASH_FAILURE, DOWNLOAD_FAILURE, lateFailure, navigationFailure } from './navigation-failure';
import { failureOfError, failureOfRefusal } from './network-failure';
import { HEAVY_PATTERNS, type OpenPage, openPage } from './open-page';
import { isDocumentGone, openPageWorld, type PageWorld } from './page-world';
import type { Look, LookRequest, LookResult } from './scraper';
import { settle } from './settle';
import { settleInVirtualTime } from './virtual-time';

export interface FullLookTools {
  pool: BrowserPool;
  proxy: EgressProxy;
  deadlineMs: number;
  /** Bytes that one look may bring in over the network. */
  maxBytes: number;
  now: () => Date;
  virtualTime: boolean;
  /** Addresses that had to be looked at in real time before. */
  realTimePages: Set<string>;
  /** What the browser does not show as a page (JSON, PDF, feeds …) is read from its bytes, by the plain road. */
  plain: PlainTools;
}

const DOCUMENT_MS = 10_000;

/** The look has to be done once more: the browser died under it. */
class BrowserLost extends Error {}

/** The page does not follow a clock that runs ahead: look again in real time, in a fresh context. */
class NeedsRealTime extends Error {}

/** A failure found on the way, thrown to leave the look. */
class LookFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/**
 * Looks at a page with a browser. Ends by the deadline whatever the page does; a browser that dies in the middle is
 * replaced once. Never throws for what a site does.
 */
export async function fullLook(request: LookRequest, tools: FullLookTools): Promise<LookResult> {
  const deadlineMs = Math.min(request.deadlineMs ?? tools.deadlineMs, tools.deadlineMs);
  if (request.given && !isPage(request.given.headers['content-type'] ?? 'text/html')) {
    return readOther(request, tools, AbortSignal.timeout(deadlineMs));
  }
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
  let realTime = !tools.virtualTime || tools.realTimePages.has(request.url);
  for (let crashes = 0; crashes < 2; ) {
    try {
      return await lookOnce(request, tools, signal, realTime);
    } catch (error) {
      if (error instanceof LookFailed) return { ok: false, failure: error.failure };
      if (signal.aborted) return { ok: false, failure: lateFailure(deadlineMs) };
      if (error instanceof NeedsRealTime && !realTime) {
        realTime = true;
        if (!request.given) remember(tools.realTimePages, request.url);
      } else if (error instanceof BrowserLost) crashes += 1;
      else return { ok: false, failure: internal(error) };
    }
  }
  return { ok: false, failure: CRASH_FAILURE };
}

function remember(pages: Set<string>, url: string): void {
  if (pages.size > 1_000) pages.clear();
  pages.add(url);
}

async function lookOnce(
  request: LookRequest,
  tools: FullLookTools,
  signal: AbortSignal,
  realTime: boolean,
): Promise<LookResult> {
  const started = performance.now();
  const lease = await tools.pool.borrow(signal);
  let open: OpenPage | null = null;
  const end = async () => {
    const clean = open === null ? !signal.aborted : await open.close();
    lease.release(!clean);
  };
  try {
    open = await race(openPage(lease, tools.proxy, request, tools.maxBytes), signal);
    const world = await race(openPageWorld(open.page), signal);
    const other = await navigate(request, tools, open, world, signal);
    if (other !== null) {
      await end();
      return other;
    }
    const look = await read(request, tools, open, world, signal, { started, realTime, end });
    return { ok: true, look };
  } catch (error) {
    const failure = open === null ? null : failureOf(error, open, request.url);
    const lost = !lease.browser.isConnected() || open?.hasCrashed() === true;
    await end();
    if (failure !== null) throw new LookFailed(failure);
    throw lost && !signal.aborted ? new BrowserLost() : error;
  }
}

/** What the gate refused and what was a download explain an error better than the browser's own words. */
function failureOf(error: unknown, open: OpenPage, url: string): Failure | null {
  if (error instanceof LookFailed) return error.failure;
  if (open.hasDownload()) return DOWNLOAD_FAILURE;
  const text = error instanceof Error ? error.message : '';
  if (!/net::ERR_/.test(text)) return null;
  if (/ERR_(TUNNEL|ABORTED|FAILED|PROXY|EMPTY|CONNECTION|BLOCKED)/.test(text)) {
    const refused = open.pass.refusalOf(failedUrl(text) ?? url) ?? open.pass.refusals.at(-1);
    if (refused) return failureOfRefusal({ allowed: false, ...refused });
  }
  return navigationFailure(error);
}

/** Playwright says "net::ERR_… at https://…", with the address that failed. */
function failedUrl(message: string): string | null {
  return /net::ERR_[A-Z0-9_]+ at (\S+)/.exec(message)?.[1] ?? null;
}

/** Goes to the page. A result when it is no page but a document to be read from its bytes; null to go on. */
async function navigate(
  request: LookRequest,
  tools: FullLookTools,
  open: OpenPage,
  world: PageWorld,
  signal: AbortSignal,
): Promise<LookResult | null> {
  const { page } = open;
  await race(
    world.session.send('Network.setBlockedURLs', { urls: HEAVY_PATTERNS }).catch(() => undefined),
    signal,
  );
  try {
    await race(page.goto(request.url, { waitUntil: 'commit', timeout: 0 }), signal);
  } catch (error) {
    if (open.hasDownload() || (await becomesDownload(open, error))) return readOther(request, tools, signal);
    throw error;
  }
  checkAnswer(tools, open);
  const type = await open.mainResponse()?.headerValue('content-type');
  if (type && !isPage(type)) return readOther(request, tools, signal);
  return null;
}

/** Documents that are no pages are the same by either road. */
async function readOther(request: LookRequest, tools: FullLookTools, signal: AbortSignal): Promise<LookResult> {
  const result = await cheapLook({ ...request, signal }, tools.plain, tools.deadlineMs);
  if (result.ok) result.look.snapshot.look = 'full';
  return result;
}

/** The news of a download may come a little after the error of the navigation that it ended. */
async function becomesDownload(open: OpenPage, error: unknown): Promise<boolean> {
  if (!/ERR_ABORTED|Download is starting/.test(String(error))) return false;
  if (/Download is starting/.test(String(error))) return true;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return open.hasDownload();
}

function isPage(contentType: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

/** The gate's own answer page, or an address that is none of the web's. */
function checkAnswer(tools: FullLookTools, open: OpenPage): void {
  const response = open.mainResponse();
  const mark = response === null ? null : tools.proxy.gateMark(response.headers());
  if (mark !== null) {
    const url = response?.url() ?? '';
    const refusal = open.pass.refusalOf(url);
    if (refusal) throw new LookFailed(failureOfRefusal({ allowed: false, ...refusal }));
    const code = open.pass.failureOf(url)?.code ?? 'EHOSTUNREACH';
    throw new LookFailed(failureOfError(Object.assign(new Error(mark), { code }), new URL(url).hostname));
  }
  const now = open.page.url();
  if (!/^https?:/.test(now) && now !== 'about:blank') {
    throw new LookFailed(
      now.startsWith('chrome-error:')
        ? navigationFailure(new Error('the browser shows its error page'))
        : failureOfRefusal({
            allowed: false,
            rule: 'scheme',
            reason: 'The page leads to an address that is not http or https.',
          }),
    );
  }
}

async function read(
  request: LookRequest,
  tools: FullLookTools,
  open: OpenPage,
  world: PageWorld,
  signal: AbortSignal,
  way: { started: number; realTime: boolean; end: () => Promise<void> },
): Promise<Look> {
  const whole = await race(hasLoaded(open), signal);
  await race(settleBy(way.realTime || !whole, request, open, world, signal), signal);
  if (open.hasCrashed()) throw new BrowserLost();
  const json = await race(dump(world), signal);
  checkAnswer(tools, open);
  const drawn = parseDump(json);
  const response = open.mainResponse();
  const result = snapshotFromDump({
    requestedUrl: request.url,
    finalUrl: drawn.url,
    status: response?.status() ?? 200,
    headers: response?.headers() ?? {},
    root: drawn.root,
    title: drawn.title,
    language: drawn.language,
    html: drawn.html,
    loadedAt: tools.now().toISOString(),
    loadMs: Math.round(performance.now() - way.started),
  });
  if (!result.ok) throw new LookFailed(result.failure);
  return { snapshot: result.snapshot, frame: framer(world, result.snapshot), close: way.end };
}

/** False for a document that is still coming after so long: it is read as far as it has come. */
async function hasLoaded(open: OpenPage): Promise<boolean> {
  return open.page.waitForLoadState('domcontentloaded', { timeout: DOCUMENT_MS }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && /Timeout/.test(error.message)) return false;
      throw error;
    },
  );
}

async function settleBy(
  realTime: boolean,
  request: LookRequest,
  open: OpenPage,
  world: PageWorld,
  signal: AbortSignal,
): Promise<void> {
  const isOver = () => signal.aborted || open.hasCrashed();
  const alone = request.given !== undefined;
  const { inFlight, hasOutsideClock } = open;
  if (realTime) await settle(world, inFlight, isOver, alone);
  else if ((await settleInVirtualTime({ world, inFlight, hasOutsideClock, isOver, alone })) === 'unfit') {
    if (open.hasCrashed()) throw new BrowserLost();
    throw new NeedsRealTime();
  }
}

async function dump(world: PageWorld): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await world.evaluate<string>(dumpScript());
    } catch (error) {
      if (attempt === 5 || !isDocumentGone(error)) throw error;
    }
  }
}

function internal(error: unknown): Failure {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  return {
    outcome: 'internal',
    message: 'Something went wrong on our side. Try again later.',
    retryable: true,
    detail,
  };
}

/** The promise, unless the signal comes first. */
function race<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => undefined);
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason);
    signal.addEventListener('abort', late, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
