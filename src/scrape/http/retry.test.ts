import { describe, expect, it } from 'vitest';
import { backoffMs, withRetries } from './retry';

describe('withRetries', () => {
  const trial = (results: string[], options = {}) => {
    const waits: number[] = [];
    const attempt = async (n: number) => results[n] ?? 'more';
    const again = (result: string) => (result === 'done' ? null : result === 'ask' ? { afterMs: 5_000 } : {});
    const sleep = async (ms: number) => void waits.push(ms);
    return withRetries(attempt, again, { retries: 3, sleep, random: () => 1, ...options }).then((result) => ({
      result,
      waits,
    }));
  };

  it('stops at the first final answer', async () => {
    expect(await trial(['x', 'done', 'x'])).toEqual({ result: 'done', waits: [400] });
  });

  it('gives back the last answer when the retries are spent', async () => {
    expect(await trial(['a', 'b', 'c', 'd', 'e'])).toEqual({ result: 'd', waits: [400, 800, 1_600] });
    expect(await trial(['a'], { retries: 0 })).toEqual({ result: 'a', waits: [] });
  });

  it('waits at least as long as it was asked to, and not beyond the time that is left', async () => {
    expect((await trial(['ask', 'done'])).waits).toEqual([5_000]);
    expect(await trial(['ask', 'done'], { remainingMs: () => 4_000 })).toEqual({ result: 'ask', waits: [] });
  });

  it('ends a real wait when it is aborted, with the answer it has', async () => {
    const control = new AbortController();
    setTimeout(() => control.abort(), 10);
    const answer = withRetries(
      async (n) => n,
      () => ({}),
      { retries: 5, baseMs: 60_000, maxMs: 60_000, signal: control.signal },
    );
    expect(await answer).toBe(0);
  });

  it('does not hide an error of the sleeper', async () => {
    await expect(trial(['a'], { sleep: () => Promise.reject(new Error('broken clock')) })).rejects.toThrow(
      'broken clock',
    );
  });
});

describe('backoffMs', () => {
  it('grows to a ceiling and keeps to its half at least', () => {
    expect([0, 1, 2, 3, 9].map((n) => backoffMs(n, 100, 1_000, () => 0))).toEqual([50, 100, 200, 400, 500]);
    expect([0, 1, 2, 3, 9].map((n) => backoffMs(n, 100, 1_000, () => 1))).toEqual([100, 200, 400, 800, 1_000]);
  });
});
