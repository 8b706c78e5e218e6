import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { Builder, Capabilities, Browser as Named, type WebElement } from 'selenium-webdriver';
import { endChild } from '../start/end-child';
import { checkPort } from '../start/port';

/** A browser that is not Chromium, as far as journeys need one. Names are those a person reads or hears. */
export interface OtherBrowser {
  open: (address: string) => Promise<void>;
  /** The address that is shown. */
  where: () => Promise<URL>;
  fill: (label: string, text: string) => Promise<void>;
  /** Presses a button or link. */
  press: (name: string) => Promise<void>;
  /** What JavaScript says in the page, as JSON. */
  ask: (expression: string) => Promise<unknown>;
  close: () => Promise<void>;
}

const FIREFOX = ['firefox-esr', 'firefox'];
const WEBKIT = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Where a program is, by the folders of PATH; null where it is not installed. */
function programOf(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** In the page: the first field or control with that name that can be seen, null where there is none yet. */
const FIND = `(kind, name) => {
  const selector = kind === 'field' ? 'input, textarea, select' : 'button, a, [role=menuitem]';
  const words = (one) => [
    one.getAttribute('aria-label'),
    ...(one.labels ? [...one.labels].map((label) => label.textContent) : []),
    kind === 'field' ? '' : one.textContent,
  ].filter(Boolean).map((text) => text.replace(/\\*/g, '').trim());
  const isClosed = (one) => one.disabled || one.getAttribute('aria-disabled') === 'true';
  const isFree = (one) => one.getClientRects().length > 0 && !isClosed(one);
  // What the page is about comes before what stands around it.
  const inMain = (one) => (one.closest('main') ? 0 : 1);
  const all = [...document.querySelectorAll(selector)].filter(isFree).sort((a, b) => inMain(a) - inMain(b));
  const part = (one) => words(one).some((text) => text.includes(name));
  return all.find((one) => words(one).includes(name)) ?? all.find(part) ?? null;
}`;

const PATIENCE_MS = 30_000;
const STOP_MS = 10_000;

/** Tries until something is there. @throws Error that names what never came. */
export async function eventually<Found>(what: string, look: () => Promise<Found | null | false>): Promise<Found> {
  for (const late = Date.now() + PATIENCE_MS; ; ) {
    const found = await look().catch(() => null);
    if (found !== null && found !== false) return found;
    if (Date.now() > late) throw new Error(`There never was: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Firefox by WebDriver BiDi; null where it is not installed. */
export async function openFirefox(): Promise<OtherBrowser | null> {
  const executablePath = programOf(FIREFOX);
  if (executablePath === null) return null;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  const find = (kind: string, name: string) =>
    eventually(
      `${kind} ${name}`,
      async () =>
        (
          await page.evaluateHandle(`(${FIND})(${JSON.stringify(kind)}, ${JSON.stringify(name)})`)
        ).asElement() as ElementHandle<Element> | null,
    );
  return {
    open: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    where: async () => new URL(page.url()),
    fill: async (label, text) => {
      const field = await find('field', label);
      await field.click({ count: 3 });
      await field.type(text);
    },
    press: async (name) => (await find('control', name)).click(),
    ask: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

/** WebKit by its driver, on a screen of its own; null where driver, browser or screen are not installed. */
export async function openWebKit(): Promise<OtherBrowser | null> {
  const [driver, screen, binary] = [programOf(['WebKitWebDriver']), programOf(['Xvfb']), programOf([WEBKIT])];
  if (driver === null || screen === null || binary === null) return null;
  const port = await checkPort(0, '127.0.0.1');
  const display = `:${90 + (process.pid % 900)}`;
  const parts = [
    spawn(screen, [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' }),
    spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      // As root, and in most containers, WebKit's own sandbox cannot be made; what it is shown is our own app.
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', GDK_BACKEND: 'x11' },
    }),
  ];
  try {
    await eventually('WebKitWebDriver', async () => (await fetch(`http://127.0.0.1:${port}/status`)).ok);
    return await drive(port, binary, () => endAll(parts));
  } catch (error) {
    await endAll(parts);
    throw error;
  }
}

async function drive(port: number, binary: string, end: () => Promise<void>): Promise<OtherBrowser> {
  const capabilities = new Capabilities({ browserName: 'MiniBrowser' });
  capabilities.set('webkitgtk:browserOptions', { binary, args: ['--automation'] });
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .forBrowser(Named.SAFARI)
    .withCapabilities(capabilities)
    .build();
  const find = (kind: string, name: string) =>
    eventually(`${kind} ${name}`, () =>
      session.executeScript<WebElement | null>(`return (${FIND})(arguments[0], arguments[1])`, kind, name),
    );
  return {
    open: (address) => session.get(address),
    where: async () => new URL(await session.getCurrentUrl()),
    fill: async (label, text) => {
      const field = await find('field', label);
      await field.clear();
      await field.sendKeys(text);
    },
    press: async (name) => (await find('control', name)).click(),
    ask: (expression) => session.executeScript(`return (${expression})`),
    close: async () => {
      await session.quit();
      await end();
    },
  };
}

async function endAll(parts: ChildProcess[]): Promise<void> {
  for (const part of parts) await endChild(part, STOP_MS);
}
