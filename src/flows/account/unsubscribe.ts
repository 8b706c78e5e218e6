import { authSecret } from '@/auth/secret';
import { readUnsubscribeToken, type Unsubscribing } from '@/auth/unsubscribe-token';
import { withholdPending } from '@/db/email/email-plans';
import {
  findEmailPreferences,
  lockEmailsOf,
  preferenceOf,
  removeMonitorPreference,
  saveEmailPreference,
} from '@/db/email/email-preferences';
import { takeApart } from '@/db/email/gathered-emails';
import { findMonitor } from '@/db/monitors';
import { findPerson } from '@/db/users';
import { DEFAULT_PREFERENCE } from '@/domain/email/timing';
import type { Deps } from '../deps';
import { recordOwnAct } from './record-act';

type UnsubscribeDeps = Pick<Deps, 'db' | 'now' | 'origin'>;

/** What a link in an email would end, and whether that has been done. */
export interface Unsubscription {
  /** Whose emails end; null: those of all monitors. */
  monitorName: string | null;
  isOff: boolean;
  /** The person wants no emails of any monitor: a link of one monitor cannot bring its own back. */
  isAllOff: boolean;
}

/** What a link ends; null where it is none of ours, too old, or its person or monitor is gone. Changes nothing. */
export async function showUnsubscription(deps: UnsubscribeDeps, token: string): Promise<Unsubscription | null> {
  const whose = readUnsubscribeToken(authSecret(), token, deps.now());
  return whose && stateOf(deps, whose);
}

async function stateOf({ db }: Pick<Deps, 'db'>, { userId, monitorId }: Unsubscribing): Promise<Unsubscription | null> {
  if ((await findPerson(db, userId)) === null) return null;
  const monitor = monitorId === null ? null : await findMonitor(db, userId, monitorId);
  if (monitorId !== null && monitor === null) return null;
  const preferences = await findEmailPreferences(db, userId);
  const { mode } = preferenceOf(preferences, monitorId);
  return { monitorName: monitor?.name ?? null, isOff: mode === 'off', isAllOff: preferences.all.mode === 'off' };
}

/**
 * Ends the emails that a link names, without a sign-in, or with `again` begins them anew. The inbox keeps all alerts,
 * and emails about the account go on. Doing it twice is doing it once. Null as `showUnsubscription`.
 */
export async function unsubscribe(
  deps: UnsubscribeDeps,
  token: string,
  { again }: { again: boolean },
): Promise<Unsubscription | null> {
  const now = deps.now();
  const whose = readUnsubscribeToken(authSecret(), token, now);
  const before = whose && (await stateOf(deps, whose));
  if (whose === null || before === null) return null;
  // A page from before shows a button that has nothing to bring back; it must not undo what was chosen since.
  if (again && !before.isOff) return before;
  const { userId, monitorId } = whose;
  await deps.db.transaction().execute(async (trx) => {
    await lockEmailsOf(trx, userId, monitorId);
    const choice = { userId, monitorId, now };
    if (again && monitorId !== null) await removeMonitorPreference(trx, userId, monitorId);
    else if (again) await saveEmailPreference(trx, { ...choice, mode: DEFAULT_PREFERENCE.mode, byLinkAt: null });
    else {
      await saveEmailPreference(trx, { ...choice, mode: 'off', byLinkAt: now });
      await takeApart(trx, userId);
      await withholdPending(trx, whose);
    }
    const record = monitorId === null ? undefined : ({ type: 'monitor', id: monitorId } as const);
    const action = again ? 'emails.resume_by_link' : 'emails.end_by_link';
    await recordOwnAct(deps, trx, userId, { action, ...(record ? { record } : {}) });
  });
  return stateOf(deps, whose);
}
