import { describe, expect, it } from 'vitest';
import { type ProfilePlatform, profileFor, requestHeaders } from './profile';

const HOSTS = Array.from({ length: 80 }, (_, n) => `shop${n}.example`);
const HTTPS = new URL('https://shop.example/');

describe('a profile', () => {
  it('is kept by its source and differs between sources', () => {
    expect(profileFor('a.example')).toEqual(profileFor('A.example'));
    expect(new Set(HOSTS.map((host) => profileFor(host).viewport.width)).size).toBe(4);
  });

  it.each(['linux', 'windows', 'macos'] satisfies ProfilePlatform[])('agrees with itself: %s', (platform) => {
    const profile = profileFor('a.example', { platform, chromeMajor: 140 });
    const headers = requestHeaders(profile, HTTPS);
    const words = { linux: ['Linux', 'Linux'], windows: ['Windows NT 10.0', 'Win32'], macos: ['Mac OS X', 'MacIntel'] }[
      platform
    ];
    expect(profile.userAgent).toContain(words[0]);
    expect(profile.userAgent).toContain('Chrome/140.0.0.0');
    expect(profile.navigatorPlatform).toContain(words[1]);
    expect(headers['sec-ch-ua-platform']?.toLowerCase()).toContain(platform);
    expect(headers['sec-ch-ua']).toContain('"Chromium";v="140"');
    expect(headers['user-agent']).toBe(profile.userAgent);
    expect(profile.viewport.height).toBeLessThan(profile.screen.height);
  });

  // Brand lists as Chrome of these versions is known to have sent them.
  it.each([
    [120, '"Not_A Brand";v="8", "Chromium";v="120", "Google Chrome";v="120"'],
    [131, '"Google Chrome";v="131", "Chromium";v="131", "Not_A Brand";v="24"'],
    [124, '"Chromium";v="124", "Google Chrome";v="124", "Not-A.Brand";v="99"'],
  ])('names its brands as Chrome %i does', (chromeMajor, brands) => {
    expect(profileFor('a.example', { chromeMajor }).brands).toBe(brands);
  });

  it.each([
    ['de-DE', 'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7'],
    ['en-US', 'en-US,en;q=0.9'],
    ['en-GB', 'en-GB,en;q=0.9'],
    ['ja', 'ja,en-US;q=0.9,en;q=0.8'],
  ])('speaks the language of its source: %s', (locale, header) => {
    const profile = profileFor('a.example', { sourceLocale: { locale, timeZone: 'Europe/Berlin' } });
    expect(profile).toMatchObject({ locale, timeZone: 'Europe/Berlin', acceptLanguage: header });
  });

  it('tells plain http less, as Chrome does', () => {
    const headers = requestHeaders(profileFor('a.example'), new URL('http://a.example/'));
    expect(Object.keys(headers).filter((name) => name.startsWith('sec-'))).toEqual([]);
    expect(headers['accept-encoding']).toBe('gzip, deflate');
    expect(requestHeaders(profileFor('a.example'), HTTPS)['sec-fetch-mode']).toBe('navigate');
  });
});
