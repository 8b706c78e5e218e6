import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowserBinaries } from './browser-binary';
import { launchBrowser } from './browser-launch';
import { createBrowserPool } from './browser-pool';
import { membersOfGroup } from './browser-priority';
import { profileOf, sweepStaleProfiles } from './browser-reaper';
import { unpackBundledChromium } from './bundled-chromium';

const NOWHERE = 'http://127.0.0.1:9';

async function startApp(): Promise<{ app: ChildProcess; browser: number }> {
  const app = spawn(process.execPath, ['--import', 'tsx', 'src/test/scraper-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await new Promise<number>((resolve, reject) => {
    app.stdout?.once('data', (data) => resolve(Number(String(data).trim())));
    app.once('exit', () => reject(new Error('the app ended before it had a browser')));
  });
  return { app, browser };
}

async function goneWithin(group: number, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    if ((await membersOfGroup(group)).length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

describe('no browser outlives the app', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('ended by %s, with a page that eats a core', async (signal) => {
    const { app, browser } = await startApp();
    const profile = await profileOf(browser);
    expect((await membersOfGroup(browser)).length).toBeGreaterThan(1);
    app.kill(signal);
    expect(await goneWithin(browser, 10_000)).toBe(true);
    if (signal === 'SIGKILL') {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await readdir(profile ?? '').catch(() => 'gone')).toBe('gone');
    }
  });

  it('is killed even when it is stopped and cannot answer', async () => {
    const { app, browser } = await startApp();
    process.kill(-browser, 'SIGSTOP');
    app.kill('SIGKILL');
    expect(await goneWithin(browser, 10_000)).toBe(true);
  });

  it('ends with all its processes when it is closed', async () => {
    const launched = await launchBrowser({ proxyServer: NOWHERE });
    const pid = launched.pid ?? 0;
    expect((await membersOfGroup(pid)).length).toBeGreaterThan(1);
    await launched.close();
    expect(await goneWithin(pid, 2_000)).toBe(true);
  });

  it('waits with all its processes while anything is served', async () => {
    const launched = await launchBrowser({ proxyServer: NOWHERE });
    const page = await launched.browser.newPage();
    await page.setContent('<p>A renderer of its own</p>');
    const members = await membersOfGroup(launched.pid ?? 0);
    expect(members.length).toBeGreaterThan(2);
    expect(members.map((pid) => getPriority(pid))).toEqual(members.map(() => 10));
    await launched.close();
  });

  it('sweeps profiles that nobody uses, and leaves those in use and young ones', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'monitors-sweep-'));
    const old = join(folder, 'playwright_chromiumdev_profile-old');
    await mkdir(old);
    await utimes(old, new Date(0), new Date(0));
    await mkdir(join(folder, 'playwright_chromiumdev_profile-young'));
    await mkdir(join(folder, 'something-else'));
    expect(await sweepStaleProfiles(folder)).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['playwright_chromiumdev_profile-young', 'something-else']);
    await rm(folder, { recursive: true });
  });
});

describe('the bundled browser', () => {
  it('is unpacked once when several starts race, into a folder of our own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'monitors-unpack-'));
    const all = await Promise.all([1, 2, 3].map(() => unpackBundledChromium([folder])));
    expect(new Set(all.map((one) => one.executablePath)).size).toBe(1);
    expect((await readdir(folder)).length).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('goes to the next folder when one cannot be written to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'monitors-unpack-'));
    const { executablePath } = await unpackBundledChromium(['/dev/null/place', folder]);
    expect(executablePath.startsWith(folder)).toBe(true);
    await rm(folder, { recursive: true });
  });
});

describe('which browser', () => {
  const unpack = async () => ({ executablePath: '/bundled/chromium', environment: { A: 'b' } });

  it('takes CHROMIUM_PATH alone, and says so when that is wrong', async () => {
    const found = await findBrowserBinaries({ chromiumPath: '/bin/sh', unpack });
    expect(found.map((one) => [one.origin, one.executablePath])).toEqual([['setting', '/bin/sh']]);
    await expect(findBrowserBinaries({ chromiumPath: '/no/such', unpack })).rejects.toThrow(
      /CHROMIUM_PATH is "\/no\/such"/,
    );
  });

  it('takes the bundled one on Linux x64, then what the system has', async () => {
    const found = await findBrowserBinaries({ platform: 'linux', arch: 'x64', searchPath: '/nowhere', unpack });
    expect(found.map((one) => one.origin)).toEqual(['bundled']);
  });

  it('says what to do where there is none', async () => {
    const search = { platform: 'linux', arch: 'arm64', searchPath: '/nowhere', unpack };
    await expect(findBrowserBinaries(search)).rejects.toThrow(/no bundled browser for linux-arm64.*CHROMIUM_PATH/s);
  });

  it('takes Chrome or Edge elsewhere', async () => {
    const found = await findBrowserBinaries({ platform: 'darwin' });
    expect(found.map((one) => one.channel)).toEqual(['chrome', 'msedge']);
  });

  it('says what was tried when a program is no browser', async () => {
    await expect(launchBrowser({ proxyServer: NOWHERE, chromiumPath: '/bin/true' })).rejects.toThrow(
      /No browser can be started.*\/bin\/true/s,
    );
  });
});

describe('the pool', () => {
  it('lets so many look at once, replaces a browser after so many looks, and stops waiting when told', async () => {
    const pool = createBrowserPool({
      launch: () => launchBrowser({ proxyServer: NOWHERE }),
      concurrency: 1,
      looksPerBrowser: 2,
    });
    const signal = new AbortController();
    const first = await pool.borrow(signal.signal);
    const waiting = pool.borrow(signal.signal);
    expect(pool.state()).toMatchObject({ active: 1, waiting: 1 });
    first.release();
    const second = await waiting;
    expect(second.generation).toBe(1);
    const stopped = pool.borrow(AbortSignal.timeout(50));
    await expect(stopped).rejects.toThrow();
    second.release();
    const third = await pool.borrow(signal.signal);
    expect(third.generation).toBe(2);
    third.release(true);
    const fourth = await pool.borrow(signal.signal);
    expect(fourth.generation).toBe(3);
    fourth.release();
    await pool.close();
    await expect(pool.borrow(signal.signal)).rejects.toThrow(/closed/);
  });
});
