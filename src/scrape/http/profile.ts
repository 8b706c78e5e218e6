import { createHash } from 'node:crypto';
import type { SourceLocale } from '../scraper';

export type ProfilePlatform = 'linux' | 'windows' | 'macos';

/** A browser as sites see it: every part agrees with every other, and a source always meets the same one. */
export interface BrowserProfile {
  userAgent: string;
  platform: ProfilePlatform;
  /** `navigator.platform`. */
  navigatorPlatform: string;
  chromeMajor: number;
  viewport: { width: number; height: number };
  screen: { width: number; height: number };
  deviceScaleFactor: number;
  /** BCP 47. */
  locale: string;
  /** IANA. */
  timeZone: string;
  /** Of the Accept-Language header. */
  acceptLanguage: string;
  /** Of the Sec-CH-UA header. */
  brands: string;
}

export interface ProfileOptions {
  sourceLocale?: SourceLocale | undefined;
  /** Of the browser that is really there: other numbers would contradict what scripts can measure. */
  chromeMajor?: number;
  platform?: ProfilePlatform;
}

/** The bundled Chromium's (@sparticuz/chromium 153). */
const CHROME_MAJOR = 153;

const DEFAULT_LOCALE: SourceLocale = { locale: 'en-US', timeZone: 'America/New_York' };

/** Common desktop screens; the viewport is what a maximised window leaves of them. */
const SCREENS = [
  { screen: { width: 1920, height: 1080 }, viewport: { width: 1920, height: 953 } },
  { screen: { width: 1536, height: 864 }, viewport: { width: 1536, height: 737 } },
  { screen: { width: 1440, height: 900 }, viewport: { width: 1440, height: 773 } },
  { screen: { width: 1366, height: 768 }, viewport: { width: 1366, height: 641 } },
];

const PLATFORMS: Record<ProfilePlatform, { agent: string; navigator: string; hint: string }> = {
  linux: { agent: 'X11; Linux x86_64', navigator: 'Linux x86_64', hint: '"Linux"' },
  windows: { agent: 'Windows NT 10.0; Win64; x64', navigator: 'Win32', hint: '"Windows"' },
  macos: { agent: 'Macintosh; Intel Mac OS X 10_15_7', navigator: 'MacIntel', hint: '"macOS"' },
};

/** The profile of a source, chosen by its host: the same host gets the same profile for ever, on every machine. */
export function profileFor(host: string, options: ProfileOptions = {}): BrowserProfile {
  const { sourceLocale = DEFAULT_LOCALE, chromeMajor = CHROME_MAJOR, platform = 'linux' } = options;
  const hash = createHash('sha256').update(host.toLowerCase()).digest();
  const size = SCREENS[(hash[0] ?? 0) % SCREENS.length] ?? {
    screen: { width: 0, height: 0 },
    viewport: { width: 0, height: 0 },
  };
  const { agent, navigator } = PLATFORMS[platform];
  return {
    // Chrome freezes all but the major version.
    userAgent:
      `Mozilla/5.0 (${agent}) AppleWebKit/537.36 (KHTML, like Gecko) ` + `Chrome/${chromeMajor}.0.0.0 Safari/537.36`,
    platform,
    navigatorPlatform: navigator,
    chromeMajor,
    viewport: { ...size.viewport },
    screen: { ...size.screen },
    deviceScaleFactor: 1,
    locale: sourceLocale.locale,
    timeZone: sourceLocale.timeZone,
    acceptLanguage: acceptLanguage(sourceLocale.locale),
    brands: brands(chromeMajor),
  };
}

/**
 * The headers that Chrome sends when a person opens this address: client hints and fetch metadata over https only.
 * Lower-case names, in Chrome's order.
 */
export function requestHeaders(profile: BrowserProfile, url: URL): Record<string, string> {
  const hints = {
    'sec-ch-ua': profile.brands,
    'sec-ch-ua-mobile': '?0',
    'sec-ch-ua-platform': PLATFORMS[profile.platform].hint,
  };
  const metadata = {
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-user': '?1',
    'sec-fetch-dest': 'document',
  };
  const secure = url.protocol === 'https:';
  return {
    ...(secure && hints),
    'upgrade-insecure-requests': '1',
    'user-agent': profile.userAgent,
    accept:
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,' +
      'application/signed-exchange;v=b3;q=0.7',
    ...(secure && metadata),
    'accept-encoding': secure ? 'gzip, deflate, br, zstd' : 'gzip, deflate',
    'accept-language': profile.acceptLanguage,
  };
}

/** Chrome's list: the locale, its language, then English with falling weights. */
function acceptLanguage(locale: string): string {
  const language = locale.split('-')[0] ?? locale;
  const wanted = [...new Set([locale, language, 'en-US', 'en'])];
  const list = language === 'en' ? [...new Set([locale, 'en'])] : wanted;
  return list.map((tag, index) => (index === 0 ? tag : `${tag};q=${(1 - index / 10).toFixed(1)}`)).join(',');
}

/**
 * Chrome's brand list with its "GREASE" entry, whose spelling, version and place follow from the major version
 * (Chromium's `GetGreasedUserAgentBrandVersion`; WICG UA Client Hints, section 6.2).
 */
function brands(major: number): string {
  const marks = [' ', '(', ':', '-', '.', '/', ')', ';', '=', '?', '_'];
  const mark = (index: number) => marks[index % marks.length] ?? ' ';
  const grease = `"Not${mark(major)}A${mark(major + 1)}Brand";v="${['8', '99', '24'][major % 3] ?? '8'}"`;
  const chromium = `"Chromium";v="${major}"`;
  const chrome = `"Google Chrome";v="${major}"`;
  const orders = [
    [grease, chromium, chrome],
    [grease, chrome, chromium],
    [chromium, grease, chrome],
    [chrome, grease, chromium],
    [chromium, chrome, grease],
    [chrome, chromium, grease],
  ];
  return (orders[major % orders.length] ?? []).join(', ');
}
