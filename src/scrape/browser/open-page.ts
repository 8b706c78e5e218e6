import type { Browser, BrowserContext, Download, Page, Response } from 'playwright-core';
import type { EgressProxy } from '../egress/egress-proxy';
import type { PassOptions, ProxyPass } from '../egress/proxy-pass';
import { profileFor } from '../http/profile';
import type { GivenDocument, LookRequest, SourceLocale } from '../scraper';
import type { Lease } from './browser-pool';
import { openPageWorld, type PageWorld } from './page-world';
import { closeWaysOut, DEAD_END } from './request-interception';
import { InFlight } from './settle';

/** A page of its own context, with what happened to it. */
export interface OpenPage {
  world: PageWorld;
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
const HEAVY = ['mp4', 'webm', 'm4v', 'mov', 'mp3', 'm4a', 'ogg', 'wav', 'flac', 'm3u8', 'mpd', 'avi', 'woff', 'woff2'];

/** Patterns for Network.setBlockedURLs. */
const HEAVY_PATTERNS = HEAVY.flatMap((end) => [`*://*/*.${end}`, `*://*/*.${end}?*`]);

/** Opens a fresh context for one look. All that it sends goes through the gate. */
export async function openPage(
  lease: Lease,
  proxy: EgressProxy,
  locale: SourceLocale,
  passOptions: PassOptions,
): Promise<OpenPage> {
  const pass = proxy.openPass(passOptions);
  try {
    const context = await lease.browser.newContext({
      userAgent: profileFor('', { chromeMajor: majorOf(lease.browser) }).userAgent,
      // Set for each look, see `dress`.
      viewport: null,
      locale: locale.locale,
      timezoneId: locale.timeZone,
      serviceWorkers: 'block',
      acceptDownloads: false,
      // Content that fades in when it is scrolled to is there from the start.
      reducedMotion: 'reduce',
      ignoreHTTPSErrors: false,
      proxy: lease.remote
        ? { server: DEAD_END, bypass: '<-loopback>' }
        : { server: proxy.server, bypass: '<-loopback>', username: pass.username, password: pass.password },
    });
    if (lease.remote) await closeWaysOut(context);
    return await watch(context, pass);
  } catch (error) {
    pass.close();
    throw error;
  }
}

function majorOf(browser: Browser): number {
  return Number(browser.version().split('.')[0]);
}

/** Gives the page the looks of its source's profile, in all that a site can compare. */
export async function dress(open: OpenPage, browser: Browser, request: LookRequest): Promise<void> {
  const { session } = open.world;
  const chromeMajor = majorOf(browser);
  const profile = profileFor(new URL(request.url).hostname, { sourceLocale: request.sourceLocale, chromeMajor });
  const brands = [...profile.brands.matchAll(/"([^"]*)";v="([^"]*)"/g)].map(([, brand = '', version = '']) => ({
    brand,
    version,
  }));
  await Promise.all([
    session.send('Emulation.setDeviceMetricsOverride', {
      ...profile.viewport,
      deviceScaleFactor: profile.deviceScaleFactor,
      mobile: false,
      screenWidth: profile.screen.width,
      screenHeight: profile.screen.height,
    }),
    session.send('Emulation.setUserAgentOverride', {
      userAgent: profile.userAgent,
      // Chromium adds the weights itself.
      acceptLanguage: profile.acceptLanguage.replace(/;q=[\d.]+/g, ''),
      platform: profile.navigatorPlatform,
      userAgentMetadata: {
        brands,
        fullVersion: browser.version(),
        fullVersionList: brands.map(({ brand, version }) => ({
          brand,
          version: version === String(chromeMajor) ? browser.version() : `${version}.0.0.0`,
        })),
        platform: 'Linux',
        platformVersion: '',
        architecture: 'x86',
        bitness: '64',
        model: '',
        mobile: false,
      },
    }),
    sizeWindow(open, profile.screen),
    request.given ? answerWith(open.context, open.page, request.given) : null,
  ]);
}

/** The window around the page is as large as a maximised one. Where the browser has none, nothing contradicts it. */
async function sizeWindow({ world: { session } }: OpenPage, { width, height }: { width: number; height: number }) {
  const found = await session.send('Browser.getWindowForTarget').catch(() => null);
  if (found === null) return;
  const { windowId } = found;
  await session.send('Browser.setWindowBounds', { windowId, bounds: { width, height } }).catch(() => undefined);
}

async function watch(context: BrowserContext, pass: ProxyPass): Promise<OpenPage> {
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
  const world = await openPageWorld(page);
  await world.session.send('Network.setBlockedURLs', { urls: HEAVY_PATTERNS }).catch(() => undefined);
  return {
    world,
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
