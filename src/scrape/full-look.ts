import type { Failure } from '@/domain/outcome';
import { openClosedShadows } from './closed-shadows';
import { rejectConsent, showsConsent } from './consent';
import { dumpScript, parseDump } from './dump-page';
import { snapshotFromDump } from './dump-snapshot';
import { framer } from './frame';
import { checkAnswer, failureOf, isPage, navigate, readOther } from './load-page';
import { BrowserLost, LookFailed, NeedsRealTime, race, wholeMs } from './look-end';
import type { FullLookTools } from './look-tools';
import { CRASH_FAILURE, lateFailure } from './navigation-failure';
import type { OpenPage } from './open-page';
import { isDocumentGone, type PageWorld } from './page-world';
import { fetchForRemote, openRemoteRoad } from './remote-road';
import type { Look, LookRequest, LookResult } from './scraper';
import { settle } from './settle';
import { settleInVirtualTime } from './virtual-time';

const DOCUMENT_MS = 10_000;

/**
 * Looks at a page with a browser. Ends by the deadline whatever the page does; a browser that dies in the middle is
 * replaced once. Never throws for what a site does.
 */
export async function fullLook(request: LookRequest, tools: FullLookTools): Promise<LookResult> {
  const deadlineMs = wholeMs(request.deadlineMs ?? tools.deadlineMs, tools.deadlineMs);
  if (isOtherDocument(request)) return readOther(request, tools, AbortSignal.timeout(deadlineMs));
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

/** A document that is at hand and is no page: no browser is needed. */
function isOtherDocument({ given }: LookRequest): boolean {
  return given !== undefined && !isPage(given.headers['content-type'] ?? 'text/html');
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
  const options = { maxBytes: tools.maxBytes, upstream: tools.upstream ?? null };
  let open: OpenPage | null = null;
  const end = async () => {
    const clean = open === null ? !signal.aborted : await open.close();
    lease.release(!clean);
  };
  try {
    const asked = lease.remote && !request.given ? await fetchForRemote(request, tools.plain, signal) : request;
    if (isOtherDocument(asked)) {
      lease.release();
      return readOther({ ...asked, url: request.url }, tools, signal);
    }
    open = await race(tools.stock.take(lease, asked, options), signal);
    const { world } = open;
    if (asked !== request) await openRemoteRoad(open.context, asked, tools.plain, signal);
    const other = await navigate(asked, tools, open, signal);
    if (other !== null) {
      await end();
      return other;
    }
    tools.stock.refill(lease, request, options);
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
  await race(openClosedShadows(world), signal).catch((error: unknown) => {
    // What cannot be found out is left closed.
    if (signal.aborted) throw error;
  });
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
    isWhole: !drawn.truncated,
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
  const how = realTime
    ? await settle(world, inFlight, isOver, alone)
    : await settleInVirtualTime({ world, inFlight, hasOutsideClock, isOver, alone });
  if (open.hasCrashed()) throw new BrowserLost();
  if (how === 'unfit') throw new NeedsRealTime();
  // Without scripts a banner's buttons do nothing.
  if (how === 'static' || isOver()) return;
  const asked = await showsConsent(world).catch(() => false);
  if (asked && (await rejectConsent(world, !realTime).catch(() => false)) && realTime) {
    await settle(world, inFlight, isOver, alone);
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
