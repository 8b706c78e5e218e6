import { deleteDataExports } from '@/db/data-exports';
import { deleteEmailLinks } from '@/db/email-links';
import { forgetKeys } from '@/db/idempotency-keys';
import { deletePreviews } from '@/db/previews';
import { deletePastWindows } from '@/db/rate-windows';
import { deleteRefusals } from '@/db/restrictions';
import { deleteEndedSessions } from '@/db/sessions';
import { makeExports } from '../account/export-data';
import type { Deps } from '../deps';
import { PREVIEW_KEPT_MS } from '../monitors/keep-preview';
import { enforceRetention } from './enforce-retention';
import { purgeAccounts } from './purge-accounts';

const DAY_MS = 24 * 60 * 60_000;
/** How long what has ended is kept, for questions about it. */
const KEPT_MS = 30 * DAY_MS;

/** What one round of housekeeping did. */
export interface Housekeeping {
  accountsRemoved: number;
  exportsMade: number;
  exportsRemoved: number;
  /** Answers kept for requests that are sent again. */
  keysRemoved: number;
  linksRemoved: number;
  /** What previews read, past its hour. */
  previewsRemoved: number;
  /** Counts of what persons were refused, past their day. */
  refusalsRemoved: number;
  sessionsRemoved: number;
  /** Counts of abuse limits that count no more. */
  windowsRemoved: number;
}

/** Removes what has had its time. Safe to run as often as one likes, and in two places at once. */
export async function doMaintenance(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  retentionDays: number,
): Promise<Housekeeping> {
  const now = deps.now();
  const endedBefore = new Date(now.getTime() - KEPT_MS);
  await enforceRetention(deps, retentionDays);
  return {
    accountsRemoved: await purgeAccounts(deps),
    exportsMade: await makeExports(deps),
    exportsRemoved: await deleteDataExports(deps.db, now, new Date(now.getTime() - DAY_MS)),
    keysRemoved: await forgetKeys(deps.db, new Date(now.getTime() - DAY_MS)),
    linksRemoved: await deleteEmailLinks(deps.db, endedBefore),
    previewsRemoved: await deletePreviews(deps.db, new Date(now.getTime() - PREVIEW_KEPT_MS)),
    refusalsRemoved: await deleteRefusals(deps.db, new Date(now.getTime() - DAY_MS)),
    sessionsRemoved: await deleteEndedSessions(deps.db, endedBefore),
    windowsRemoved: await deletePastWindows(deps.db, now),
  };
}
