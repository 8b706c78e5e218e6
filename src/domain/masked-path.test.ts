import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskedPath } from './masked-path';

it.each([
  ['/', '/'],
  ['/dashboard?message=hello', '/dashboard'],
  ['/monitors/5f0c2c2e-8f57-4f5e-9f0a-2f6b1d1f9f10#x', '/monitors/{id}'],
  ['/api/monitors/5F0C2C2E-8F57-4F5E-9F0A-2F6B1D1F9F10/refresh', '/api/monitors/{id}/refresh'],
  ['/verify?secret=abc', '/verify'],
  ['/ada@example.org', '/{other}'],
  ['/Tell%20me%20when', '/{other}'],
  ['/reset/a8f3c1d9e2b7', '/reset/{other}'],
  ['/a\nb/c', '/{other}/c'],
  ['/a/b/c/d/e/f/g/h', '/a/b/c/d/e/f/…'],
  ['//evil', '/evil'],
  ['', '/'],
])('tells %j as %j', (url, told) => {
  expect(maskedPath(url)).toBe(told);
});

it('tells nothing but short words, whatever is asked for', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, more) => {
      const told = maskedPath(`${new URL(url).pathname}/${more}`);
      expect(told).toMatch(/^\/((_?[a-z][a-z0-9._-]{0,30}|\{id\}|\{other\}|…)(\/|$))*$/);
    }),
  );
});
