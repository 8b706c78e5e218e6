import { getDb, observeQueries } from '@/db/connection/connection';
import { getEnv } from '@/env';
import { log } from '@/ops/log';
import { countQuery } from '@/ops/metrics';
import type { Deps } from './deps';

observeQueries(countQuery);

export type BaseDeps = Pick<Deps, 'db' | 'now'> & {
  log: ReturnType<typeof log>;
  settings: Pick<Deps['settings'], 'appUrl'>;
};

/** What flows of accounts and of the sample shop need: they load no browser, reader or queue. */
export function getBaseDeps(): BaseDeps {
  return { db: getDb(), now: () => new Date(), log: log(), settings: { appUrl: getEnv().APP_URL } };
}
