import { type Browser, chromium } from 'playwright-core';
import { findBrowserBinaries, launchOf } from '@/scrape/browser/browser-binary';

/** The browser that the app itself reads pages with. */
export async function launchBrowser(): Promise<Browser> {
  const [binary] = await findBrowserBinaries({ chromiumPath: process.env.CHROMIUM_PATH });
  return chromium.launch({
    ...(binary && launchOf(binary)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}
