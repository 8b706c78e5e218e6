import { describe, expect, it } from 'vitest';
import { mintUnsubscribeToken, readUnsubscribeToken } from './unsubscribe-token';

const KEY = 'a key of the tests, long enough for anybody';
const NOW = new Date('2026-11-30T09:00:00Z');
const ONE = { userId: '7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11', monitorId: '0b1d6f8a-9d59-4a0e-8f3f-7f1c2a546f3f' };

describe('the token of an unsubscribe link', () => {
  const token = mintUnsubscribeToken(KEY, ONE, NOW);

  it('says whose emails about what it ends', () => {
    expect(readUnsubscribeToken(KEY, token, NOW)).toEqual(ONE);
    const all = { ...ONE, monitorId: null };
    expect(readUnsubscribeToken(KEY, mintUnsubscribeToken(KEY, all, NOW), NOW)).toEqual(all);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('is nothing when it is cut, changed, of another key or too old', () => {
    const [content = '', sealed = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify([ONE.monitorId, null, NOW.getTime()])).toString('base64url');
    const bad = ['', '.', token.slice(0, -1), `${other}.${sealed}`, `${content}.`, `${token}x`, content, `${token}\n`];
    for (const each of bad) expect(readUnsubscribeToken(KEY, each, NOW)).toBeNull();
    expect(readUnsubscribeToken(`${KEY}!`, token, NOW)).toBeNull();
    expect(readUnsubscribeToken(KEY, token, new Date('2028-02-01T00:00:00Z'))).toBeNull();
  });
});
