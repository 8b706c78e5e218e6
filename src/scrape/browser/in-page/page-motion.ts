/**
 * What moves by style alone. Sent into the page as text (see dump-page), so it names nothing but itself and the
 * platform.
 */
export class PageMotion {
  /** A person sees words that fade in a moment later; longer motions and those without end show what they show. */
  private readonly soonMs = 3_000;

  /** Brings what is about to come to rest to its end. */
  end(): void {
    for (const motion of document.getAnimations()) {
      const end = Number(motion.effect?.getComputedTiming().endTime ?? Number.POSITIVE_INFINITY);
      if (motion.playState !== 'running' || end - Number(motion.currentTime ?? 0) > this.soonMs) continue;
      try {
        motion.finish();
      } catch {
        // It has no end, or nothing to end.
      }
    }
  }
}
