import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ESCAPES, READABLE_ESCAPES, startEscapeSite } from '@/test/escape-site';
import { type FixtureSite, startFixtureSite, startTrap, type Trap } from '@/test/fixture-site';
import { createScraper, type HouseScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';
import { unpackBundledChromium } from './bundled-chromium';
import { proveClosed } from './remote-proof';

let remote: ChildProcess;
let profile: string;
let site: FixtureSite;
let trap: Trap;
let scraper: HouseScraper;
let remoteEndpoint: string;

/** A browser of somebody else, without our flags and our proxy. */
async function startRemote(): Promise<string> {
  const { executablePath, environment } = await unpackBundledChromium();
  profile = await mkdtemp(join(tmpdir(), 'monitors-remote-'));
  remote = spawn(executablePath, ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
    env: { NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  return new Promise((resolve) => {
    remote.stderr?.on('data', (data) => {
      const endpoint = /ws:\/\/\S+/.exec(String(data))?.[0];
      if (endpoint) resolve(endpoint);
    });
  });
}

beforeAll(async () => {
  trap = await startTrap();
  site = await startFixtureSite({
    '/moved': (_, response) => void response.writeHead(302, { location: '/page' }).end(),
    '/page': `<!doctype html><html lang="en"><link rel="stylesheet" href="/style.css">
      <p>The lamp costs <b id="a">…</b> today.</p>
      <p class="away">SECRET</p><img src="http://127.0.0.1:${trap.port}/x.png"><script src="/price.js"></script>
      <script>fetch("http://127.0.0.1:${trap.port}/").catch(() => {});
        new WebSocket("ws://127.0.0.1:${trap.port}/")</script>`,
    '/style.css': (_, response) => void response.setHeader('content-type', 'text/css').end('.away { display: none }'),
    '/price.js': (_, response) =>
      void response.end('fetch("/price").then((r) => r.text()).then((t) => { a.textContent = t })'),
    '/price': (_, response) => void response.end('$12'),
    '/data.json': (_, response) => void response.setHeader('content-type', 'application/json').end('{"price": 12}'),
  });
  remoteEndpoint = await startRemote();
  scraper = createScraper({
    parser: parserHere,
    remoteEndpoint,
    exceptions: [site.exception],
    politeness: { pauseMs: 0 },
  });
});

afterAll(async () => {
  await scraper.close();
  if (remote.pid) process.kill(-remote.pid, 'SIGKILL');
  await site.close();
  await trap.close();
  await rm(profile, { recursive: true, force: true });
});

describe('a remote browser', () => {
  it('reads a page whose parts are fetched here, through the gate', async () => {
    const result = await scraper.look({ url: `${site.origin}/moved`, look: 'full' });
    if (!result.ok) throw new Error(`${result.failure.message} ${result.failure.detail}`);
    const { text, finalUrl, requestedUrl } = result.look.snapshot;
    const start = text.indexOf('$12');
    const crop = await result.look.frame({ start, end: start + 3 });
    await result.look.close();
    expect(text).toContain('The lamp costs $12 today.');
    expect(text).not.toContain('SECRET');
    expect([requestedUrl, finalUrl]).toEqual([`${site.origin}/moved`, `${site.origin}/page`]);
    expect(crop?.bytes.length).toBeGreaterThan(1_000);
    expect(trap.connections()).toBe(0);
  });

  it('reads what is no page from its bytes, and keeps the gate shut', async () => {
    const json = await scraper.look({ url: `${site.origin}/data.json`, look: 'full' });
    expect(json.ok && json.look.snapshot.contentType).toBe('application/json');
    const refused = await scraper.look({ url: `http://127.0.0.1:${trap.port}/`, look: 'full' });
    expect(refused.ok ? 'read' : refused.failure.outcome).toBe('url_refused');
  });

  it('reaches nothing private by any way that a page knows, as little as our own browser', async () => {
    const escapes = await startEscapeSite(trap);
    const guarded = createScraper({
      parser: parserHere,
      remoteEndpoint,
      exceptions: [escapes.exception],
      ports: [80, trap.port],
      deadlineMs: 10_000,
      politeness: { pauseMs: 0 },
    });
    try {
      for (const path of ESCAPES) {
        const result = await guarded.look({ url: escapes.origin + path, look: 'full' });
        if (result.ok) {
          expect(result.look.snapshot.text).not.toMatch(/secret|root:/);
          // Datagrams that were sent have time to come.
          await new Promise((resolve) => setTimeout(resolve, 500));
          await result.look.close();
        } else if (READABLE_ESCAPES.includes(path)) throw new Error(`${path}: ${result.failure.detail}`);
        // What leads into the trap after the document has come is only broken off.
        else expect(['url_refused', 'unavailable']).toContain(result.failure.outcome);
      }
      expect([trap.connections(), trap.datagrams()]).toEqual([0, 0]);
    } finally {
      await guarded.close();
      await escapes.close();
    }
  });

  it('is refused when its pages have WebRTC all the same', async () => {
    const browser = await chromium.connectOverCDP(remoteEndpoint);
    try {
      await proveClosed(browser, remoteEndpoint);
      const left = async () => undefined;
      const refusal = await proveClosed(browser, remoteEndpoint, left).catch((error: Error) => error);
      expect(refusal?.message).toMatch(/BROWSER_WS_ENDPOINT.*WebRTC/);
      expect(String(refusal?.cause)).toMatch(/the page: open.*a sandboxed frame: open.* [1-9]\d* datagrams/);
    } finally {
      await browser.close();
    }
  });

  it('says so when it does not answer', async () => {
    const gone = createScraper({ parser: parserHere, remoteEndpoint: 'ws://127.0.0.1:9/devtools' });
    await expect(gone.warm()).rejects.toThrow(/BROWSER_WS_ENDPOINT/);
    await gone.close();
  });
});
