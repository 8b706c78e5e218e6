import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Failure } from '@/domain/outcome';
import { parserHere } from '../document/page-parser';
import { createProxyPool, type ProxyPool } from '../egress/proxy-pool';
import { openPlainNetwork } from '../http/plain-network';
import { createPoliteness, type Politeness } from '../http/politeness';
import type { BrowserPool, Lease } from './browser-pool';
import { LookFailed } from './look-end';
import { type PoliteTools, politeLook } from './polite-look';

const URL_OF_PAGE = 'https://shop.example/lamp';
const PASSING: Failure = { outcome: 'unavailable', message: 'Try again later.', retryable: true, detail: 'status 503' };
const WALL: Failure = { outcome: 'blocked', message: 'The site refused.', retryable: false, detail: 'status 403' };

interface Given {
  politeness?: Politeness;
  proxies?: ProxyPool;
  /** What a place in the browser waits for. */
  place?: (signal: AbortSignal) => Promise<unknown>;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** Every look ends with the next of these failures when its page is to be opened; the time of each is kept. */
function toolsFailing(failures: Failure[], given: Given = {}) {
  const asked: number[] = [];
  const places: number[] = [];
  const release = () => void places.pop();
  const pool: BrowserPool = {
    borrow: async (signal) => {
      places.push(performance.now());
      await given.place?.(signal);
      return { browser: { isConnected: () => true } as Lease['browser'], remote: false, generation: 1, release };
    },
    state: () => ({ active: 0, waiting: 0, generation: 0, bytes: 0, pid: null }),
    close: async () => undefined,
  };
  const politeness = given.politeness ?? createPoliteness({ pauseMs: 0 });
  const proxies = given.proxies ?? createProxyPool([]);
  const network = openPlainNetwork({ resolver: async () => ['93.184.216.34'] });
  const now = () => new Date('2026-06-01T12:00:00Z');
  const unused = {
    get: () => {
      throw new Error('no page is opened');
    },
  };
  const pages: PoliteTools['pages'] = {
    take: async () => {
      asked.push(performance.now());
      throw new LookFailed(failures[Math.min(asked.length, failures.length) - 1] ?? PASSING);
    },
    refill: () => undefined,
    close: async () => undefined,
  };
  const tools: PoliteTools = {
    pool,
    politeness,
    proxies,
    now,
    deadlineMs: 20_000,
    maxBytes: 1_000_000,
    virtualTime: false,
    realTimePages: new Set(),
    plain: { network, proxies, politeness, parser: parserHere, now },
    proxy: new Proxy({} as PoliteTools['proxy'], unused),
    pages,
  };
  return { tools, asked, places };
}

const look = (tools: PoliteTools, more: { deadlineMs?: number; signal?: AbortSignal } = {}) =>
  politeLook({ url: URL_OF_PAGE, look: 'full', ...more }, tools);
const failureOf = async (result: ReturnType<typeof look>) => {
  const ended = await result;
  if (ended.ok) throw new Error('read');
  return ended.failure;
};

describe('a full look with politeness', () => {
  it('tries once more what may pass, after a pause, and no more', async () => {
    const { tools, asked } = toolsFailing([PASSING]);
    expect(await failureOf(look(tools))).toEqual(PASSING);
    expect(asked).toHaveLength(2);
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(195);
  });

  it.each([
    ['a wall', WALL],
    ['a page that is not there', { ...WALL, outcome: 'not_found' }],
    ['the end of its time', { ...PASSING, detail: 'deadline' }],
    ['a page that kills browsers', { ...PASSING, detail: 'crash' }],
    ['what will not pass', { ...PASSING, retryable: false }],
  ] satisfies [string, Failure][])('does not try again after %s', async (_, failure) => {
    const { tools, asked } = toolsFailing([failure]);
    expect(await failureOf(look(tools))).toEqual(failure);
    expect(asked).toHaveLength(1);
  });

  it('does not begin what it could not finish in time', async () => {
    const { tools, asked } = toolsFailing([PASSING]);
    await look(tools, { deadlineMs: 5_000 });
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the site asks, and tells the next one to wait when that is long', async () => {
    const { tools, asked } = toolsFailing([
      { ...PASSING, retryAfterMs: 700 },
      { ...WALL, retryAfterMs: 60_000 },
    ]);
    expect(await failureOf(look(tools))).toMatchObject({ outcome: 'blocked', retryAfterMs: 60_000 });
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(695);
    const next = await failureOf(look(tools));
    expect(next).toMatchObject({ outcome: 'blocked', detail: 'retry-after' });
    expect(next.message).toMatch(/^shop\.example asked us to wait\. Try again in 60 seconds\.$/);
    expect(asked).toHaveLength(2);
  });

  it('says so, as ours, when the host is busy as long as there is time, and lets go of place and turn', async () => {
    const politeness = createPoliteness({ concurrency: 1, pauseMs: 0 });
    const { tools, asked, places } = toolsFailing([WALL], { politeness });
    const turn = await politeness.enter('shop.example');
    expect(await failureOf(look(tools, { deadlineMs: 60 }))).toMatchObject({
      outcome: 'internal',
      message: expect.stringContaining('Too many pages of shop.example'),
    });
    expect(places).toEqual([]);
    expect(asked).toHaveLength(0);
    if (turn.ok) turn.leave();
    expect(await failureOf(look(tools))).toEqual(WALL);
    expect(await failureOf(look(tools))).toEqual(WALL);
  });

  it('has all of its time from when it has its place, and tells who waited in vain that it is ours', async () => {
    const { tools, asked } = toolsFailing([WALL], { place: () => sleep(150) });
    expect(await failureOf(look(tools, { deadlineMs: 100 }))).toEqual(WALL);
    expect(asked).toHaveLength(1);

    const calledOff = new AbortController();
    const waiting = look(toolsFailing([WALL], { place: untilAborted }).tools, { signal: calledOff.signal });
    calledOff.abort();
    expect(await failureOf(waiting)).toMatchObject({ outcome: 'internal', detail: 'called off' });
  });

  it('keeps nobody from a host while it waits for a place', async () => {
    const politeness = createPoliteness({ concurrency: 1, pauseMs: 0 });
    const calledOff = new AbortController();
    const { tools, places } = toolsFailing([WALL], { politeness, place: untilAborted });
    const waiting = look(tools, { signal: calledOff.signal });
    expect(places).toHaveLength(1);
    expect(await failureOf(look(toolsFailing([WALL], { politeness }).tools))).toEqual(WALL);
    calledOff.abort();
    await waiting;
  });

  it('stops when nobody waits any more', async () => {
    const { tools, asked } = toolsFailing([PASSING]);
    const nobody = new AbortController();
    const looking = look(tools, { signal: nobody.signal });
    setTimeout(() => nobody.abort(), 50);
    await looking;
    expect(asked).toHaveLength(1);
  });

  it('goes another way when a proxy fails or is shut out, and back to none', async () => {
    const proxies = createProxyPool([new URL('http://one.example:1'), new URL('http://two.example:2')]);
    const first = proxies.pick('shop.example')?.host;
    const { tools } = toolsFailing([{ ...PASSING, retryable: false, detail: 'EUPSTREAM' }], { proxies });
    await look(tools);
    const second = proxies.pick('shop.example')?.host;
    expect(second).not.toBe(first);
    expect(proxies.health().find((one) => one.proxy === first)).toMatchObject({ failuresInARow: 1 });
    await look(toolsFailing([WALL], { proxies }).tools);
    // Shut out by this host, so the one that rests is the next to be free; other hosts still use it.
    expect(proxies.pick('shop.example')?.host).toBe(first);
    expect(proxies.health().find((one) => one.proxy === second)).toMatchObject({ failuresInARow: 0 });
  });

  it('asks nobody about a document that is at hand', async () => {
    const { tools, asked } = toolsFailing([WALL]);
    const given = { body: '{"price": 12}', status: 200, headers: { 'content-type': 'application/json' } };
    const result = await politeLook({ url: URL_OF_PAGE, look: 'full', given }, tools);
    expect(result.ok && result.look.snapshot.text).toContain('12');
    expect(asked).toHaveLength(0);
  });
});
