import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

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
