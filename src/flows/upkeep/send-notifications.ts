import { claimNotification } from '@/db/notification-claims';
import { mayAsk } from '@/db/service-faults';
import type { Deps } from '../deps';
import { PROBE_EVERY_MS, SEND_LEASE_MS, type SendDeps, sendOne } from './send-one';

/** Sends at once by one sender: enough for a thousand a minute, few enough for the connections of the database. */
const MOST_AT_ONCE = 8;

/** Sends notifications beside each other, each under a lease of its own. */
export interface Sender {
  /** Takes and begins to send what is due, while there is room; does not wait for the answers. */
  fill(signal: AbortSignal): Promise<void>;
  /** Resolves when one of those under way has ended; null when none is. */
  next(): Promise<unknown> | null;
  /** Resolves when all under way have ended. */
  empty(): Promise<void>;
  /** How many went out. */
  readonly sent: number;
}

export function createSender(deps: SendDeps): Sender {
  const underWay = new Set<Promise<unknown>>();
  let sent = 0;
  const begin = async () => {
    const takenAt = performance.now();
    const now = deps.now();
    const probeAgainAt = new Date(now.getTime() + PROBE_EVERY_MS);
    if (!(await mayAsk(deps.db, { service: 'email', now, probeAgainAt }))) return false;
    const claim = await claimNotification(deps.db, now, SEND_LEASE_MS);
    if (claim === null) return false;
    const send = sendOne(deps, claim, takenAt)
      .then((left) => {
        if (left) sent += 1;
      })
      .catch((error) => deps.log.error({ err: error, notificationId: claim.id }, 'a mail could not be settled'))
      .finally(() => underWay.delete(send));
    underWay.add(send);
    return true;
  };
  return {
    fill: async (signal) => {
      while (!signal.aborted && underWay.size < MOST_AT_ONCE && (await begin()));
    },
    next: () => (underWay.size > 0 ? Promise.race(underWay) : null),
    empty: async () => void (await Promise.all(underWay)),
    get sent() {
      return sent;
    },
  };
}

const NEVER = new AbortController().signal;

/**
 * Sends all that is due: step 8 of a refresh. What is refused for now stays pending and is tried again later. Waits for
 * the answers; none is asked for after `signal`. Returns how many went out.
 */
export async function sendNotifications(deps: SendDeps, signal: AbortSignal = NEVER): Promise<number> {
  const sender = createSender(deps);
  try {
    await sender.fill(signal);
    for (let next = sender.next(); next !== null; next = sender.next()) {
      await next;
      await sender.fill(signal);
    }
  } finally {
    await sender.empty();
  }
  return sender.sent;
}

/** Where nothing runs between requests, the mails of one may take so long after its answer. */
const AFTER_ANSWER_MS = 20_000;

/** After a commit that wrote notifications: wakes the loop that sends them, or, where there is none, sends them. */
export async function sendSoon(deps: SendDeps & Pick<Deps, 'wakeMail'>): Promise<void> {
  if (deps.wakeMail) deps.wakeMail();
  else await sendNotifications(deps, AbortSignal.timeout(AFTER_ANSWER_MS));
}
