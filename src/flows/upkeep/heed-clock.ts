import { pullEmailsBack, shortenLeases } from '@/db/clock-set-back';
import type { Deps } from '../deps';
import { SEND_LEASE_MS } from './send-one';

type ClockDeps = Pick<Deps, 'db' | 'now' | 'log'> & { settings: Pick<Deps['settings'], 'leaseMs'> };

/**
 * Where the clock was set back, what it had written ahead of now would be waited for until it has caught up: a check
 * whose worker died, an email. Brings that to now. Returns how much there was, which is nothing nearly always.
 */
export async function heedClock({ db, now: clock, log, settings }: ClockDeps): Promise<number> {
  const now = clock();
  const leases = await shortenLeases(db, now, { evaluation: settings.leaseMs, email: SEND_LEASE_MS });
  const emails = await pullEmailsBack(db, now);
  if (leases + emails > 0)
    log.warn({ leases, emails }, 'the clock was set back; what was written ahead of it is mended');
  return leases + emails;
}
