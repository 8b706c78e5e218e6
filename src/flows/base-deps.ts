import { getDb } from '@/db/connection/connection';
import { log } from '@/ops/log';
import type { Deps } from './deps';

export type BaseDeps = Pick<Deps, 'db' | 'now'> & { log: ReturnType<typeof log> };

/** What flows of accounts and of the sample shop need: they load no browser, reader or queue. */
export function getBaseDeps(): BaseDeps {
  return { db: getDb(), now: () => new Date(), log: log() };
}
