import type { Transaction } from 'kysely';
import { lockEmailsOf, removeMonitorPreference, saveEmailPreference } from '@/db/email/email-preferences';
import { takeApart } from '@/db/email/gathered-emails';
import { findMonitor } from '@/db/monitors';
import type { DB } from '@/db/types';
import type { Person } from '@/domain/account/person';
import type { EmailMode, EmailPreference } from '@/domain/email/timing';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { planAnew } from './plan-email';
import { recordOwnAct } from './record-act';

type ChooseDeps = Pick<Deps, 'db' | 'now' | 'origin'>;
type Chooser = Pick<Person, 'id' | 'timeZone'>;

/** Keeps how a person wants alerts by email, and plans anew what waits. */
export async function chooseEmails(deps: ChooseDeps, person: Chooser, preference: EmailPreference): Promise<void> {
  await choose(deps, person, { type: 'person', id: person.id }, preference.mode, async (trx, now) => {
    await saveEmailPreference(trx, { userId: person.id, monitorId: null, byLinkAt: null, now, ...preference });
  });
}

/**
 * Keeps how a person wants alerts of one monitor; null: as those of all others.
 * @throws DomainError `not_found` / `monitor_not_found`.
 */
export async function chooseEmailsOf(
  deps: ChooseDeps,
  person: Chooser,
  { monitorId, mode }: { monitorId: string; mode: EmailMode | null },
): Promise<void> {
  if ((await findMonitor(deps.db, person.id, monitorId)) === null)
    throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
  await choose(deps, person, { type: 'monitor', id: monitorId }, mode ?? 'as all', async (trx, now) => {
    if (mode === null) await removeMonitorPreference(trx, person.id, monitorId);
    else await saveEmailPreference(trx, { userId: person.id, monitorId, byLinkAt: null, now, mode });
  });
}

function choose(
  deps: ChooseDeps,
  person: Chooser,
  record: { type: 'person' | 'monitor'; id: string },
  mode: string,
  save: (trx: Transaction<DB>, now: Date) => Promise<void>,
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.now();
    await lockEmailsOf(trx, person.id, record.type === 'monitor' ? record.id : null);
    await save(trx, now);
    await takeApart(trx, person.id);
    await planAnew(trx, person, now);
    await recordOwnAct(deps, trx, person.id, { action: 'emails.choose', record, details: { mode } });
  });
}
