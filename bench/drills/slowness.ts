import { availableParallelism, loadavg } from 'node:os';
import { say } from './program';

/** More than so many want each core: checks end for want of time, whatever the drill does. */
const MOST_LOAD = 4;

/**
 * What is wrong where a machine has the time for it: how checks ended, and how long things took. On one that has not it
 * is told, and no fault. What is counted must be exact everywhere, and never comes by here.
 */
export function ifInTime(faults: string[]): string[] {
  const load = (loadavg()[0] ?? 0) / availableParallelism();
  if (load <= MOST_LOAD) return faults;
  if (faults.length > 0) say(`told and not judged, at a load of ${load.toFixed(0)} a core: ${faults.join('; ')}`);
  return [];
}
