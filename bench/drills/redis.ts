import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, checkAll } from './people';
import { ifInTime } from './slowness';

/** Redis goes for some seconds while people check, and comes back: nobody notices, and limits go on being counted. */
export async function holdRedis(ground: Ground, isShort: boolean): Promise<Result[]> {
  const name = 'Redis gone and back';
  if (ground.redis === null) return [{ name, counts: [], faults: [], skipped: 'there is no redis-server here' }];
  const crowd = await arrive(ground, { people: isShort ? 3 : 8, monitors: isShort ? 2 : 5, together: true });
  const [outcomes] = await Promise.all([checkAll(crowd, 500), ground.redis.kill()]);
  const result = await settle(name, ground, crowd, {});
  const failed = crowd.ledger.notes.filter(({ status }) => status === 0 || status >= 500);
  if (failed.length > 0) result.faults.push(`${failed.length} requests failed, and none should`);
  const unlucky = outcomes.filter((outcome) => outcome !== 'value');
  result.faults.push(...ifInTime(unlucky.map((outcome) => `somebody got ${outcome}`)));
  return [result];
}
