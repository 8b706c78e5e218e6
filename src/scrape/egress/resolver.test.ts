import { describe, expect, it } from 'vitest';
import { createSystemResolver } from './resolver';

describe('the system resolver', () => {
  it('knows this machine', async () => {
    expect(await createSystemResolver()('localhost')).toContain('127.0.0.1');
  });

  it('asks once while an answer is fresh, and at once for many', async () => {
    let now = 0;
    let asked = 0;
    const ask = async () => [`1.1.1.${++asked}`];
    const resolve = createSystemResolver({ ask, now: () => now, rememberMs: 1_000 });
    expect(await Promise.all([resolve('a.example'), resolve('a.example')])).toEqual([['1.1.1.1'], ['1.1.1.1']]);
    now = 999;
    await resolve('a.example');
    expect(asked).toBe(1);
    now = 1_001;
    expect(await resolve('a.example')).toEqual(['1.1.1.2']);
  });

  it('does not remember failures', async () => {
    let asked = 0;
    const resolve = createSystemResolver({
      ask: async () => {
        asked += 1;
        if (asked === 1) throw new Error('SERVFAIL');
        return ['1.1.1.1'];
      },
    });
    await expect(resolve('a.example')).rejects.toThrow('SERVFAIL');
    expect(await resolve('a.example')).toEqual(['1.1.1.1']);
  });

  it('does not wait for ever', async () => {
    const resolve = createSystemResolver({ ask: () => new Promise(() => {}), timeoutMs: 20 });
    await expect(resolve('a.example')).rejects.toThrow(/within 20 ms/);
  });

  it('remembers a limited number of names', async () => {
    let asked = 0;
    const resolve = createSystemResolver({ ask: async () => [`${++asked}`] });
    for (let n = 0; n <= 1_000; n += 1) await resolve(`h${n}.example`);
    await resolve('h0.example');
    expect(asked).toBe(1_002);
    await resolve('h1000.example');
    expect(asked).toBe(1_002);
  });
});
