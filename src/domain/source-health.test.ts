import { expect, test } from 'vitest';
import { sourceStatus } from './source-health';
import { countedHost } from './source-kinds';

function window(looks: number, failed: number) {
  const successRate = looks === 0 ? null : (looks - failed) / looks;
  return { looks, successRate, failures: failed > 0 ? { blocked: failed } : {}, p50Ms: null, p95Ms: null };
}

test.each([
  ['nobody looked', window(0, 0), window(0, 0), 'unknown'],
  ['all is well', window(10, 0), window(50, 20), 'good'],
  ['one failure is chance', window(3, 1), window(3, 1), 'good'],
  ['the only look failed', window(1, 1), window(1, 1), 'failing'],
  ['one in ten', window(20, 2), window(20, 2), 'good'],
  ['one in four', window(20, 5), window(20, 5), 'shaky'],
  ['most', window(20, 15), window(90, 15), 'failing'],
  ['nothing today, so the week counts', window(0, 0), window(10, 4), 'shaky'],
] as const)('%s', (_, day, week, status) => {
  expect(sourceStatus({ day, week })).toBe(status);
});

test('addresses are counted under their host, whatever the port and the page', () => {
  expect(countedHost('https://Shop.Example:8443/a?b#c')).toBe('shop.example');
  expect(countedHost('shop')).toBeNull();
  expect(countedHost('data:text/plain,x')).toBeNull();
});
