import { countStatistics, type Statistics } from '@/db/statistics';
import { type ProbeDeps, probeParts, type SystemHealth } from './probe-parts';

export interface SystemStatistics extends Statistics {
  health: SystemHealth;
}

/** The plan's statistics, with the health of the parts from real probes: nothing here is assumed to work. */
export async function readStats(deps: ProbeDeps): Promise<SystemStatistics> {
  const [statistics, health] = await Promise.all([
    countStatistics(deps.db, deps.now()),
    probeParts(deps, { askOutside: true }),
  ]);
  return { ...statistics, health };
}
