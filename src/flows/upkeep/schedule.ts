import { writeStorageDay } from '@/db/system/storage';
import { getEnv, isEmbedded } from '@/env';
import { logged } from '@/ops/logged';
import { makeExports } from '../account/export-data';
import { admitWaiting } from '../admin/admit-person';
import { alertLimits } from '../admin/measure-rules';
import { removeDiscardedMonitors } from '../monitors/discard-monitor';
import type { RealDeps } from '../real-deps';
import { type Done, doAll, MAINTENANCE } from './do-maintenance';
import { heedClock } from './heed-clock';
import { judgeRules } from './judge-rules';
import { keepFigures } from './keep-figures';
import { reapEvaluations } from './reap-evaluations';
import { trySources } from './try-sources';

/** Tasks that are done together. */
interface Round {
  /** How often each worker does them. */
  everyMs: number;
  /**
   * Where no worker runs: the route that does them, and when a scheduler asks it (docs/deploy.md); null where the route
   * of another round does them too.
   */
  cron: { path: string; free: string; paid: string } | null;
  tasks: Record<string, (deps: RealDeps, retentionDays: number) => Promise<number>>;
}

/**
 * Everything that happens by the clock. Nothing of it asks for an evaluation. Each worker does all of it: tasks can be
 * done twice at once, so that none waits for one process that is gone. Emails, evaluations and notices to operators
 * that are due are not on the list: they are carried out as they come (work.ts, drain-work.ts).
 */
export const ROUNDS = {
  often: {
    everyMs: 5_000,
    // The route carries out evaluations and sends emails as well.
    cron: { path: '/api/cron/work', free: '47 3 * * *', paid: '* * * * *' },
    tasks: {
      timesMended: heedClock,
      evaluationsEnded: reapEvaluations,
      exportsMade: makeExports,
      figuresWritten: writeFigures,
      rulesJudged,
      monitorsRemoved: removeDiscardedMonitors,
    },
  },
  house: {
    everyMs: 10 * 60_000,
    cron: { path: '/api/cron/housekeeping', free: '17 3 * * *', paid: '17 * * * *' },
    tasks: {
      ...MAINTENANCE,
      peopleAdmitted: (deps) => (getEnv().BETA_OPEN ? admitWaiting(deps) : Promise.resolve(0)),
      storageMeasured: ({ db, now }) => writeStorageDay(db, now()),
    },
  },
  /** Done once a UTC day by whoever comes first; beside the others, since it waits for sites. */
  sources: {
    everyMs: 60 * 60_000,
    // The housekeeping route; the free plan has no third.
    cron: null,
    tasks: { sourcesTried: tryOnServer },
  },
} satisfies Record<string, Round>;

/** A developer's machine asks nobody by itself. */
async function tryOnServer(deps: RealDeps): Promise<number> {
  return isEmbedded() ? 0 : trySources(deps);
}

/** When a scheduler asks which route, as a plan at Vercel allows it. */
export function cronsOf(plan: 'free' | 'paid'): { path: string; schedule: string }[] {
  const rounds: Round[] = Object.values(ROUNDS);
  return rounds.flatMap(({ cron }) => (cron === null ? [] : [{ path: cron.path, schedule: cron[plan] }]));
}

async function writeFigures(deps: RealDeps): Promise<number> {
  return (await keepFigures(deps, getEnv().EMAIL_USD_PER_THOUSAND)) ? 1 : 0;
}

/** Every minute, whichever process comes first. */
function rulesJudged(deps: RealDeps): Promise<number> {
  const { ALERT_EVERY_SECONDS, ...env } = getEnv();
  return judgeRules(deps, { everyMs: ALERT_EVERY_SECONDS * 1_000, limits: alertLimits(env) });
}

/** Rounds that mostly find nothing to do leave a line only where they did anything. */
const MOSTLY_IDLE = new Set<keyof typeof ROUNDS>(['often', 'sources']);

/** Does a round now, and leaves a line. */
export function doRound(name: keyof typeof ROUNDS, deps: RealDeps): Promise<Done> {
  const tasks: Round['tasks'] = ROUNDS[name].tasks;
  const line = { message: 'cron run', fields: { name } } as const;
  return logged(
    deps.log,
    line,
    () => doAll(tasks, deps, getEnv().DATA_RETENTION_DAYS),
    (done) => (MOSTLY_IDLE.has(name) && Object.values(done).every((count) => count === 0) ? null : tellDone(done)),
  );
}

/** What failed is told with its error by `doAll`. */
function tellDone(done: Done): Record<string, unknown> {
  return { outcome: Object.values(done).includes(null) ? 'failed' : 'done', ...done };
}
