import { pruneAnswers } from '@/db/ai/answers';
import { forgetEpisodes } from '@/db/alerts/episodes';
import { deleteDataExports } from '@/db/data-exports';
import { deleteEmailLinks } from '@/db/email-links';
import { forgetKeys } from '@/db/idempotency-keys';
import { deletePreviews } from '@/db/previews';
import { deletePastWindows } from '@/db/rate-windows';
import { deleteRefusals } from '@/db/restrictions';
import { deleteEndedSessions } from '@/db/sessions';
import { forgetDiscarded } from '@/db/system/dead-letters';
import type { Deps } from '../deps';
import { PREVIEW_KEPT_MS } from '../monitors/keep-preview';
import { enforceRetention } from './enforce-retention';
import { purgeAccounts } from './purge-accounts';
import { archiveMonths } from './retention/archive-months';
import { cleanArchives, removeArchives } from './retention/clean-archives';
import { tellOfRetention } from './retention/tell-of-retention';

const DAY_MS = 24 * 60 * 60_000;
/** How long what has ended is kept, for questions about it. */
const KEPT_MS = 30 * DAY_MS;
const ALERTS_KEPT_MS = 90 * DAY_MS;

/** Answers of models that are kept: of 1 to 2 KB each, 20 to 40 MB. */
const MOST_ANSWERS = 20_000;

type MaintenanceDeps = Pick<Deps, 'db' | 'now' | 'log' | 'archive'> & { settings: Pick<Deps['settings'], 'appUrl'> };

/** What one task did, by its name; null where it failed, which the log tells. */
export type Done = Record<string, number | null>;

type Task<Needs> = (deps: Needs, retentionDays: number) => Promise<number>;

/**
 * What has had its time is removed. Each may be done as often as one likes, and in two processes at once: every one is
 * a statement that finds nothing a second time, or is claimed row by row.
 */
export const MAINTENANCE: Record<string, Task<MaintenanceDeps>> = {
  peopleToldOfRetention: tellOfRetention,
  monthsArchived: archiveMonths,
  pastRetentionRemoved: async (deps, days) =>
    Object.values(await enforceRetention(deps, days)).reduce((sum, count) => sum + count, 0),
  /** Answers of models, past their day or too many. */
  answersRemoved: ({ db, now }) => pruneAnswers(db, now(), MOST_ANSWERS),
  accountsRemoved: (deps) => purgeAccounts(deps),
  /** After accounts: what they leave behind in archives goes in the same round. */
  archivesCleaned: (deps) => cleanArchives(deps),
  archivesRemoved: removeArchives,
  exportsRemoved: ({ db, now }) => deleteDataExports(db, now(), ago(now, DAY_MS)),
  /** Answers kept for requests that are sent again. */
  keysRemoved: ({ db, now }) => forgetKeys(db, ago(now, DAY_MS)),
  lettersForgotten: ({ db, now }) => forgetDiscarded(db, ago(now, KEPT_MS)),
  linksRemoved: ({ db, now }) => deleteEmailLinks(db, ago(now, KEPT_MS)),
  /** What operators were told of the service, past a quarter of a year. */
  alertsRemoved: ({ db, now }) => forgetEpisodes(db, ago(now, ALERTS_KEPT_MS)),
  /** What previews read, past its hour. */
  previewsRemoved: ({ db, now }) => deletePreviews(db, ago(now, PREVIEW_KEPT_MS)),
  /** Counts of what persons were refused, past their day. */
  refusalsRemoved: ({ db, now }) => deleteRefusals(db, ago(now, DAY_MS)),
  sessionsRemoved: ({ db, now }) => deleteEndedSessions(db, ago(now, KEPT_MS)),
  /** Counts of abuse limits that count no more. */
  windowsRemoved: ({ db, now }) => deletePastWindows(db, now()),
};

const ago = (now: Deps['now'], ms: number) => new Date(now().getTime() - ms);

/** One after the other; one that fails holds up none of the others, and is done with the next round. */
export async function doAll<Needs extends Pick<Deps, 'log'>>(
  tasks: Record<string, Task<Needs>>,
  deps: Needs,
  retentionDays: number,
): Promise<Done> {
  const done: Done = {};
  for (const [task, run] of Object.entries(tasks)) {
    try {
      done[task] = await run(deps, retentionDays);
    } catch (error) {
      done[task] = null;
      deps.log.error({ err: error, task }, 'housekeeping failed; it is tried again with the next round');
    }
  }
  return done;
}
