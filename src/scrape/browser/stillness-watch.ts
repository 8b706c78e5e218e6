import type { Probe } from './in-page/page-probe';

/** Milliseconds. */
export const SETTLE = {
  /** Unchanged for so long: settled. */
  quiet: 400,
  /** The same where no script has asked for data: all that it can show has come. */
  quietByItself: 250,
  /** Characters; less is little text. */
  short: 250,
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
  /** At least so long after the screens were shown, for what then comes. */
  afterShow: 200,
  /** Shown twice at most: an endless page is not chased. */
  shows: 2,
  /** A page that is higher than so many screens has something to scroll to. */
  oneScreen: 1.02,
} as const;

/** Tells from one probe after the other when a page has come to rest, and when its further screens are to be shown. */
export class StillnessWatch {
  private last: Probe | null = null;
  private since = 0;
  private sinceShape = 0;
  private changes = 0;
  /** Changes in a row of figures alone, each a beat after the one before. */
  private beats = 0;
  private shows = 0;
  private shownAt = Number.NEGATIVE_INFINITY;
  private shownShape: number | null = null;

  isQuiet(probe: Probe, now: number, asksForData: boolean): boolean {
    if (probe.hash !== this.last?.hash) this.note(probe, now);
    if (probe.ready === 'loading') return false;
    if (now - this.since >= this.needed(probe, asksForData)) return true;
    // A clock must not keep the page from being settled as it would be without it.
    return this.beats > 1 && now - this.since >= SETTLE.quiet && now - this.sinceShape >= this.needed(probe, true);
  }

  /** Milliseconds until it may be quiet, if nothing changes any more. */
  untilQuiet(probe: Probe, now: number, asksForData: boolean): number {
    return Math.max(this.since + this.needed(probe, asksForData), this.shownAt + SETTLE.afterShow) - now;
  }

  /** What is further down was shown, as the page now is, and has had its time. */
  hasShown(probe: Probe, now: number): boolean {
    if (probe.screens <= SETTLE.oneScreen) return true;
    const done = this.shownShape === probe.shape || this.shows === SETTLE.shows;
    return done && now - this.shownAt >= SETTLE.afterShow;
  }

  /** At first as soon as there is something that stands; afterwards only for what has come since. */
  shouldShow(probe: Probe, now: number, quiet: boolean): boolean {
    if (probe.screens <= SETTLE.oneScreen || this.shows === SETTLE.shows || this.shownShape === probe.shape)
      return false;
    if (quiet) return true;
    const stands = probe.ready === 'complete' && !probe.busy && now > this.since;
    return stands && this.shows === 0 && probe.length >= SETTLE.short;
  }

  noteShown(probe: Probe, now: number): void {
    this.shows += 1;
    this.shownAt = now;
    this.shownShape = probe.shape;
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
  private needed(probe: Probe, asksForData: boolean): number {
    if (probe.busy || probe.length === 0) return SETTLE.quietWhenBusy;
    if (probe.length >= SETTLE.short) return asksForData ? SETTLE.quiet : SETTLE.quietByItself;
    if (this.changes > 1) return SETTLE.quietWhenShort;
    return probe.length < 40 ? SETTLE.quietWhenBusy : SETTLE.quietWhenShort;
  }
}
