import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import {
  countStatistics,
  pingDatabase,
  type Statistics,
  tallyEmails,
  tallyLooks,
  tallyModelCalls,
} from '@/db/statistics';
import { judgeDatabase, judgeLooks, judgeMail, judgeReaders, type PartHealth } from '@/domain/health';
import type { Deps } from '../deps';

const PING_MS = 2_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LATEST_LOOKS = 200;

export interface SystemStatistics extends Statistics {
  health: Record<'database' | 'aiProviders' | 'emailService' | 'scrapingService', PartHealth>;
}

/** The plan's statistics, with the health of the parts from real probes: nothing here is assumed to work. */
export async function readStats(deps: Pick<Deps, 'db' | 'readers' | 'now'>): Promise<SystemStatistics> {
  const now = deps.now();
  const [statistics, health] = await Promise.all([countStatistics(deps.db, now), probe(deps, now)]);
  return { ...statistics, health };
}

async function probe({ db, readers }: Pick<Deps, 'db' | 'readers'>, now: Date): Promise<SystemStatistics['health']> {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const [pingMs, calls, mails, looks] = await Promise.all([
    Promise.race([pingDatabase(db).catch(() => null), tooLate()]),
    tallyModelCalls(db, ago(HOUR_MS)),
    tallyEmails(db, ago(24 * HOUR_MS), ago(15 * MINUTE_MS)),
    tallyLooks(db, ago(24 * HOUR_MS), LATEST_LOOKS),
  ]);
  const models = readers.state().filter((reader) => reader.name !== 'offline');
  return {
    database: judgeDatabase(pingMs),
    aiProviders: judgeReaders(models, calls),
    emailService: judgeMail(mails),
    scrapingService: judgeLooks(looks),
  };
}

/** Null after the time for a ping. When we were busy ourselves, an answer that has come meanwhile is read first. */
async function tooLate(): Promise<null> {
  await sleep(PING_MS, undefined, { ref: false });
  return setImmediate(null);
}
