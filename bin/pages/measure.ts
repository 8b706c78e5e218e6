import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type MainPage, mainPages } from './places';
import { type House, visit } from './visit';

/** KB (1,000 bytes) of scripts, gzip. */
const LIMITS: Record<MainPage, number> = { landing: 190, 'sign-in': 190, dashboard: 270, monitor: 330 };

/** Of the window, by the browser's own reckoning (CLS). */
export const SHIFT_LIMIT = 0.02;

export interface Measured {
  name: string;
  kilobytes: number;
  limit: number;
  shift: number;
}

/** Each page is opened with an empty cache, as somebody who comes to it first. */
export async function measure(house: House): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const { name, who, path } of mainPages(house)) {
    const context = await house.as(who, { viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const scripts = collectScripts(page);
    await page.addInitScript(watchShifts);
    await visit(page, path);
    const kilobytes = (await scripts()) / 1_000;
    const shift = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
    rows.push({ name, kilobytes, limit: LIMITS[name], shift });
    await context.close();
  }
  return rows;
}

/** Compressed here, so that neither the server's settings nor headers count. */
function collectScripts(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  return async () => {
    const found = await Promise.all(bodies);
    if (found.length === 0) throw new Error(`${page.url()} loaded no script: was it shown at all?`);
    return found.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  };
}

/** In the page, before its own scripts. */
function watchShifts(): void {
  const counted = window as unknown as { shifted: number };
  counted.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) counted.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
