import type { Page, Request } from 'playwright-core';
import { PROBE, type Probe, SHOW_SCREENS } from './in-page/page-probe';
import { isDocumentGone, type PageWorld } from './page-world';
import { SETTLE, StillnessWatch } from './stillness-watch';

const DATA = new Set(['xhr', 'fetch', 'eventsource', 'websocket']);
const PARTS = new Set(['xhr', 'fetch', 'script', 'document', 'stylesheet']);

/** Requests under way whose answers may change the text. Attach it before the page goes anywhere. */
export class InFlight {
  private readonly open = new Map<Request, number>();
  private asked = false;

  constructor(page: Page) {
    page.on('request', (request) => {
      if (DATA.has(request.resourceType())) this.asked = true;
      if (PARTS.has(request.resourceType())) this.open.set(request, performance.now());
    });
    page.on('worker', () => {
      this.asked = true;
    });
    page.on('requestfinished', (request) => this.open.delete(request));
    page.on('requestfailed', (request) => this.open.delete(request));
  }

  /** Its scripts have asked for data, or a worker, at some time: what they show comes in its own time. */
  hasAsked(): boolean {
    return this.asked;
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
 * text has stood unchanged and no young request is under way, at most `cap`. While it waits it shows two screens for
 * what loads when seen. `isOver` ends it early; `alone`: nothing can come from the network, so no refresh is waited
 * for.
 */
export async function settle(
  world: PageWorld,
  inFlight: InFlight,
  isOver: () => boolean,
  alone = false,
): Promise<Settled> {
  const started = performance.now();
  let watch = new StillnessWatch();
  let wait = 5;
  let first = true;
  while (!isOver()) {
    const before = performance.now();
    const probe = await world.evaluate<Probe>(PROBE).catch((error: unknown) => {
      if (!isDocumentGone(error)) throw error;
      return null;
    });
    const now = performance.now();
    // The first waits for the page itself.
    const took = first ? 0 : now - before;
    first = false;
    const capped = now - started > SETTLE.cap;
    // Data and other documents come in their own time.
    const asks = inFlight.hasAsked() || probe?.framed === true;
    if (probe === null) watch = new StillnessWatch();
    else if (isFinal(probe, alone)) return 'static';
    else {
      const waits = inFlight.hasYoung(SETTLE.young) || awaitsRefresh(probe, alone);
      const quiet = watch.isQuiet(probe, now, asks) && !waits;
      if (quiet && watch.hasShown(probe, now)) return 'quiet';
      // Before the quiet is over, so that what it brings comes in the meantime; afterwards for what came since.
      if (watch.shouldShow(probe, now, quiet)) {
        await world.evaluate(SHOW_SCREENS).catch(() => undefined);
        watch.noteShown(probe, performance.now());
      }
    }
    const rest = probe === null ? 0 : watch.untilQuiet(probe, performance.now(), asks);
    if (capped && !(probe !== null && awaitsRefresh(probe, alone) && now - started < SETTLE.refresh)) return 'cap';
    // Often at first, for the page that is about to be complete; seldom where looking itself is slow.
    wait = Math.min(SETTLE.poll, wait * 2);
    await pause(Math.max(rest > 5 ? Math.min(wait, rest) : wait, 3 * took));
  }
  return 'cap';
}

/** Loaded whole, and neither script nor frame nor refresh can change it. */
export function isFinal(probe: Probe, alone: boolean): boolean {
  return probe.ready === 'complete' && !probe.live && !awaitsRefresh(probe, alone);
}

function awaitsRefresh(probe: Probe, alone: boolean): boolean {
  return !alone && probe.refreshMs !== null && probe.refreshMs <= SETTLE.refresh;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
