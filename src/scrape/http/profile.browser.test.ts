import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '@/test/fixture-site';
import { createScraper, type HouseScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';

/**
 * What a site's script can learn of its visitor, written where the look reads it. Any Chromium tells a new document how
 * large its window is only after it has begun, late on a busy machine: until then it is 0, for ordinary visitors too.
 */
const SAYS = `<!doctype html><h1>You are</h1><pre id="o">Loading…</pre><script>(async () => {
  while (outerWidth === 0) await new Promise((later) => setTimeout(later, 10));
  const { brands, fullVersionList, uaFullVersion, platform } =
    await navigator.userAgentData.getHighEntropyValues(["fullVersionList", "uaFullVersion"]);
  o.textContent = JSON.stringify({
    agent: navigator.userAgent, platform: navigator.platform, languages: navigator.languages, brands, fullVersionList,
    uaFullVersion, hintPlatform: platform, automated: navigator.webdriver,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    offset: new Date("2026-01-15").getTimezoneOffset(), numbers: (1234.5).toLocaleString(),
    screen: [screen.width, screen.height], outer: [outerWidth, outerHeight], inner: [innerWidth, innerHeight],
  });
})()</script>`;

let site: FixtureSite;
let scraper: HouseScraper;
let heard: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  site = await startFixtureSite({
    '/': (request, response) => {
      heard.push(request.headers);
      response.writeHead(200, { 'content-type': 'text/html' }).end(SAYS);
    },
  });
  scraper = createScraper({ parser: parserHere, exceptions: [site.exception], politeness: { pauseMs: 0 } });
});

afterAll(async () => {
  await scraper.close();
  await site.close();
});

async function visit(look: 'full' | 'cheap', locale: string, timeZone: string) {
  heard = [];
  const result = await scraper.look({ url: `${site.origin}/`, look, sourceLocale: { locale, timeZone } });
  if (!result.ok) throw new Error(result.failure.message);
  await result.look.close();
  return { text: result.look.snapshot.text, headers: heard[0] ?? {} };
}

describe('what a site meets', () => {
  it.each([
    ['de-DE', 'Europe/Berlin', -60, '1.234,5'],
    ['en-US', 'America/New_York', 300, '1,234.5'],
  ])('agrees with itself, by headers and by scripts: %s', async (locale, timeZone, offset, numbers) => {
    const { text, headers } = await visit('full', locale, timeZone);
    const says = JSON.parse(text.slice(text.indexOf('{')));
    const { headers: plain } = await visit('cheap', locale, timeZone);
    expect(says.agent).toBe(headers['user-agent']);
    expect(says.automated).toBe(false);
    expect(plain['user-agent']).toBe(headers['user-agent']);
    expect(plain['accept-language']).toBe(headers['accept-language']);
    const major = /Chrome\/(\d+)/.exec(says.agent)?.[1];
    const listed = says.brands.map((one: { brand: string; version: string }) => `"${one.brand}";v="${one.version}"`);
    expect(headers['sec-ch-ua']).toBe(listed.join(', '));
    expect(headers['sec-ch-ua']).toContain(`"Google Chrome";v="${major}"`);
    expect(says.uaFullVersion.split('.')[0]).toBe(major);
    expect(says.fullVersionList).toContainEqual({ brand: 'Google Chrome', version: says.uaFullVersion });
    expect(says).toMatchObject({ platform: 'Linux x86_64', hintPlatform: 'Linux', zone: timeZone, offset, numbers });
    expect(headers['sec-ch-ua-platform']).toBe('"Linux"');
    const weighed = says.languages.map((tag: string, at: number) =>
      at === 0 ? tag : `${tag};q=${(1 - at / 10).toFixed(1)}`,
    );
    expect(headers['accept-language']).toBe(weighed.join(','));
    for (const side of [0, 1]) {
      expect(says.outer[side]).toBeLessThanOrEqual(says.screen[side]);
      expect(says.inner[side]).toBeLessThanOrEqual(says.outer[side]);
    }
    expect(Object.keys(headers).filter((name) => name.startsWith('proxy-'))).toEqual([]);
  });
});
