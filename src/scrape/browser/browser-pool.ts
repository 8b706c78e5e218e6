import type { Browser } from 'playwright-core';
import type { LaunchedBrowser } from './browser-launch';
import { sweepStaleProfiles } from './browser-reaper';
import { createPlaces, type Places } from './places';

const MEGABYTE = 1_048_576;

export interface PoolOptions {
  launch: () => Promise<LaunchedBrowser>;
  /** Looks at the same time: two checks, as many as the worker carries out, and the previews beside them. */
  concurrency?: number;
  /** Of these, most previews; half of them by itself. The others are kept for checks. */
  previewConcurrency?: number;
  /** A browser is replaced after so many looks, */
  looksPerBrowser?: number;
  /** or when it and its children hold more than this. */
  maxBrowserBytes?: number;
  /** A single page that holds more than this is killed. */
  maxPageBytes?: number;
  watchMs?: number;
}

/** The right to one look in a browser. Release it once; `broken` when the browser misbehaved. */
export interface Lease {
  browser: Browser;
  remote: boolean;
  /** Counts browsers, so that tests can see when another one took over. */
  generation: number;
  release(broken?: boolean): void;
}

interface Member {
  launched: LaunchedBrowser;
  generation: number;
  looks: number;
  active: number;
  retired: boolean;
}

export interface BrowserPool {
  /**
   * Waits for a place and a living browser; `previewOf` is the person whose preview it is for, null for a check.
   * Rejects when the signal ends the waiting or no browser can be started.
   */
  borrow(signal: AbortSignal, previewOf?: string | null): Promise<Lease>;
  /** Looks under way and waiting, and the browser's memory at the last count. */
  state(): { active: number; waiting: number; generation: number; bytes: number; pid: number | null };
  close(): Promise<void>;
}

/** One warm browser, shared by looks in contexts of their own, replaced before it grows old or large. */
export function createBrowserPool(options: PoolOptions): BrowserPool {
  return new Pool(options);
}

class Pool implements BrowserPool {
  private current: Promise<Member> | null = null;
  private readonly members = new Set<Member>();
  private readonly places: Places;
  private generation = 0;
  private bytes = 0;
  private closed = false;
  private watch: NodeJS.Timeout | null = null;

  constructor(private readonly options: PoolOptions) {
    const { concurrency = 4, previewConcurrency = Math.ceil(concurrency / 2) } = options;
    this.places = createPlaces(concurrency, previewConcurrency);
  }

  async borrow(signal: AbortSignal, previewOf: string | null = null): Promise<Lease> {
    if (this.closed) throw new Error('The browser pool is closed.');
    const givePlace = await this.places.take(previewOf, signal);
    try {
      const member = await this.member();
      member.looks += 1;
      member.active += 1;
      this.startWatch();
      return this.lease(member, () => this.leave(givePlace));
    } catch (error) {
      this.leave(givePlace);
      throw error;
    }
  }

  state() {
    const member = [...this.members].at(-1);
    return {
      ...this.places.count(),
      generation: this.generation,
      bytes: this.bytes,
      pid: member?.launched.pid ?? null,
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.watch !== null) clearInterval(this.watch);
    await this.current?.catch(() => undefined);
    await Promise.all([...this.members].map((member) => member.launched.close()));
    this.members.clear();
    this.current = null;
  }

  private lease(member: Member, leave: () => void): Lease {
    let released = false;
    return {
      browser: member.launched.browser,
      remote: member.launched.remote,
      generation: member.generation,
      release: (broken = false) => {
        if (released) return;
        released = true;
        member.active -= 1;
        if (broken || member.looks >= (this.options.looksPerBrowser ?? 200)) this.retire(member, broken);
        this.endIfIdle(member);
        leave();
      },
    };
  }

  private leave(givePlace: () => void): void {
    givePlace();
    if (this.places.count().active === 0) this.stopWatch();
  }

  private async member(): Promise<Member> {
    const asked = this.current;
    const known = asked === null ? null : await asked.catch(() => null);
    if (known !== null && !known.retired && known.launched.browser.isConnected()) return known;
    // Of several that find it gone, the first starts the next one and the others wait for it.
    if (this.current === null || this.current === asked) this.current = this.start();
    const starting = this.current;
    return starting.catch((error: unknown) => {
      if (this.current === starting) this.current = null;
      throw error;
    });
  }

  private async start(): Promise<Member> {
    if (this.generation === 0) void sweepStaleProfiles();
    this.generation += 1;
    const generation = this.generation;
    const launched = await this.options.launch();
    if (this.closed) {
      await launched.close();
      throw new Error('The browser pool is closed.');
    }
    const member: Member = { launched, generation, looks: 0, active: 0, retired: false };
    launched.browser.once('disconnected', () => {
      member.retired = true;
      this.members.delete(member);
    });
    this.members.add(member);
    return member;
  }

  /** No further looks; a broken one ends now, and with it the looks of others, which try again elsewhere. */
  private retire(member: Member, now: boolean): void {
    member.retired = true;
    if (now) void this.end(member);
  }

  private endIfIdle(member: Member): void {
    if (member.retired && member.active === 0) void this.end(member);
  }

  private async end(member: Member): Promise<void> {
    if (this.members.delete(member)) await member.launched.close();
  }

  private startWatch(): void {
    if (this.watch !== null) return;
    this.watch = setInterval(() => void this.checkMemory(), this.options.watchMs ?? 500);
    this.watch.unref();
  }

  private stopWatch(): void {
    if (this.watch !== null) clearInterval(this.watch);
    this.watch = null;
  }

  private async checkMemory(): Promise<void> {
    for (const member of this.members) {
      const { totalBytes, renderers } = await member.launched.memory();
      this.bytes = totalBytes;
      for (const renderer of renderers) {
        if (renderer.bytes > (this.options.maxPageBytes ?? 700 * MEGABYTE)) process.kill(renderer.pid, 'SIGKILL');
      }
      if (totalBytes > (this.options.maxBrowserBytes ?? 1_500 * MEGABYTE)) this.retire(member, false);
    }
  }
}
