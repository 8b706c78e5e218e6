import { describe, expect, it, vi } from 'vitest';
import { hashLinkSecret, hashSecret, mintApiToken, mintLinkSecret } from './secret';

const KEY = 'a key for tests, long enough to be one';

describe('API tokens', () => {
  it('are different each time, long, and known by their hash alone', () => {
    const tokens = Array.from({ length: 100 }, () => mintApiToken());
    expect(new Set(tokens.map((token) => token.secret)).size).toBe(100);
    for (const { secret, hash } of tokens) {
      expect(secret).toMatch(/^mon_[\w-]{43}$/);
      expect(hash).toHaveLength(32);
      expect(hashSecret(secret).equals(hash)).toBe(true);
      expect(hash.toString('base64url')).not.toContain(secret.slice(4, 20));
    }
  });
});

describe('secrets of mailed links', () => {
  it('are found again by the key that sealed them', () => {
    const { secret, hash } = mintLinkSecret(KEY);
    expect(secret).toMatch(/^[\w-]{65}$/);
    expect(hashLinkSecret(KEY, secret)?.equals(hash)).toBe(true);
  });

  it('are refused under another key', () => {
    expect(hashLinkSecret('another key of about the same length', mintLinkSecret(KEY).secret)).toBeNull();
  });

  it('are refused when any character is changed', () => {
    const { secret } = mintLinkSecret(KEY);
    for (const at of [0, 20, 42, 43, 60]) {
      const changed = secret.slice(0, at) + (secret[at] === 'A' ? 'B' : 'A') + secret.slice(at + 1);
      expect(hashLinkSecret(KEY, changed)).toBeNull();
    }
  });

  it.each(['', 'x', 'a'.repeat(64), 'a'.repeat(66), `${'a'.repeat(64)}\n`, '€'.repeat(65)])('refuses %j', (secret) => {
    expect(hashLinkSecret(KEY, secret)).toBeNull();
  });
});

const asks = (authorization: string) => new Headers({ authorization });

/** The settings are read once a process: each case gets its own. */
async function load(secret: string) {
  vi.resetModules();
  vi.stubEnv('CRON_SECRET', secret);
  return (await import('./secret')).isFromCron;
}

describe('isFromCron', () => {
  it('knows our scheduler by its secret', async () => {
    const isFromCron = await load('a cron secret of the tests');
    expect(isFromCron(asks('Bearer a cron secret of the tests'))).toBe(true);
    for (const wrong of ['Bearer a cron secret of the test', 'Bearer ', 'a cron secret of the tests', 'Basic YTpi']) {
      expect(isFromCron(asks(wrong))).toBe(false);
    }
    expect(isFromCron(new Headers())).toBe(false);
  });

  it('lets nobody in while there is no secret', async () => {
    const isFromCron = await load('');
    expect(isFromCron(asks('Bearer '))).toBe(false);
    expect(isFromCron(asks('Bearer undefined'))).toBe(false);
  });
});
