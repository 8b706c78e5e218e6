import { expect, test } from 'vitest';
import { countedHost, sourceStatus, worstFirst } from './source-health';

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

test('failing before shaky before good before unknown; among equals who failed more', () => {
  const health = (host: string, looks: number, failed: number) => ({
    ...{ host, day: window(looks, failed), week: window(looks, failed) },
  });
  const all = [
    health('unknown', 0, 0),
    health('good', 90, 4),
    health('shaky', 20, 5),
    health('down', 1, 1),
    health('walls', 9, 8),
  ];
  expect(all.sort(worstFirst).map(({ host }) => host)).toEqual(['walls', 'down', 'shaky', 'good', 'unknown']);
});
