import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { type BinarySearch, type BrowserBinary, findBrowserBinaries, launchOf, noBrowser } from './browser-binary';
import { yieldToServing } from './browser-priority';
import { killGroup, profileOf, residentBytes, startReaper } from './browser-reaper';
import { withTimeout } from './look-end';
import { proveClosed } from './remote-proof';

const LAUNCH_MS = 20_000;
const CLOSE_MS = 3_000;

export interface LaunchOptions extends BinarySearch {
  /**
   * The egress proxy, without credentials: each context brings its own, so that a context without them reaches nothing.
   */
  proxyServer: string;
  /** BROWSER_WS_ENDPOINT: a browser of a remote fleet, spoken to by CDP. */
  remoteEndpoint?: string | undefined;
  /** No zygote process: serverless hosts forbid what it needs. */
  serverless?: boolean;
}

/** One browser. `close` ends it in any state, and its process group with it. */
export interface LaunchedBrowser {
  browser: Browser;
  /** A remote browser has its own way out: contexts must name the proxy, and processes cannot be seen. */
  remote: boolean;
  pid: number | null;
  /** Browser, renderers and the rest; zeros where they cannot be seen. */
  memory(): Promise<{ totalBytes: number; renderers: { pid: number; bytes: number }[] }>;
  close(): Promise<void>;
}

/** Starts the first browser that works (see findBrowserBinaries), shown by a page whose text can be read. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  if (options.remoteEndpoint) return connect(options.remoteEndpoint);
  const problems: string[] = [];
  for (const binary of await findBrowserBinaries(options)) {
    for (const sandbox of isSandboxForbidden(options.serverless ?? false) ? [false] : [true, false]) {
      try {
        return await start(binary, options, sandbox);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        problems.push(`${binary.executablePath ?? binary.channel}: ${message.split('\n')[0]}`);
        // Many containers and some distributions forbid the sandbox to ordinary users too.
        if (!/sandbox/i.test(message)) break;
      }
    }
  }
  throw new Error(noBrowser(`Tried: ${problems.join('; ')}.`));
}

async function start(binary: BrowserBinary, options: LaunchOptions, sandbox: boolean): Promise<LaunchedBrowser> {
  const browser = await chromium.launch({
    ...launchOf(binary),
    args: flags(options.serverless ?? false),
    chromiumSandbox: sandbox,
    proxy: { server: options.proxyServer, bypass: '<-loopback>' },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: LAUNCH_MS,
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const pid = (await processes(session)).find((one) => one.type === 'browser')?.id ?? null;
    const stopReaper = pid === null ? () => undefined : startReaper(pid, await profileOf(pid));
    const launched = guard(browser, session, pid, stopReaper);
    if (pid !== null) await yieldToServing(pid);
    await proveThatTextIsRead(launched);
    // As root's, the process that draws starts late and raises itself.
    if (pid !== null) await yieldToServing(pid);
    return launched;
  } catch (error) {
    await withTimeout(browser.close(), CLOSE_MS, 'closing').catch(() => undefined);
    throw error;
  }
}

function guard(browser: Browser, session: CDPSession, pid: number | null, stopReaper: () => void): LaunchedBrowser {
  const end = () => {
    if (pid !== null) killGroup(pid);
  };
  process.once('exit', end);
  browser.once('disconnected', () => {
    process.off('exit', end);
    end();
    stopReaper();
  });
  return {
    browser,
    remote: false,
    pid,
    memory: () => memoryOf(session),
    close: async () => {
      await withTimeout(browser.close(), CLOSE_MS, 'closing the browser').catch(() => undefined);
      end();
    },
  };
}

async function connect(endpoint: string): Promise<LaunchedBrowser> {
  const browser = await chromium.connectOverCDP(endpoint, { timeout: LAUNCH_MS }).catch((error: unknown) => {
    throw new Error('The remote browser (BROWSER_WS_ENDPOINT) does not answer. Check the address and that it runs.', {
      cause: error,
    });
  });
  await proveClosed(browser, endpoint).catch(async (error: unknown) => {
    await withTimeout(browser.close(), CLOSE_MS, 'closing').catch(() => undefined);
    throw error;
  });
  return {
    browser,
    remote: true,
    pid: null,
    memory: async () => ({ totalBytes: 0, renderers: [] }),
    close: async () => {
      await withTimeout(browser.close(), CLOSE_MS, 'closing').catch(() => undefined);
    },
  };
}

/** Every way past the proxy is closed (STACK: 0 of 85 vectors came through with these). */
function flags(serverless: boolean): string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--mute-audio',
    '--font-render-hinting=none',
    '--hide-scrollbars',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--dns-prefetch-disable',
    '--no-pings',
    '--autoplay-policy=user-gesture-required',
    // What a reader of text does not need: pictures and typefaces (icons would come as letters of a private area).
    '--blink-settings=imagesEnabled=false',
    '--disable-remote-fonts',
    // An ordinary browser, as its profile says: the sign of automation would contradict it.
    '--disable-blink-features=AutomationControlled',
    ...(serverless ? ['--no-zygote'] : []),
  ];
}

/** Chromium refuses its sandbox as root, and serverless hosts have no user namespaces. */
function isSandboxForbidden(serverless: boolean): boolean {
  return serverless || process.getuid?.() === 0;
}

async function processes(session: CDPSession): Promise<{ type: string; id: number }[]> {
  const answer = await withTimeout(session.send('SystemInfo.getProcessInfo'), 5_000, 'listing processes');
  return answer.processInfo;
}

async function memoryOf(session: CDPSession): ReturnType<LaunchedBrowser['memory']> {
  const all = await processes(session).catch(() => []);
  const sized = await Promise.all(all.map(async (one) => ({ ...one, bytes: await residentBytes(one.id) })));
  return {
    totalBytes: sized.reduce((sum, one) => sum + one.bytes, 0),
    renderers: sized.filter((one) => one.type === 'renderer').map((one) => ({ pid: one.id, bytes: one.bytes })),
  };
}

/** Without a font every text is silently empty; better to know at the start than to report empty pages. */
async function proveThatTextIsRead(launched: LaunchedBrowser): Promise<void> {
  const context = await launched.browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.setContent('<p>Text 123</p>', { timeout: 5_000 });
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is the question
    const text = await page.innerText('p', { timeout: 5_000 });
    if (!text.includes('Text 123')) {
      throw new Error('it draws no text: install a font (on Debian: apt install fonts-dejavu-core)');
    }
  } finally {
    await context.close();
  }
}
