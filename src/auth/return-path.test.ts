import { expect, it } from 'vitest';
import { safeReturnPath } from './return-path';

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
