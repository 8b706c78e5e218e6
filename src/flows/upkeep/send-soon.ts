import type { Deps } from '../deps';
import { sendNotifications } from './send-notifications';
import type { SendDeps } from './send-one';

/** Where nothing runs between requests, the mails of one may take so long after its answer. */
const AFTER_ANSWER_MS = 20_000;

/** After a commit that wrote notifications: wakes the loop that sends them, or, where there is none, sends them. */
export async function sendSoon(deps: SendDeps & Pick<Deps, 'wakeMail'>): Promise<void> {
  if (deps.wakeMail) deps.wakeMail();
  else await sendNotifications(deps, AbortSignal.timeout(AFTER_ANSWER_MS));
}
