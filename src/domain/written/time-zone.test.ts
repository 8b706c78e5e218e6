import { expect, it } from 'vitest';
import { isTimeZone } from './time-zone';

it.each(['UTC', 'Europe/Oslo', 'America/Argentina/Buenos_Aires'])('knows %s', (name) =>
  expect(isTimeZone(name)).toBe(true),
);

it.each(['', '+02:00', 'Europe/Nowhere', '<b>', 'a'.repeat(100)])('refuses %s', (name) =>
  expect(isTimeZone(name)).toBe(false),
);
