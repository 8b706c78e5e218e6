import { addRequestCount, FIGURES_EVERY_MS, writeFigures } from '@/db/figures';
import { addProxyCounts } from '@/db/system/proxies';
import { returnProxyCounts, takeProxyCounts } from '@/ops/proxy-count';
import { returnRequestCount, takeRequestCount } from '@/ops/request-count';
import type { Deps } from '../deps';

type FiguresDeps = Pick<Deps, 'db' | 'now' | 'mail'>;

/** So often a process tells what it has counted. */
const TOLD_EVERY_MS = 30_000;

/** When this process last came for a row, and last told; so that hardly any request asks the database for nothing. */
const last = new WeakMap<FiguresDeps['db'], { row: number; told: number }>();

/**
 * Tells the database what this process has counted of its requests and proxies, and writes the figures of each five
 * minutes, once for all processes. To be called as often as one likes: by the worker, or where none is after answers.
 * `emailUsdPerThousand`: what a thousand emails cost. True where it wrote a row.
 */
export async function keepFigures(deps: FiguresDeps, emailUsdPerThousand: string): Promise<boolean> {
  const now = deps.now();
  const row = Math.floor(now.getTime() / FIGURES_EVERY_MS);
  const before = last.get(deps.db) ?? { row: 0, told: 0 };
  const isNew = row !== before.row;
  if (!isNew && now.getTime() - before.told < TOLD_EVERY_MS) return false;
  last.set(deps.db, { row, told: now.getTime() });
  try {
    await tellRequests(deps, now);
    await tellProxies(deps);
    if (!isNew) return false;
    return await writeFigures(deps.db, { now, emailsLeave: deps.mail.name !== 'outbox', emailUsdPerThousand });
  } catch (error) {
    // Tried again with the next round.
    last.set(deps.db, before);
    throw error;
  }
}

async function tellRequests({ db }: FiguresDeps, now: Date): Promise<void> {
  const counted = takeRequestCount();
  if (counted === null) return;
  try {
    await addRequestCount(db, counted, now);
  } catch (error) {
    returnRequestCount(counted);
    throw error;
  }
}

async function tellProxies({ db }: FiguresDeps): Promise<void> {
  const counted = takeProxyCounts();
  try {
    await addProxyCounts(db, counted);
  } catch (error) {
    returnProxyCounts(counted);
    throw error;
  }
}
