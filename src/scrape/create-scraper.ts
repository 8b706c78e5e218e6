import { type BrowserPool, createBrowserPool, type PoolOptions } from './browser/browser-pool';
import { createPagePool, type PagePool } from './browser/page-pool';
import { politeLook } from './browser/polite-look';
import { cheapLook } from './cheap-look';
import type { PageParser } from './document/page-parser';
import { type EgressProxy, startEgressProxy } from './egress/egress-proxy';
import type { Resolver } from './egress/gate';
import { failureOfRefusal } from './egress/network-failure';
import { createProxyPool, type ProxyPool, type ProxyVerdict } from './egress/proxy-pool';
import { createSystemResolver } from './egress/resolver';
import { openPlainNetwork } from './http/plain-network';
import { createPoliteness, type Politeness, type PolitenessOptions } from './http/politeness';
import { type TriedProxy, tryProxies } from './http/try-proxies';
import type { LookRequest, LookResult, Scraper } from './scraper';

export interface ScraperOptions extends Omit<PoolOptions, 'launch'> {
  /** Where pages are parsed: in threads, or here. */
  parser: PageParser;
  /** Of a whole look, in milliseconds. */
  deadlineMs?: number;
  /** Ports that may be read. */
  ports?: readonly number[];
  /** LETS NON-PUBLIC PLACES THROUGH, see GateOptions: the app's own sample pages, pages of tests. */
  exceptions?: readonly string[];
  resolver?: Resolver;
  /** CHROMIUM_PATH. */
  chromiumPath?: string | undefined;
  /** BROWSER_WS_ENDPOINT. */
  remoteEndpoint?: string | undefined;
  /** Vercel and the like. */
  serverless?: boolean;
  /** SCRAPE_PROXIES, parsed. */
  proxies?: readonly URL[];
  /** Hears how each request through a proxy ended, by the proxy's host and port. */
  onProxy?: (proxy: string, verdict: ProxyVerdict) => void;
  politeness?: PolitenessOptions;
  /** Bytes that a full look may bring in over the network. */
  maxLookBytes?: number;
  /**
   * True: a page's clock may run ahead. Sooner, but a number that counts up by animation frames was read half way once.
   */
  virtualTime?: boolean;
  now?: () => Date;
  /** TESTS ONLY, see DialOptions. */
  testOnlyConnectTo?: Readonly<Record<string, string>>;
}

/** A Scraper that can say how it is. */
export interface HouseScraper extends Scraper {
  /** Starts the browser before anyone waits for it. Rejects with a sentence that says what to do when none works. */
  warm(): Promise<void>;
  state(): ReturnType<BrowserPool['state']>;
  proxies: ProxyPool;
  politeness: Politeness;
  /** Whether each proxy of the operator's works, by one of these addresses. Never rejects. */
  tryProxies(addresses: readonly string[], signal: AbortSignal): Promise<TriedProxy[]>;
}

const DEADLINE_MS = 30_000;
const MAX_LOOK_BYTES = 60_000_000;

/** The scraper of the house: cheap looks by plain HTTP, full looks by a warm browser, both through one gate. */
export function createScraper(options: ScraperOptions): HouseScraper {
  const resolver = options.resolver ?? createSystemResolver();
  const now = options.now ?? (() => new Date());
  const network = openPlainNetwork({ ...gateOptions(options), resolver });
  const proxies = createProxyPool(options.proxies ?? [], Date.now, options.onProxy);
  const politeness = createPoliteness(options.politeness);
  let road: Promise<EgressProxy> | null = null;
  let pages: PagePool | null = null;
  const openRoad = () => {
    road ??= startEgressProxy({ ...gateOptions(options), resolver });
    return road;
  };
  const pool = createBrowserPool({
    ...options,
    // Playwright takes a third of a second to load: with the first look, not with the app.
    launch: async () =>
      (await import('./browser/browser-launch')).launchBrowser({ ...options, proxyServer: (await openRoad()).server }),
  });
  const plain = { network, proxies, politeness, parser: options.parser, now };
  const virtualTime = (options.virtualTime ?? false) && !options.remoteEndpoint;
  const realTimePages = new Set<string>();
  const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  const look = async (request: LookRequest): Promise<LookResult> => {
    const checked = request.given ? null : network.gate.checkText(request.url);
    if (checked?.allowed === false) return { ok: false, failure: failureOfRefusal(checked) };
    if (request.look === 'cheap') return cheapLook(request, plain, deadlineMs);
    const proxy = await openRoad();
    const maxBytes = options.maxLookBytes ?? MAX_LOOK_BYTES;
    pages ??= createPagePool(proxy);
    const tools = { pool, proxy, pages, deadlineMs, maxBytes, now, virtualTime, realTimePages, plain };
    return politeLook(request, { ...tools, politeness, proxies });
  };
  const check = async (url: string) => {
    const verdict = await network.gate.check(url);
    return verdict.allowed ? null : failureOfRefusal(verdict);
  };
  return {
    check,
    look,
    proxies,
    politeness,
    tryProxies: (addresses, signal) => tryProxies(options.proxies ?? [], addresses, { network, politeness, signal }),
    state: () => pool.state(),
    warm: async () => {
      (await pool.borrow(AbortSignal.timeout(DEADLINE_MS))).release();
    },
    close: async () => {
      await pages?.close();
      await pool.close();
      await (await road)?.close();
      await network.close();
    },
  };
}

function gateOptions({ ports, exceptions, testOnlyConnectTo }: Omit<ScraperOptions, 'parser'>) {
  return {
    ...(ports ? { ports } : {}),
    ...(exceptions ? { exceptions } : {}),
    ...(testOnlyConnectTo ? { testOnlyConnectTo } : {}),
  };
}
