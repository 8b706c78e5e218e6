import type { Page, Request } from 'playwright-core';
import { PROBE, type Probe, showScreen, TWO_FRAMES } from './page-probe';
import { isDocumentGone, type PageWorld } from './page-world';

/** Milliseconds. */
export const SETTLE = {
  /** Unchanged for so long: settled. */
  quiet: 400,
  /** The same for pages with little text, which often are shells that wait for their content, */
  quietWhenShort: 1_200,
  /** and for those that say so or show nothing. */
  quietWhenBusy: 3_000,
  /** Figures that change so seldom, and nothing else with them, are a clock: numbers that count up go faster. */
  beat: 700,
  /** A request that is older than this is a feed that never ends, not a part of the page. */
  young: 3_000,
  cap: 4_500,
  /** A refresh of a page that comes later than this is for people who stay. */
  refresh: 5_000,
  poll: 80,
  /** A page that is higher than so many screens has something to scroll to. */
  oneScreen: 1.02,
} as const;

const PARTS = new Set(['xhr', 'fetch', 'script', 'document', 'stylesheet']);

/** Requests under way whose answers may change the text. Attach it before the page goes anywhere. */
export class InFlight {
  private readonly open = new Map<Request, number>();

  constructor(page: Page) {
    page.on('request', (request) => {
      if (PARTS.has(request.resourceType())) this.open.set(request, performance.now());
    });
    page.on('requestfinished', (request) => this.open.delete(request));
    page.on('requestfailed', (request) => this.open.delete(request));
  }

  /** Is one younger than so many milliseconds under way? */
  hasYoung(ms: number): boolean {
    const since = performance.now() - ms;
    for (const started of this.open.values()) if (started > since) return true;
    return false;
  }
}

/** How the settling ended, for logs and tests. */
export type Settled = 'static' | 'quiet' | 'cap' | 'virtual';

/**
 * Waits until the page shows what it is going to show: at once for a page that nothing can change, else until the
 * text has stood unchanged and no young request is under way, at most `cap`. Then shows two screens for what loads
 * when seen. `isOver` ends it early; `alone`: nothing can come from the network, so no refresh is waited for.
 */
export async function settle(
  world: PageWorld,
  inFlight: InFlight,
  isOver: () => boolean,
  alone = false,
): Promise<Settled> {
  const started = performance.now();
  let watch = new Watch();
  let shown = false;
  let wait = 5;
  while (!isOver()) {
    const probe = await world.evaluate<Probe>(PROBE).catch((error: unknown) => {
      if (!isDocumentGone(error)) throw error;
      return null;
    });
    const now = performance.now();
    const capped = now - started > SETTLE.cap;
    if (probe === null) watch = new Watch();
    else if (isFinal(probe, alone)) return 'static';
    else if (watch.isQuiet(probe, now) && !inFlight.hasYoung(SETTLE.young) && !awaitsRefresh(probe, alone)) {
      if (shown || probe.screens <= SETTLE.oneScreen) return 'quiet';
      shown = true;
      await showTwoScreens(world);
      watch.shorten();
    }
    if (capped && !(probe !== null && awaitsRefresh(probe, alone) && now - started < SETTLE.refresh)) return 'cap';
    // Often at first, for the page that is about to be complete; seldom where looking itself is slow.
    wait = Math.min(SETTLE.poll, wait * 2);
    await pause(Math.max(wait, 3 * (performance.now() - now)));
  }
  return 'cap';
}

async function showTwoScreens(world: PageWorld): Promise<void> {
  for (const screen of [1, 2, 0]) {
    await world.evaluate(showScreen(screen)).catch(() => undefined);
    await world.evaluate(TWO_FRAMES).catch(() => undefined);
  }
}

/** Loaded whole, and neither script nor frame nor refresh can change it. */
export function isFinal(probe: Probe, alone: boolean): boolean {
  return probe.ready === 'complete' && !probe.live && !awaitsRefresh(probe, alone);
}

function awaitsRefresh(probe: Probe, alone: boolean): boolean {
  return !alone && probe.refreshMs !== null && probe.refreshMs <= SETTLE.refresh;
}

class Watch {
  private last: Probe | null = null;
  private since = 0;
  private sinceShape = 0;
  private head = 0;
  private changes = 0;
  /** Changes in a row of figures alone, each a beat after the one before. */
  private beats = 0;

  isQuiet(probe: Probe, now: number): boolean {
    if (probe.hash !== this.last?.hash) this.note(probe, now);
    if (probe.ready === 'loading') return false;
    const [quiet, needed] = [now - this.since + this.head, this.needed(probe)];
    if (quiet >= needed) return true;
    // A clock must not keep the page from being settled as it would be without it.
    return this.beats > 1 && quiet >= SETTLE.quiet && now - this.sinceShape >= needed;
  }

  private note(probe: Probe, now: number): void {
    const ticks = probe.shape === this.last?.shape;
    this.beats = ticks && now - this.since >= SETTLE.beat ? this.beats + 1 : 0;
    if (!ticks) this.sinceShape = now;
    this.last = probe;
    this.since = now;
    this.changes += 1;
  }

  /** A short text may be a shell that waits for its content; once it has changed, the content is probably there. */
  private needed(probe: Probe): number {
    if (probe.busy || probe.length === 0) return SETTLE.quietWhenBusy;
    if (probe.length >= 250) return SETTLE.quiet;
    if (this.changes > 1) return SETTLE.quietWhenShort;
    return probe.length < 40 ? SETTLE.quietWhenBusy : SETTLE.quietWhenShort;
  }

  /** After the screens were shown a shorter quiet is enough. */
  shorten(): void {
    this.last = null;
    this.head = SETTLE.quiet / 2;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
