/** A clock that showed `at` when ours did, and runs `speed` times as fast since. Milliseconds since the epoch. */
export interface DrillClock {
  at: number;
  speed: number;
}

export function clockOf({ at, speed }: DrillClock): () => Date {
  return () => new Date(at + (Date.now() - at) * speed);
}
