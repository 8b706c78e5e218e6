import { describe, expect, it } from 'vitest';
import type { Note } from './ledger';
import { growthOfMemory, judgeMemory, judgePauses, judgeRequests, type Outage } from './report';

const CEILINGS = { pauseMs: 1_000, failMs: 10_000 };
const outage: Outage = { what: 'Redis', from: 100_000, to: 103_000, skipped: null };
const failed: Note = { act: 'a', from: 99_000, to: 101_000, status: 503, reason: 'database_down', expected: false };

describe('a request that fails', () => {
  const judge = (note: Partial<Note>, outages = [outage]) => judgeRequests([{ ...failed, ...note }], outages, CEILINGS);

  it('may do so with a typed word while something is away, and ten seconds after', () => {
    expect(judge({})).toEqual([]);
    expect(judge({ from: 112_000, to: 112_500 })).toEqual([]);
    expect(judge({ from: 20_000, to: 109_000 })).toEqual([]);
  });

  it.each([
    ['nothing was away', { from: 50_000, to: 51_000 }],
    ['nothing was away', { from: 114_000, to: 115_000 }],
    ['untyped', { reason: null }],
    ['broke off', { status: 0, reason: null }],
    ['401', { status: 401, reason: 'bad_token' }],
    ['only after 10500 ms', { from: 20_000, to: 110_500 }],
    ['only after 11000 ms', { from: 101_000, to: 112_000 }],
  ])('is told else: %s', (words, note) => {
    expect(judge(note)).toEqual([expect.stringContaining(words)]);
  });

  it('cannot be excused by what was not killed', () => {
    expect(judge({}, [{ ...outage, skipped: 'no browser was there' }])).toHaveLength(1);
  });

  it('is none where the act expects it, or where it was answered', () => {
    expect(judge({ status: 429, expected: true }, [])).toEqual([]);
    expect(judge({ status: 200 }, [])).toEqual([]);
  });
});

const samples = (rss: (minute: number) => number) =>
  Array.from({ length: 31 }, (_, minute) => ({
    at: minute * 60_000,
    pauseMs: 20,
    rssMb: rss(minute),
    heapMb: 1,
    computedMs: 1,
  }));

describe('what the process tells of itself', () => {
  it('has no pause over the ceiling', () => {
    expect(judgePauses([{ at: 0, pauseMs: 990, rssMb: 1, heapMb: 1, computedMs: 1 }], CEILINGS)).toEqual([]);
    expect(judgePauses([{ at: 0, pauseMs: 1_010, rssMb: 1, heapMb: 1, computedMs: 1 }], CEILINGS)).toEqual([
      expect.stringContaining('1010 ms'),
    ]);
    expect(judgePauses([], CEILINGS)).toHaveLength(1);
  });

  it('may grow in the first half, and go up and down in the second', () => {
    expect(judgeMemory(samples((minute) => 400 + 40 * Math.min(minute, 15)))).toEqual([]);
    expect(judgeMemory(samples((minute) => 900 + (minute % 2) * 200))).toEqual([]);
  });

  it('is a leak that grows on', () => {
    const leaking = samples((minute) => 400 + minute * 10);
    expect(growthOfMemory(leaking)).toEqual({ grownMb: expect.closeTo(150), middleMb: expect.closeTo(625) });
    expect(judgeMemory(leaking)).toEqual([expect.stringContaining('grew by 150 MB')]);
    expect(judgeMemory([])).toHaveLength(1);
  });
});
