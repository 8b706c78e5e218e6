import { describe, expect, it } from 'vitest';
import { type HostRules, isProbed, isSameOrigin, misdirected, namesUs, safeReturnPath } from './own-host';

const rules = { own: ['https://monitors.example.org'], byAnyAddress: false, hops: 0 };
const by = (host: string | null, more = {}, given: Partial<HostRules> = {}) =>
  namesUs(new Headers({ ...(host === null ? {} : { host }), ...more }), { ...rules, ...given });

describe('a request names us', () => {
  it.each([
    ...['monitors.example.org', 'Monitors.Example.org:443', 'monitors.example.org.', 'monitors.example.org:3000'],
    ...['localhost', 'localhost:3000', '127.0.0.1', '127.0.0.1:3000', '127.8.9.10', '[::1]:3000', '[::ffff:127.0.0.1]'],
    null,
  ])('as %s', (host) => expect(by(host)).toBe(true));

  it.each([
    ...[
      'rebound.evil.example',
      'rebound.evil.example:3000',
      'monitors.example.org.evil.example',
      '203.0.113.7',
      '[::2]',
    ],
    ...['evil.example/monitors.example.org', 'monitors.example.org@evil.example', 'localhost.evil.example', '10.0.0.1'],
    ...['localhost evil.example', 'localhost:3000:80', '[::1', 'xmonitors.example.org', '0.0.0.0'],
  ])('not as %s', (host) => expect(by(host)).toBe(false));

  it("as any address of a developer's machine, but by no other name", () => {
    expect(by('192.168.1.20:3000', {}, { byAnyAddress: true })).toBe(true);
    expect(by('rebound.evil.example', {}, { byAnyAddress: true })).toBe(false);
  });

  it('as a deployment of Vercel', () => {
    const own = ['https://monitors.example.org', 'monitors-git-x.vercel.app', undefined];
    expect(by('monitors-git-x.vercel.app', {}, { own })).toBe(true);
    expect(by('other.vercel.app', {}, { own })).toBe(false);
  });

  it('by what a proxy says only where one is trusted', () => {
    const ours = { 'x-forwarded-host': 'monitors.example.org' };
    const evil = { 'x-forwarded-host': 'monitors.example.org, evil.example' };
    expect(by('evil.example', ours)).toBe(false);
    expect(by('app:3000', ours, { hops: 1 })).toBe(true);
    expect(by('monitors.example.org', evil, { hops: 1 })).toBe(false);
    expect(by('monitors.example.org', evil)).toBe(true);
    expect(by('evil.example', {}, { hops: 1 })).toBe(false);
  });
});

it('only what tells nothing of anybody may be asked for by any name', () => {
  expect(['/api/health', '/api/ready?x=1', '/api/metrics'].map(isProbed)).toEqual([true, true, true]);
  const others = ['/', '/api/ready/', '/api/readyx', '/api/monitors', '/api/health/../monitors', '//api/health'];
  expect(others.some(isProbed)).toBe(false);
});

it('a refusal says what to do, to people and to programs', () => {
  const note = () => 'r1';
  expect(misdirected('/dashboard', note)).toMatchObject({ status: 421, body: expect.stringContaining('APP_URL') });
  const { error } = JSON.parse(misdirected('/api/monitors', note).body);
  expect(error).toMatchObject({ reason: 'foreign_host', fields: {}, requestId: 'r1' });
});

const own = 'https://monitors.example';
const check = (method: string, headers: Record<string, string>) =>
  isSameOrigin({ method, headers: new Headers(headers) }, own);

describe('isSameOrigin', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('lets %s pass from anywhere', (method) => {
    expect(check(method, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(true);
  });

  it.each([
    ['same-origin', true],
    ['none', true],
    ['same-site', false],
    ['cross-site', false],
    ['nonsense', false],
  ])('Sec-Fetch-Site %s: %s', (site, expected) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'])
      expect(check(method, { 'sec-fetch-site': site })).toBe(expected);
  });

  it('believes Sec-Fetch-Site, which a page cannot set, over Origin', () => {
    expect(check('POST', { 'sec-fetch-site': 'cross-site', origin: own })).toBe(false);
  });

  it.each([
    [own, true],
    ['https://monitors.example.evil.example', false],
    ['http://monitors.example', false],
    ['https://monitors.example:8443', false],
    ['null', false],
    ['', false],
  ])('Origin %s: %s', (origin, expected) => {
    expect(check('POST', { origin })).toBe(expected);
  });

  it('refuses a cookie that comes without any word of origin, and lets a program without one pass', () => {
    expect(check('POST', { cookie: 'session=1' })).toBe(false);
    expect(check('POST', { authorization: 'Bearer x' })).toBe(true);
  });

  it('lets a bearer token pass from anywhere, and no other kind of Authorization', () => {
    const elsewhere = { 'sec-fetch-site': 'cross-site', cookie: 'session=1' };
    expect(check('POST', { ...elsewhere, authorization: 'Bearer x' })).toBe(true);
    expect(check('POST', { ...elsewhere, authorization: 'Basic x' })).toBe(false);
  });
});

it.each(['/monitors/1?tab=history#chart', '/dashboard'])('keeps our own path %s', (path) =>
  expect(safeReturnPath(path)).toBe(path),
);

it.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/api/auth/signout',
  '',
  undefined,
  ['/a'],
  `/${'a'.repeat(600)}`,
])('refuses %s', (value) => expect(safeReturnPath(value)).toBe('/dashboard'));
