import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { LaunchedBrowser } from './browser-launch';
import { type BrowserPool, createBrowserPool, type PoolOptions } from './browser-pool';

const signal = AbortSignal.timeout(20_000);

/** A browser that only says how it is; `bytes` and `renderers` are what it holds at the next count. */
class FakeBrowser {
  bytes = 100;
  renderers: { pid: number; bytes: number }[] = [];
  connected = true;
  closed = 0;
  private readonly events = new EventEmitter();

  readonly launched: LaunchedBrowser = {
    browser: {
      isConnected: () => this.connected,
      once: (name: string, hear: () => void) => this.events.once(name, hear),
    } as unknown as LaunchedBrowser['browser'],
    remote: false,
    pid: 1,
    memory: async () => ({ totalBytes: this.bytes, renderers: this.renderers }),
    close: async () => {
      this.closed += 1;
      this.die();
    },
  };

  die(): void {
    this.connected = false;
    this.events.emit('disconnected');
  }
}

let pool: BrowserPool | null = null;
afterEach(() => pool?.close());

function poolOf(options: Partial<PoolOptions> = {}) {
  const started: FakeBrowser[] = [];
  const launch = async () => {
    const browser = new FakeBrowser();
    started.push(browser);
    return browser.launched;
  };
  pool = createBrowserPool({ launch, watchMs: 5, ...options });
  return { pool, started };
}

const watched = () => new Promise((resolve) => setTimeout(resolve, 40));

describe('the browser is replaced', () => {
  it('when it has grown, after the looks under way', async () => {
    const { pool, started } = poolOf({ maxBrowserBytes: 1_000 });
    const [first, second] = [await pool.borrow(signal), await pool.borrow(signal)];
    for (const one of started) one.bytes = 1_001;
    await watched();
    expect(pool.state().bytes).toBe(1_001);
    first.release();
    const next = await pool.borrow(signal);
    expect([second.generation, next.generation]).toEqual([1, 2]);
    expect(started[0]?.closed).toBe(0);
    second.release();
    expect(started[0]?.closed).toBe(1);
    next.release();
  });

  it('after so many looks, and not before', async () => {
    const { pool, started } = poolOf({ looksPerBrowser: 3 });
    const generations: number[] = [];
    for (let look = 0; look < 7; look++) {
      const lease = await pool.borrow(signal);
      generations.push(lease.generation);
      lease.release();
    }
    expect(generations).toEqual([1, 1, 1, 2, 2, 2, 3]);
    expect(started.map((one) => one.closed)).toEqual([1, 1, 0]);
  });

  it('when it died, or misbehaved, at once', async () => {
    const { pool, started } = poolOf();
    const lease = await pool.borrow(signal);
    started[0]?.die();
    lease.release();
    const second = await pool.borrow(signal);
    second.release(true);
    expect(started[1]?.closed).toBe(1);
    const third = await pool.borrow(signal);
    expect(third.generation).toBe(3);
    third.release();
  });

  it('by one, however many find it gone', async () => {
    const { pool, started } = poolOf({ concurrency: 3 });
    (await pool.borrow(signal)).release();
    started[0]?.die();
    const leases = await Promise.all([1, 2, 3].map(() => pool.borrow(signal)));
    expect(leases.map((one) => one.generation)).toEqual([2, 2, 2]);
    expect(started).toHaveLength(2);
    for (const lease of leases) lease.release();
  });
});

describe('the pool', () => {
  it('kills the process of a page that grows, and of no other', async () => {
    const { pool, started } = poolOf({ maxPageBytes: 500 });
    const killed: unknown[] = [];
    const kill = process.kill;
    process.kill = (...given) => {
      killed.push(given);
      return true;
    };
    try {
      const lease = await pool.borrow(signal);
      if (started[0]) {
        started[0].renderers = [
          { pid: 71, bytes: 499 },
          { pid: 72, bytes: 501 },
        ];
      }
      await watched();
      lease.release();
    } finally {
      process.kill = kill;
    }
    expect(killed[0]).toEqual([72, 'SIGKILL']);
    expect(killed.flat()).not.toContain(71);
  });

  it('can be borrowed from again after a browser did not start', async () => {
    let attempts = 0;
    const { pool } = poolOf({
      concurrency: 1,
      launch: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('no browser');
        return new FakeBrowser().launched;
      },
    });
    await expect(pool.borrow(signal)).rejects.toThrow('no browser');
    const lease = await pool.borrow(signal);
    expect(pool.state()).toMatchObject({ active: 1, waiting: 0 });
    lease.release();
  });

  it('ends what is started while it is being closed', async () => {
    const late = new FakeBrowser();
    const { pool } = poolOf({
      launch: async () => {
        await watched();
        return late.launched;
      },
    });
    const borrowing = pool.borrow(signal);
    borrowing.catch(() => undefined);
    await pool.close();
    await expect(borrowing).rejects.toThrow('closed');
    expect(late.closed).toBe(1);
    await expect(pool.borrow(signal)).rejects.toThrow('closed');
  });
});
