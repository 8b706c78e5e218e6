import { PROBE, type Probe, showScreen } from './in-page/page-probe';
import { isDocumentGone, type PageWorld } from './page-world';
import { type InFlight, isFinal } from './settle';
import { SETTLE } from './stillness-watch';

/** Milliseconds of the page's own clock: what a page does by itself within these belongs to it. */
const BUDGET = 4_500;
const AFTER_SCROLL = 400;
/** A page whose text still moves after so much more is told by real time what it shows. */
const PROOF = 600;

export interface VirtualPage {
  world: PageWorld;
  inFlight: InFlight;
  hasOutsideClock(): boolean;
  isOver(): boolean;
  /** Nothing can come from the network. */
  alone: boolean;
}

/**
 * Settles a page by letting its own clock run ahead (CDP Emulation.setVirtualTimePolicy): timers fire at once, and the
 * clock stands while answers of the network are awaited. "unfit": this page has to be looked at again in real time,
 * in a fresh context, because workers and WebSockets do not follow that clock, because its text is still moving (what
 * draws by animation frames gets only few), or because it shows nothing yet. Afterwards the page stands still.
 */
export async function settleInVirtualTime(page: VirtualPage): Promise<'static' | 'virtual' | 'unfit'> {
  const first = await probe(page);
  if (first !== null && isFinal(first, page.alone)) return 'static';
  const started = performance.now();
  // Where real time runs out first, waiting longer in another context would show no more.
  if (!(await run(page, BUDGET, started))) return 'virtual';
  const settled = await probe(page);
  if (settled === null || page.hasOutsideClock()) return 'unfit';
  if (settled.screens > SETTLE.oneScreen) {
    for (const screen of [1, 2, 0]) {
      await page.world.evaluate(showScreen(screen));
      await draw(page.world);
      if (!(await run(page, AFTER_SCROLL, started))) return 'virtual';
    }
  }
  const shown = settled.screens > SETTLE.oneScreen ? await probe(page) : settled;
  if (!(await run(page, PROOF, started))) return 'virtual';
  const proof = await probe(page);
  const moving = proof === null || shown === null || proof.hash !== shown.hash;
  if (moving || page.hasOutsideClock() || proof.busy || proof.length < 2) return 'unfit';
  return 'virtual';
}

/** Makes the browser draw now: observers of what comes into sight are told by frames, which keep real time. */
async function draw({ session }: PageWorld): Promise<void> {
  const clip = { x: 0, y: 0, width: 1, height: 1, scale: 1 };
  await session.send('Page.captureScreenshot', { format: 'jpeg', quality: 1, clip });
}

function probe(page: VirtualPage): Promise<Probe | null> {
  return page.world.evaluate<Probe>(PROBE).catch((error: unknown) => {
    if (isDocumentGone(error)) return null;
    throw error;
  });
}

/** Lets so much of the page's time pass; false when real time ran out first. */
async function run({ world, inFlight, isOver }: VirtualPage, budget: number, started: number): Promise<boolean> {
  const { session } = world;
  let expire: () => void = () => undefined;
  const expired = new Promise<'expired'>((resolve) => {
    expire = () => resolve('expired');
  });
  session.once('Emulation.virtualTimeBudgetExpired', expire);
  try {
    await session.send('Emulation.setVirtualTimePolicy', {
      policy: 'pauseIfNetworkFetchesPending',
      budget,
      maxVirtualTimeTaskStarvationCount: 10_000,
    });
    for (;;) {
      if ((await Promise.race([expired, pause(100)])) === 'expired') return true;
      const spent = performance.now() - started;
      if (isOver() || spent > SETTLE.cap) return false;
      // What is still awaited is a feed that never ends: the page shows what it has.
      if (spent > SETTLE.young && !inFlight.hasYoung(SETTLE.young)) return true;
    }
  } finally {
    session.off('Emulation.virtualTimeBudgetExpired', expire);
  }
}

function pause(ms: number): Promise<'pause'> {
  return new Promise((resolve) => setTimeout(() => resolve('pause'), ms));
}
