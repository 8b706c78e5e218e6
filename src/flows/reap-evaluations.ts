import { returnCharge } from '@/db/charges';
import { abandonEvaluations } from '@/db/evaluations';
import type { Deps } from './deps';

const SENTENCE = 'The app was stopped in the middle of this check. Your check was given back: press Check now again.';

/**
 * Ends evaluations whose worker died, and gives their charges back. Runs at the start and then every few seconds, so
 * that nothing is "checking" for ever. Returns how many there were.
 */
export async function reapEvaluations(deps: Pick<Deps, 'db' | 'now' | 'log'>): Promise<number> {
  const abandoned = await deps.db.transaction().execute(async (trx) => {
    const ended = await abandonEvaluations(trx, deps.now(), SENTENCE);
    for (const { userId, chargeDay } of ended) await returnCharge(trx, userId, chargeDay);
    return ended;
  });
  if (abandoned.length > 0) deps.log.warn({ evaluations: abandoned.length }, 'abandoned evaluations were ended');
  return abandoned.length;
}
