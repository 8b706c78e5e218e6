import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, type Crowd, checkAll } from './people';

/** The disk under the database is full to the last byte while people check, and has room again later. */
export async function holdDisk(ground: Ground, isShort: boolean): Promise<Result[]> {
  const name = 'disk of the data folder full';
  const { cluster } = ground;
  if (cluster.fillDisk === null)
    return [{ name, counts: [], faults: [], skipped: 'a small disk of its own takes root that may mount one' }];
  const crowd = await arrive(ground, { people: isShort ? 3 : 4, monitors: isShort ? 3 : 5, from: 400 });
  const checked = checkAll(crowd, 1_500);
  await sleep(3_000);
  const from = new Date();
  cluster.fillDisk();
  const refused = await spendTheRest(ground);
  await sleep(isShort ? 4_000 : 15_000);
  cluster.freeDisk();
  const to = new Date();
  await checked;
  await sql`DROP TABLE IF EXISTS ballast`.execute(ground.db);
  const internal = await underWay(ground, crowd, { from, to });
  const result = await settle(name, ground, crowd, { internal });
  if (!refused) result.faults.push('the database never said that its disk is full');
  return [result];
}

/** Checks of theirs of which a part fell into that time: only these may have come to nothing by it. */
async function underWay({ db }: Ground, { people }: Crowd, { from, to }: { from: Date; to: Date }): Promise<number> {
  const { found } = await db
    .selectFrom('evaluations')
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .where(
      'userId',
      'in',
      people.map(({ userId }) => userId),
    )
    .where('requestedAt', '<=', to)
    .where((where) => where.or([where('finishedAt', 'is', null), where('finishedAt', '>=', from)]))
    .executeTakeFirstOrThrow();
  return Number(found);
}

/** What the database has in reserve (the rest of its log) is used up too. True where it then refused to write. */
async function spendTheRest({ db }: Ground): Promise<boolean> {
  const write = async () => {
    await sql`CREATE TABLE IF NOT EXISTS ballast (filler text)`.execute(db);
    for (let times = 0; times < 100; times += 1)
      await sql`INSERT INTO ballast SELECT repeat(md5(n::text), 30) FROM generate_series(1, 2000) n`.execute(db);
    return false;
  };
  return write().catch(() => true);
}
