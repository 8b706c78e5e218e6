import { claimNotification, type NotificationClaim } from '@/db/email/notification-claims';
import { mayAsk } from '@/db/email/service-faults';
import type { Deps } from '../deps';
import { gatherEmails } from './gather-emails';
import { PROBE_EVERY_MS, SEND_LEASE_MS, type SendDeps, sendOne } from './send-one';

/** Sends at once by one sender: enough for a thousand a minute, few enough for the connections of the database. */
const MOST_AT_ONCE = 8;

/** Sends notifications beside each other, each under a lease of its own. */
export interface Sender {
  /** Takes and begins to send what is due, while there is room; does not wait for the answers. */
  fill(signal: AbortSignal): Promise<void>;
  /** Resolves when one of those under way has ended, or has since `fill` looked last; null when none is left. */
  next(): Promise<unknown> | null;
  /** Resolves when all under way have ended. */
  empty(): Promise<void>;
  /** How many went out. */
  readonly sent: number;
}

export function createSender(deps: SendDeps): Sender {
  const underWay = new Set<Promise<unknown>>();
  let sent = 0;
  // The end of one may let others be sent, which a look that began before it could not see.
  let ended = 0;
  let endedAtLook = 0;
  const begin = async () => {
    endedAtLook = ended;
    const takenAt = performance.now();
    const claim = await claimNext(deps);
    if (claim === null) return false;
    const send = sendOne(deps, claim, takenAt)
      .then((left) => {
        if (left) sent += 1;
      })
      .catch((error) => deps.log.error({ err: error, notificationId: claim.id }, 'a mail could not be settled'))
      .finally(() => {
        underWay.delete(send);
        ended += 1;
      });
    underWay.add(send);
    return true;
  };
  return {
    fill: async (signal) => {
      endedAtLook = ended;
      while (!signal.aborted && underWay.size < MOST_AT_ONCE && (await begin()));
    },
    next: () => {
      if (ended !== endedAtLook) return Promise.resolve();
      return underWay.size > 0 ? Promise.race(underWay) : null;
    },
    empty: async () => void (await Promise.all(underWay)),
    get sent() {
      return sent;
    },
  };
}

/** The next that is due, gathered with what is due beside it; null where none is, or none may be sent. */
async function claimNext(deps: SendDeps): Promise<NotificationClaim | null> {
  const now = deps.now();
  const asked = await mayAsk(deps.db, {
    service: 'email',
    now,
    probeAgainAt: new Date(now.getTime() + PROBE_EVERY_MS),
  });
  if (asked === 'no') return null;
  // While nothing is accepted, all that comes meanwhile is for one email in the end.
  const alone = asked === 'as_probe';
  for (;;) {
    const more = !alone && (await gatherEmails(deps));
    const lease = { leaseMs: SEND_LEASE_MS, confirmMs: deps.settings.confirmEmailMs };
    const claim = await claimNotification(deps.db, deps.now(), { ...lease, alone });
    if (claim !== null || !more) return claim;
  }
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
