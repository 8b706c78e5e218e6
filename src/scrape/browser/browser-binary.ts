import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type BundledChromium, unpackBundledChromium } from './bundled-chromium';

/** A browser that can be tried: a program, or a channel that Playwright knows where to find. */
export interface BrowserBinary {
  origin: 'setting' | 'bundled' | 'system' | 'channel';
  executablePath?: string;
  channel?: 'chrome' | 'msedge';
  /** The browser's whole environment on Linux (none of the app's secrets); undefined elsewhere: the system's own. */
  environment?: Record<string, string>;
}

/** What Playwright's launch is told of a browser. */
export function launchOf({ executablePath, channel, environment }: BrowserBinary) {
  return {
    ...(executablePath ? { executablePath } : {}),
    ...(channel ? { channel } : {}),
    ...(environment ? { env: environment } : {}),
  };
}

/** What the search depends on, so that tests can stand on another machine. */
export interface BinarySearch {
  /** CHROMIUM_PATH. */
  chromiumPath?: string | undefined;
  platform?: string;
  arch?: string;
  /** Folders of PATH, joined as the system does. */
  searchPath?: string;
  unpack?: () => Promise<BundledChromium>;
}

const SYSTEM_NAMES = [
  'chrome-headless-shell',
  'headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin:/snap/bin:/usr/lib/chromium:/opt/google/chrome';

/**
 * Browsers to try, best first: CHROMIUM_PATH alone when it is set; the bundled one on Linux x64, then the system's;
 * Chrome or Edge on macOS and Windows. Throws a sentence that says what to do when there is none.
 */
export async function findBrowserBinaries(search: BinarySearch = {}): Promise<BrowserBinary[]> {
  const platform = search.platform ?? process.platform;
  if (search.chromiumPath !== undefined && search.chromiumPath !== '') {
    return [await fromSetting(search.chromiumPath, platform)];
  }
  if (platform !== 'linux') {
    return [
      { origin: 'channel', channel: 'chrome' },
      { origin: 'channel', channel: 'msedge' },
    ];
  }
  const { binary, problem } = await bundled(search);
  const found = [...(binary === null ? [] : [binary]), ...(await fromSystem(search.searchPath ?? SYSTEM_PATH))];
  if (found.length === 0) throw new Error(noBrowser(problem));
  return found;
}

async function fromSetting(path: string, platform: string): Promise<BrowserBinary> {
  if (!(await isExecutable(path))) {
    throw new Error(
      `CHROMIUM_PATH is "${path}", which is not a program that can be run. Correct it, or remove it so ` +
        'that the bundled browser is used.',
    );
  }
  return {
    origin: 'setting',
    executablePath: path,
    ...(platform === 'linux' ? { environment: plainEnvironment() } : {}),
  };
}

async function bundled(search: BinarySearch): Promise<{ binary: BrowserBinary | null; problem: string }> {
  const arch = search.arch ?? process.arch;
  if (arch !== 'x64') return { binary: null, problem: `There is no bundled browser for linux-${arch}.` };
  try {
    const { executablePath, environment } = await (search.unpack ?? unpackBundledChromium)();
    return { binary: { origin: 'bundled', executablePath, environment }, problem: '' };
  } catch (error) {
    return { binary: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function fromSystem(searchPath: string): Promise<BrowserBinary[]> {
  const found: BrowserBinary[] = [];
  for (const name of SYSTEM_NAMES) {
    for (const folder of searchPath.split(delimiter)) {
      const executablePath = join(/* turbopackIgnore: true */ folder, name);
      if (!(await isExecutable(executablePath))) continue;
      found.push({ origin: 'system', executablePath, environment: plainEnvironment() });
      break;
    }
  }
  return found;
}

function plainEnvironment(): Record<string, string> {
  return { PATH: SYSTEM_PATH, HOME: '/tmp', LANG: 'C.UTF-8' };
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** What to do when no browser can be found or started. */
export function noBrowser(problem: string): string {
  return (
    `No browser can be started, so pages cannot be read. ${problem} Install Chromium (on Debian: apt install ` +
    'chromium) or set CHROMIUM_PATH to a Chromium or Chrome program.'
  );
}
