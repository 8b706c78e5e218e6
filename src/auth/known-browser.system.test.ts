import { beforeAll, describe, expect, it } from 'vitest';
import { setSettings } from '@/test/process-settings';
import { knownBrowser, rememberBrowser } from './known-browser';

const NOW = new Date('2026-11-22T12:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000);

beforeAll(() => {
  setSettings({ AUTH_SECRET: 'a secret of the tests that is long enough' });
});

describe('a browser', () => {
  it('is known to the account it signed in to, however the address is written, and to no other', () => {
    const cookie = rememberBrowser(undefined, 'ada@example.org', NOW);
    expect(knownBrowser(cookie, ' Ada@Example.org', NOW)).toMatch(/^[\w-]{22}$/);
    expect(knownBrowser(cookie, 'bob@example.org', NOW)).toBeNull();
    expect(knownBrowser(undefined, 'ada@example.org', NOW)).toBeNull();
    expect(cookie).not.toContain('ada');
  });

  it('keeps its number over sign-ins, for several people, the last five of them', () => {
    const first = rememberBrowser(undefined, 'ada@example.org', NOW);
    const number = knownBrowser(first, 'ada@example.org', NOW);
    let cookie = first;
    for (const name of ['b', 'c', 'd', 'ada', 'e']) cookie = rememberBrowser(cookie, `${name}@example.org`, later(1));
    expect(knownBrowser(cookie, 'ada@example.org', NOW)).toBe(number);
    expect(cookie.split('.')).toHaveLength(5);
    cookie = rememberBrowser(cookie, 'f@example.org', later(2));
    expect(knownBrowser(cookie, 'b@example.org', later(2))).toBeNull();
    expect(knownBrowser(cookie, 'ada@example.org', later(2))).toBe(number);
  });

  it('is forgotten a year after its last sign-in', () => {
    const cookie = rememberBrowser(undefined, 'ada@example.org', NOW);
    expect(knownBrowser(cookie, 'ada@example.org', later(365))).not.toBeNull();
    expect(knownBrowser(cookie, 'ada@example.org', later(366))).toBeNull();
  });

  it('cannot be made up: every changed character makes it unknown', () => {
    const cookie = rememberBrowser(undefined, 'ada@example.org', NOW);
    for (let at = 0; at < cookie.length; at += 1) {
      const changed = cookie.slice(0, at) + (cookie[at] === 'a' ? 'b' : 'a') + cookie.slice(at + 1);
      expect(knownBrowser(changed, 'ada@example.org', NOW)).toBeNull();
    }
    const [day, number] = cookie.split('-');
    for (const odd of ['', '.', `${day}-${number}-`, 'x'.repeat(100_000), '€', `${cookie}x`])
      expect(knownBrowser(odd, 'ada@example.org', NOW)).toBeNull();
  });
});
