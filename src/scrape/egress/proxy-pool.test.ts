import { describe, expect, it } from 'vitest';
import { createProxyPool } from './proxy-pool';

const PROXIES = ['http://u:p@one.example:3128', 'https://two.example', 'socks5://three.example:1080'].map(
  (proxy) => new URL(proxy),
);
const HOSTS = Array.from({ length: 60 }, (_, n) => `shop${n}.example`);

describe('the pool', () => {
  it('is nothing without proxies', () => {
    expect(createProxyPool([]).pick('a.example')).toBeNull();
  });

  it('spreads hosts and keeps each to its proxy', () => {
    const pool = createProxyPool(PROXIES);
    const first = HOSTS.map((host) => pool.pick(host)?.host);
    expect(new Set(first).size).toBe(3);
    expect(HOSTS.map((host) => pool.pick(host)?.host)).toEqual(first);
  });

  it('rests a proxy that fails, longer each time, and moves only its hosts', () => {
    let now = 0;
    const pool = createProxyPool(PROXIES, () => now);
    const before = HOSTS.map((host) => pool.pick(host));
    const bad = before[0]!;
    pool.report(bad, 'failed', 'shop0.example');
    const after = HOSTS.map((host) => pool.pick(host));
    expect(after).not.toContain(bad);
    for (const [n, was] of before.entries()) if (was !== bad) expect(after[n]).toBe(was);
    now = 30_000;
    expect(pool.pick('shop0.example')).toBe(bad);
    pool.report(bad, 'failed', 'shop0.example');
    expect(pool.health().find((each) => each.proxy === bad.host)).toMatchObject({
      failuresInARow: 2,
      restingForMs: 60_000,
    });
    pool.report(bad, 'ok', 'shop0.example');
    expect(pool.pick('shop0.example')).toBe(bad);
  });

  it('does not send a host again through a proxy that the host shut out', () => {
    let now = 0;
    const pool = createProxyPool(PROXIES, () => now);
    const first = pool.pick('a.example')!;
    pool.report(first, 'blocked', 'a.example');
    expect(pool.pick('a.example')).not.toBe(first);
    const other = HOSTS.find((host) => pool.pick(host) === first);
    expect(other).toBeDefined();
    now = 31 * 60_000;
    expect(pool.pick('a.example')).toBe(first);
  });

  it('takes the first to be back when all rest, and ignores strangers', () => {
    let now = 0;
    const pool = createProxyPool(PROXIES, () => now);
    for (const proxy of PROXIES) {
      pool.report(proxy, 'failed', 'a.example');
      now += 1_000;
    }
    expect(pool.pick('a.example')).toBe(PROXIES[0]);
    pool.report(new URL('http://stranger.example'), 'failed', 'a.example');
    expect(JSON.stringify(pool.health())).not.toMatch(/stranger|"u:p/);
  });

  it('tells of each verdict by host and port, never with credentials, and nothing of strangers', () => {
    const told: string[] = [];
    const pool = createProxyPool(PROXIES, Date.now, (proxy, verdict) => void told.push(`${proxy} ${verdict}`));
    for (const [index, verdict] of (['ok', 'blocked', 'failed'] as const).entries())
      pool.report(PROXIES[index]!, verdict, 'a.example');
    pool.report(new URL('http://stranger.example'), 'ok', 'a.example');
    expect(told).toEqual(['one.example:3128 ok', 'two.example blocked', 'three.example:1080 failed']);
  });
});
