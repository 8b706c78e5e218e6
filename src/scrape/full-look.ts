import type { Failure } from '@/domain/outcome';
import type { Lease } from './browser/browser-pool';
import { openClosedShadows } from './browser/closed-shadows';
import { rejectConsent, showsConsent } from './browser/consent';
import { dumpScript } from './browser/dump-page';
import { framer, picturer } from './browser/frame';
import { checkAnswer, failureOf, isPage, navigate, readOther } from './browser/load-page';
import { BrowserLost, LookFailed, NeedsRealTime, race } from './browser/look-end';
import type { FullLookTools } from './browser/look-tools';
import { CALLED_OFF_FAILURE, CRASH_FAILURE, lateFailure } from './browser/navigation-failure';
import type { OpenPage } from './browser/open-page';
import { isDocumentGone, type PageWorld } from './browser/page-world';
import { fetchForInterception, interceptRequests } from './browser/request-interception';
import { settle } from './browser/settle';
import { settleInVirtualTime } from './browser/virtual-time';
import { failureOfBusy } from './egress/network-failure';
import type { Look, LookRequest, LookResult } from './scraper';

const DOCUMENT_MS = 10_000;
/** Nobody waits longer in front of a page for one to be begun. */
const PLACE_MS = 60_000;

/**
 * Looks at a page with a browser. Ends by the deadline whatever the page does; a browser that dies in the middle is
 * replaced once. Never throws for what a site does.
 */
export async function fullLook(request: LookRequest, tools: FullLookTools): Promise<LookResult> {
  const { clock } = tools;
  if (isOtherDocument(request)) return readOther(request, tools);
  let realTime = !tools.virtualTime || tools.realTimePages.has(request.url);
  for (let crashes = 0; crashes < 2; ) {
    try {
      return await lookOnce(request, tools, realTime);
    } catch (error) {
      if (error instanceof LookFailed) return { ok: false, failure: error.failure };
      if (clock.isSpent()) return { ok: false, failure: lateFailure(clock.limitMs) };
      if (clock.signal.aborted) return { ok: false, failure: CALLED_OFF_FAILURE };
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

/** Waits for a place while the look's clock stands still. */
async function borrow({ previewOf }: LookRequest, { pool, clock }: FullLookTools): Promise<Lease> {
  clock.stop();
  const late = AbortSignal.timeout(PLACE_MS);
  try {
    return await pool.borrow(AbortSignal.any([late, clock.signal]), previewOf ?? null);
  } catch (error) {
    throw late.aborted && !clock.signal.aborted ? new LookFailed(failureOfBusy()) : error;
  } finally {
    clock.run();
  }
}

async function lookOnce(request: LookRequest, tools: FullLookTools, realTime: boolean): Promise<LookResult> {
  const { clock } = tools;
  const { signal } = clock;
  const lease = await borrow(request, tools);
  const started = performance.now();
  const options = { maxBytes: tools.maxBytes, upstream: tools.upstream ?? null };
  let opening: Promise<OpenPage> | null = null;
  let open: OpenPage | null = null;
  const end = async () => {
    // A browser that opens no page in time is broken; one whose page nobody wants any more is not.
    const clean = open === null ? opening === null || !clock.isSpent() : await open.close();
    if (open === null) opening?.then((page) => page.close()).catch(() => undefined);
    lease.release(!clean);
  };
  try {
    await tools.enterHost?.(signal);
    const asked = lease.remote && !request.given ? await fetchForInterception(request, tools.plain, signal) : request;
    if (isOtherDocument(asked)) {
      lease.release();
      return readOther({ ...asked, url: request.url }, tools);
    }
    opening = tools.pages.take(lease, asked, options);
    open = await race(opening, signal);
    const { world } = open;
    if (asked !== request) await interceptRequests(open.context, asked, tools.plain, signal);
    const other = await navigate(asked, tools, open, signal);
    if (other !== null) {
      await end();
      return other;
    }
    tools.pages.refill(lease, request, options);
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
  const drawn = await race(dump(world), signal);
  checkAnswer(tools, open);
  const response = open.mainResponse();
  const page = {
    dump: drawn,
    requestedUrl: request.url,
    status: response?.status() ?? 200,
    headers: response?.headers() ?? {},
    loadedAt: tools.now().toISOString(),
    loadMs: Math.round(performance.now() - way.started),
  };
  const result = await race(tools.plain.parser.fromDrawn(page, signal), signal);
  if (!result.ok) throw new LookFailed(result.failure);
  const { snapshot } = result;
  return { snapshot, frame: framer(world, snapshot), picture: picturer(world), close: way.end };
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
