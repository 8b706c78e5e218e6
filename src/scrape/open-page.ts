import type { BrowserContext, Download, Page, Response } from 'playwright-core';
import type { Lease } from './browser-pool';
import type { EgressProxy } from './egress-proxy';
import { type BrowserProfile, profileFor } from './profile';
import type { ProxyPass } from './proxy-pass';
import type { GivenDocument, LookRequest } from './scraper';
import { InFlight } from './settle';

/** A page of its own context, with what happened to it. */
export interface OpenPage {
  page: Page;
  context: BrowserContext;
  pass: ProxyPass;
  inFlight: InFlight;
  /** The last answer to a navigation of the main frame. */
  mainResponse(): Response | null;
  hasDownload(): boolean;
  hasCrashed(): boolean;
  /** It talks to a worker or by WebSocket: things that do not follow the page's own clock. */
  hasOutsideClock(): boolean;
  /** Ends the context; false when it did not end in time and the browser must go. */
  close(): Promise<boolean>;
}

const CLOSE_MS = 3_000;
/** Heavy things that no text comes from. Blocked by name in the browser itself; pictures and typefaces by its flags. */
const HEAVY = [
  'mp4',
  'webm',
  'm4v',
  'mov',
  'mp3',
  'm4a',
  'ogg',
  'wav',
  'flac',
  'm3u8',
  'ts',
  'mpd',
  'avi',
  'woff',
  'woff2',
];

/** Opens a fresh context for one look. Nothing of an earlier look is in it, and all it sends goes through the gate. */
export async function openPage(
  lease: Lease,
  proxy: EgressProxy,
  request: LookRequest,
  maxBytes: number,
): Promise<OpenPage> {
  const pass = proxy.openPass({ maxBytes });
  try {
    const profile = profileFor(new URL(request.url).host, {
      sourceLocale: request.sourceLocale,
      chromeMajor: Number(lease.browser.version().split('.')[0]),
    });
    const context = await lease.browser.newContext({
      ...contextOptions(profile),
      proxy: { server: proxy.server, bypass: '<-loopback>', username: pass.username, password: pass.password },
    });
    return await watch(context, pass, request.given);
  } catch (error) {
    pass.close();
    throw error;
  }
}

function contextOptions(profile: BrowserProfile) {
  return {
    userAgent: profile.userAgent,
    viewport: profile.viewport,
    screen: profile.screen,
    locale: profile.locale,
    timezoneId: profile.timeZone,
    serviceWorkers: 'block',
    acceptDownloads: false,
    // Content that fades in when it is scrolled to is there from the start.
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: false,
  } as const;
}

async function watch(context: BrowserContext, pass: ProxyPass, given: GivenDocument | undefined): Promise<OpenPage> {
  const page = await context.newPage();
  const seen = { response: null as Response | null, download: false, crashed: false, outsideClock: false };
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined);
  });
  page.on('download', (download: Download) => {
    seen.download = true;
    void download.cancel().catch(() => undefined);
  });
  page.on('crash', () => {
    seen.crashed = true;
  });
  const noteClock = () => {
    seen.outsideClock = true;
  };
  page.on('websocket', noteClock).on('worker', noteClock);
  page.on('response', (response) => {
    if (isMainNavigation(response, page)) seen.response = response;
  });
  if (given) await answerWith(context, page, given);
  return {
    page,
    context,
    pass,
    inFlight: new InFlight(page),
    mainResponse: () => seen.response,
    hasDownload: () => seen.download,
    hasCrashed: () => seen.crashed,
    hasOutsideClock: () => seen.outsideClock,
    close: () => closeContext(context, pass),
  };
}

function isMainNavigation(response: Response, page: Page): boolean {
  const request = response.request();
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame() === page.mainFrame();
  } catch {
    return false;
  }
}

/** The given document answers for the page's own address; everything else stays unanswered, and no byte leaves. */
async function answerWith(context: BrowserContext, page: Page, given: GivenDocument): Promise<void> {
  let first: string | null = null;
  const headers = Object.fromEntries(
    Object.entries(given.headers).filter(
      ([name]) => !/^(content-(encoding|length)|transfer-encoding|connection)$/.test(name),
    ),
  );
  headers['content-type'] ??= 'text/html; charset=utf-8';
  const body = typeof given.body === 'string' ? given.body : Buffer.from(given.body);
  await context.route('**/*', async (route) => {
    const request = route.request();
    const isMain = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isMain) first ??= request.url();
    if (isMain && request.url() === first) await route.fulfill({ status: given.status, headers, body });
    // A navigation elsewhere is called off, so that the page stays.
    else await route.abort(isMain ? 'aborted' : 'blockedbyclient');
  });
}

async function closeContext(context: BrowserContext, pass: ProxyPass): Promise<boolean> {
  pass.close();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), CLOSE_MS);
  });
  const ended = context.close().then(
    () => true,
    () => !context.browser()?.isConnected(),
  );
  const result = await Promise.race([ended, late]);
  clearTimeout(timer);
  return result;
}

/** Patterns for Network.setBlockedURLs. */
export const HEAVY_PATTERNS = HEAVY.flatMap((end) => [`*://*/*.${end}`, `*://*/*.${end}?*`]);
