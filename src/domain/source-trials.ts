import { z } from 'zod';
import { type PartHealth, worstOf } from './health';

/** How a way to sources did when it was tried by ourselves, never with a page of somebody's monitor. */
export const SourceTrial = z.strictObject({
  part: z.enum(['browser', 'proxy', 'open_data']),
  /** Which one: a service's name, a proxy's host, without what it is signed in with. */
  name: z.string(),
  /** What went wrong, in a sentence; null where it worked. */
  fault: z.string().nullable(),
  /** Milliseconds. */
  tookMs: z.number().int(),
});
export type SourceTrial = z.infer<typeof SourceTrial>;

/** All ways of a UTC day, and when that was over. */
export interface TriedSources {
  at: Date;
  trials: SourceTrial[];
}

const HOUR_MS = 60 * 60_000;
/** What was tried longer ago says nothing of today; a day and the time that a late round may take. */
const CURRENT_MS = 30 * HOUR_MS;

const WORDS = { browser: 'The browser', proxy: 'Proxy', open_data: 'Open data' } as const;
const MOST_TOLD = 5;

/** Null where nothing was tried within the last day. No browser or no proxy at all is critical, one service is not. */
export function judgeTrials(tried: TriedSources | null, now: Date): PartHealth | null {
  if (tried === null || tried.trials.length === 0) return null;
  const agoMs = now.getTime() - tried.at.getTime();
  if (agoMs > CURRENT_MS) return null;
  const when = `${Math.max(0, Math.round(agoMs / HOUR_MS))} h ago`;
  const faults = tried.trials.filter(({ fault }) => fault !== null);
  if (faults.length === 0)
    return { health: 'healthy', detail: `All ${tried.trials.length} ways to sources worked when tried ${when}.` };
  const told = faults.slice(0, MOST_TOLD).map(({ part, name, fault }) => {
    const which = part === 'browser' ? WORDS.browser : `${WORDS[part]} ${name}`;
    return `${which} failed when tried ${when}: ${fault}`;
  });
  const isCut = faults.length > MOST_TOLD ? [`And ${faults.length - MOST_TOLD} more.`] : [];
  const lost = (['browser', 'proxy'] as const).some((part) => isLost(tried.trials, part));
  return { health: lost ? 'critical' : 'warning', detail: [...told, ...isCut].join(' ') };
}

function isLost(trials: readonly SourceTrial[], part: SourceTrial['part']): boolean {
  const own = trials.filter((trial) => trial.part === part);
  return own.length > 0 && own.every(({ fault }) => fault !== null);
}

/** What was seen of people's checks together with what we tried ourselves. */
export function withTrials(seen: PartHealth, trials: PartHealth | null): PartHealth {
  if (trials === null) return seen;
  return { health: worstOf(seen.health, trials.health), detail: `${seen.detail} ${trials.detail}` };
}
