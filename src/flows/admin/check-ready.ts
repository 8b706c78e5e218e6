import { isMigrated, pingDatabase } from '@/db/statistics';
import type { PartHealth } from '@/domain/health';
import { inTime, type ProbeDeps, probeParts } from './probe-parts';

type Required = 'database' | 'migrations' | 'queue';

/** What anybody may know of whether this process can work. */
export interface Readiness {
  ready: boolean;
  /** What it cannot do without; `why` where it is not there. */
  required: Record<Required, { ready: boolean; why?: string }>;
  /** What it does without: only how it does, the rest is for admins. */
  optional: Record<string, PartHealth['health']>;
}

const WHY: Record<Required, string> = {
  database: 'The database does not answer.',
  migrations: 'The database has not been brought up to date for this version, or does not answer.',
  queue: 'The queue of evaluations does not answer.',
};

/** So long one answer serves all who ask. */
const SHARED_MS = 1_000;

interface Asked {
  at: number;
  answer: Promise<Readiness>;
}

const lastAsked = new WeakMap<ProbeDeps['queue'], Asked>();

/**
 * Whether this process can do its work, within the time of a probe. Anybody may ask, so one round of questions serves
 * all who ask within a second.
 */
export function checkReady(deps: ProbeDeps): Promise<Readiness> {
  const last = lastAsked.get(deps.queue);
  if (last && performance.now() - last.at < SHARED_MS) return last.answer;
  const answer = ask(deps);
  lastAsked.set(deps.queue, { at: performance.now(), answer });
  return answer;
}

async function ask(deps: ProbeDeps): Promise<Readiness> {
  const told = async (part: Required, answer: Promise<boolean>) =>
    (await inTime(answer)) === true ? { ready: true } : { ready: false, why: WHY[part] };
  const [database, migrations, queue, health] = await Promise.all([
    told(
      'database',
      pingDatabase(deps.db).then(() => true),
    ),
    told('migrations', isMigrated(deps.db)),
    told(
      'queue',
      deps.queue.probe().then(() => true),
    ),
    inTime(probeParts(deps, { askOutside: false })),
  ]);
  const required = { database, migrations, queue };
  const ready = Object.values(required).every((part) => part.ready);
  return { ready, required, optional: optionalOf(health) };
}

function optionalOf(health: Awaited<ReturnType<typeof probeParts>> | null): Readiness['optional'] {
  const { aiProviders, emailService, scrapingService, limits } = health ?? {};
  const parts = Object.entries({ aiProviders, emailService, scrapingService, limits });
  return Object.fromEntries(parts.map(([name, part]) => [name, part?.health ?? 'unknown']));
}
