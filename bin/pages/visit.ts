import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowserBinaries, launchOf } from '@/scrape/browser/browser-binary';
import { type RunningApp, startApp } from './app';

export type Who = 'visitor' | 'person' | 'admin' | 'newcomer';

/** A running app, and people who are signed in to it. */
export interface House extends Pick<RunningApp, 'origin' | 'monitors'> {
  /** A browser of its own, as one of these people. */
  as: (who: Who, options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** The browser that the app itself reads pages with. */
export async function launchBrowser(...args: string[]): Promise<Browser> {
  const [binary] = await findBrowserBinaries({ chromiumPath: process.env.CHROMIUM_PATH });
  return chromium.launch({
    ...(binary && launchOf(binary)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', ...args],
  });
}

/**
 * Hands an app of its own to `work`, and a browser that is started with these arguments too, and ends all of it after,
 * whatever happens.
 */
export async function inHouse<Result>(work: (house: House) => Promise<Result>, ...args: string[]): Promise<Result> {
  const browser = await launchBrowser(...args);
  try {
    const app = await startApp();
    try {
      const states = new Map<Who, Awaited<ReturnType<BrowserContext['storageState']>>>();
      const as = async (who: Who, options: BrowserContextOptions = {}) => {
        if (who !== 'visitor' && !states.has(who)) states.set(who, await signedIn(browser, app, who));
        const storageState = states.get(who);
        const context = await browser.newContext({
          ...{ baseURL: app.origin, ...options },
          ...(storageState ? { storageState } : {}),
        });
        // What tsx calls in every function that has one inside: functions of ours are evaluated in the page.
        await context.addInitScript('globalThis.__name = (named) => named');
        return context;
      };
      return await work({ origin: app.origin, monitors: app.monitors, as });
    } finally {
      await app.stop();
    }
  } finally {
    await browser.close();
  }
}

async function signedIn(browser: Browser, { origin, people }: RunningApp, who: Exclude<Who, 'visitor'>) {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  if (who === 'newcomer') {
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill('Grace Newcomer');
    await page.getByLabel('Email').fill('grace@example.org');
    await page.getByLabel('Password', { exact: true }).fill('Kettle-4-everyone');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-up');
  } else {
    await enter(page, people[who === 'admin' ? 'admin' : 'member']);
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Signs in at the form. */
async function enter(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Goes there and waits until the page is at rest: loaded, hydrated, with its fonts. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
