import { setTimeout as sleep } from 'node:timers/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { type Place, places } from './places';
import { type House, visit } from './visit';

/** Everything of WCAG 2.2 A and AA, and what axe knows beyond it to be good; targets of 24 pixels are among them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Fault {
  place: string;
  how: string;
  /** What is wrong, with where it is. */
  what: string;
}

interface Way {
  how: string;
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
}

/** What a page may take to lie still after it, or its window, has changed. */
const REST_MS = 1_000;

/** Pixels: what browsers begin with. */
const TEXT_SIZE = 16;

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

const WAYS: readonly Way[] = [
  { how: 'light, 390', viewport: NARROW, colorScheme: 'light' },
  { how: 'dark, 390', viewport: NARROW, colorScheme: 'dark' },
  { how: 'light, 1440', viewport: WIDE, colorScheme: 'light' },
  { how: 'dark, 1440', viewport: WIDE, colorScheme: 'dark' },
];

/** Looks at every place in every way; `short` at some places, on a telephone. */
export async function audit(house: House, { short, only }: { short: boolean; only?: RegExp }): Promise<Fault[]> {
  const faults: Fault[] = [];
  const chosen = places(house).filter((place) => (!short || place.short) && (only?.test(place.name) ?? true));
  if (chosen.length === 0) throw new Error('There is no such place');
  for (const way of WAYS.filter(({ viewport }) => !short || viewport === NARROW))
    for (const place of chosen) {
      const found = await lookAt(house, place, way);
      faults.push(...found.map((what) => ({ place: place.name, how: way.how, what })));
    }
  return faults;
}

async function lookAt(house: House, place: Place, { viewport, colorScheme }: Way): Promise<string[]> {
  const context = await house.as(place.who, { viewport, colorScheme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await visit(page, place.path);
    await place.enter?.(page, house);
    const faults = [...(await lastingByAxe(page)), ...(await moving(page)), ...(await tooWide(page, viewport))];
    return place.printed ? [...faults, ...(await onPaper(page, place.printed))] : faults;
  } catch (error) {
    return [`could not be looked at: ${error instanceof Error ? error.message.split('\n')[0] : error}`];
  } finally {
    await context.close();
  }
}

/** What is still wrong after a rest: a dialog has no name until it has been drawn. */
async function lastingByAxe(page: Page): Promise<string[]> {
  const first = await byAxe(page);
  if (first.length === 0) return [];
  await sleep(REST_MS);
  const again = new Set(await byAxe(page));
  return first.filter((fault) => again.has(fault));
}

/** Evaluated through the browser's own door: the page's policy lets no script of others in, and stays as it is. */
async function byAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help}, at ${target.join(' ')} ${any[0]?.message ?? ''}`.trim()),
  );
}

/** What still moves although the person asked for no motion: longer than a frame. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const FRAME_S = 0.017;
    const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time)));
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const turns = longest(transitionDuration) > FRAME_S;
      const runs = animationName !== 'none' && longest(animationDuration) > FRAME_S;
      return turns || runs ? [`moves under reduced motion: ${named(element)}`] : [];
    });
  });
}

/** 320 pixels, which is also a window of 1280 at 400 %; and text twice as large in a window of 1280. */
async function tooWide(page: Page, before: Way['viewport']): Promise<string[]> {
  const faults: string[] = [];
  const check = async (words: string) => {
    const beyond = await page.evaluate(async (mostMs) => {
      const { documentElement } = document;
      const until = performance.now() + mostMs;
      while (documentElement.scrollWidth > documentElement.clientWidth) {
        if (performance.now() > until) break;
        await new Promise((next) => requestAnimationFrame(next));
      }
      const { scrollWidth, clientWidth } = documentElement;
      if (scrollWidth <= clientWidth) return null;
      const isCut = (one: Element): boolean =>
        one.parentElement !== null &&
        (getComputedStyle(one.parentElement).overflowX !== 'visible' || isCut(one.parentElement));
      const wide = [...document.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1 && !isCut(one),
      );
      const [last] = wide.slice(-1);
      return `${scrollWidth} of ${clientWidth}, as ${last?.tagName.toLowerCase()}.${last?.className}`;
    }, REST_MS);
    if (beyond !== null) faults.push(`scrolls sideways ${words}: ${beyond}`);
  };
  await page.setViewportSize({ width: 320, height: 800 });
  await check('at 320 pixels');
  await page.setViewportSize({ width: 1280, height: 800 });
  // As a person sets it in their browser: what asks how many letters a window holds is answered by it too.
  const browser = await page.context().newCDPSession(page);
  const setText = (size: number) => browser.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
  await setText(2 * TEXT_SIZE);
  await check('with text at 200 %');
  await setText(TEXT_SIZE);
  await page.setViewportSize(before);
  return faults;
}

/** What is missing on paper, and what has no place there. */
async function onPaper(page: Page, wanted: string[]): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const isShown = (selector: string) => page.locator(selector).first().isVisible();
  const faults: string[] = [];
  for (const selector of wanted) if (!(await isShown(selector))) faults.push(`is not printed: ${selector}`);
  for (const selector of ['nav', 'header:not(main header)', '.mantine-Button-root'])
    if (await isShown(`${selector}:visible`)) faults.push(`is printed: ${selector}`);
  return faults;
}
