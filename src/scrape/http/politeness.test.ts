import { describe, expect, it } from 'vitest';
import { createPoliteness, type Politeness } from './politeness';

/** A clock that sleepers push forward. */
function clock() {
  let time = 0;
  return {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms;
    },
    pass: (ms: number) => {
      time += ms;
    },
  };
}

async function enter(politeness: Politeness, host = 'a.example', signal?: AbortSignal): Promise<() => void> {
  const admission = await politeness.enter(host, signal);
  if (!admission.ok) throw new Error(admission.failure.message);
  return admission.leave;
}

describe('politeness towards a host', () => {
  it('lets few in at a time, first come first served, other hosts apart', async () => {
    const politeness = createPoliteness({ concurrency: 2, pauseMs: 0, ...clock() });
    const first = await enter(politeness);
    await enter(politeness);
    const order: string[] = [];
    const queue = async (name: string) => {
      const leave = await enter(politeness);
      order.push(name);
      return leave;
    };
    const third = queue('third');
    const fourth = queue('fourth');
    await enter(politeness, 'b.example');
    await Promise.resolve();
    expect(order).toEqual([]);
    first();
    first();
    (await third)();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
  });

  it('pauses between starts', async () => {
    const time = clock();
    const politeness = createPoliteness({ pauseMs: 100, ...time });
    const starts: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await enter(politeness);
      starts.push(time.now());
    }
    expect(starts).toEqual([0, 100, 200]);
  });

  it('waits a short while when asked to, and not a long one', async () => {
    const time = clock();
    const politeness = createPoliteness({ pauseMs: 0, longestWaitMs: 5_000, ...time });
    politeness.hold('a.example', 3_000);
    politeness.hold('a.example', 1_000);
    (await enter(politeness))();
    expect(time.now()).toBe(3_000);
    politeness.hold('a.example', 60_000);
    expect(await politeness.enter('a.example')).toMatchObject({
      ok: false,
      failure: { outcome: 'blocked', retryAfterMs: 60_000, message: expect.stringContaining('60 seconds') },
    });
    politeness.hold('a.example', 600_000);
    expect(await politeness.enter('a.example')).toMatchObject({
      failure: { message: expect.stringContaining('10 minutes') },
    });
    time.pass(600_001);
    (await enter(politeness))();
  });

  it('lets go of whoever stops waiting', async () => {
    const politeness = createPoliteness({ concurrency: 1, pauseMs: 0 });
    const leave = await enter(politeness);
    const control = new AbortController();
    const waiting = enter(politeness, 'a.example', control.signal);
    control.abort();
    await expect(waiting).rejects.toThrow();
    await expect(enter(politeness, 'a.example', control.signal)).rejects.toThrow();
    leave();
    (await enter(politeness))();
  });

  it('gives the turn back when the pause is broken off', async () => {
    const politeness = createPoliteness({ concurrency: 1, pauseMs: 60_000 });
    (await enter(politeness))();
    const control = new AbortController();
    setTimeout(() => control.abort(), 5);
    await expect(enter(politeness, 'a.example', control.signal)).rejects.toThrow();
    const again = new AbortController();
    setTimeout(() => again.abort(), 5);
    await expect(enter(politeness, 'a.example', again.signal)).rejects.toThrow(/abort/i);
  });

  it('forgets hosts that are idle', async () => {
    const politeness = createPoliteness({ pauseMs: 0, ...clock() });
    for (let n = 0; n < 2_500; n += 1) (await enter(politeness, `h${n}.example`))();
    politeness.hold('h1.example', 10);
    for (let n = 0; n < 1_500; n += 1) politeness.hold(`i${n}.example`, 0);
    (await enter(politeness, 'h1.example'))();
  });
});
