import type { LookRequest, LookResult, Scraper } from '@/scrape/scraper';

/** One evaluation's way to the looks that it shares with others. */
export interface SharedScraper extends Scraper {
  /** It asks for no look any more: whatever was kept open only for it is closed. */
  leave(): Promise<void>;
}

/**
 * Scrapers for so many evaluations that read the same source at the same time: what all of them ask for is looked at
 * once. The second look of an evaluation at an address is never the first one again, since it is there to confirm it;
 * it is shared with the second looks of the others. A page stays open until the last of them is done with it.
 */
export function shareLooks(scraper: Scraper, many: number): SharedScraper[] {
  const looks = new Map<string, SharedLook>();
  const present = new Set(Array.from({ length: many }, (_, member) => member));
  return [...present].map((member) => {
    const asked = new Map<string, number>();
    return {
      check: (url) => scraper.check(url),
      close: () => scraper.close(),
      look: (request) => {
        const which = JSON.stringify({ ...request, signal: undefined });
        const time = (asked.get(which) ?? 0) + 1;
        asked.set(which, time);
        const key = `${time} ${which}`;
        const shared = looks.get(key) ?? new SharedLook(scraper, request, present);
        looks.set(key, shared);
        return shared.join(member, request.signal);
      },
      leave: async () => {
        present.delete(member);
        await Promise.all([...looks.values()].map((look) => look.leave(member)));
      },
    };
  });
}

/** One look for several evaluations. */
class SharedLook {
  private readonly ending = new AbortController();
  private readonly result: Promise<LookResult>;
  /** Those who may still need the page. */
  private readonly users: Set<number>;
  private picture: Promise<unknown> = Promise.resolve();
  private isOver = false;

  constructor(scraper: Scraper, request: LookRequest, present: ReadonlySet<number>) {
    this.users = new Set(present);
    this.result = scraper.look({ ...request, signal: this.ending.signal });
    const over = () => {
      this.isOver = true;
    };
    // Whoever joined hears of a failure; that nobody is left to hear must not end the process.
    this.result.then(over, over);
  }

  /** Throws the signal's reason when this evaluation has to stop waiting; the others go on. */
  async join(member: number, signal: AbortSignal | undefined): Promise<LookResult> {
    const result = await untilAborted(this.result, signal);
    if (!result.ok) return result;
    const { snapshot, frame, picture } = result.look;
    return {
      ok: true,
      look: {
        snapshot,
        frame: (span) => this.inTurn(() => frame(span)),
        picture: () => this.inTurn(picture),
        close: () => this.leave(member),
      },
    };
  }

  async leave(member: number): Promise<void> {
    if (!this.users.delete(member) || this.users.size > 0) return;
    if (!this.isOver) this.ending.abort();
    const result = await this.result.catch(() => null);
    if (result?.ok) await result.look.close();
  }

  /** A page is scrolled and framed for its picture: one after the other. */
  private inTurn<Picture>(take: () => Promise<Picture>): Promise<Picture> {
    const taken = this.picture.then(take);
    this.picture = taken.catch(() => undefined);
    return taken;
  }
}

async function untilAborted<Result>(waited: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return waited;
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([waited, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
