import type { MonitorView } from '@/trpc/monitor-view';
import { keepHere, readKept } from '../kept-here';

const KEY = 'monitors.firstSteps';

/** Whether somebody has hidden the steps in this browser; where it keeps nothing, until the next page is loaded. */
export function isDismissed(): boolean {
  return readKept(KEY) !== null;
}

export function dismissSteps(): void {
  keepHere(KEY, 'hidden');
}

type Checked = Pick<MonitorView, 'evaluationCount' | 'nextAllowedRefresh'>;

/** What a monitor was saved with is its first evaluation; whoever pressed the button may press it again some time. */
const wasChecked = ({ evaluationCount, nextAllowedRefresh }: Checked) =>
  evaluationCount > 1 || nextAllowedRefresh !== null;

/** Which of the three steps a person is at, 1 to 3; null for somebody who needs none. */
export function firstStep(
  monitors: readonly Checked[],
  { hasDraft, here }: { hasDraft: boolean; here?: 'writing' | 'previewed' | undefined },
): 1 | 2 | 3 | null {
  if (monitors.length > 1 || monitors.some(wasChecked)) return null;
  if (here !== undefined) return monitors.length > 0 ? null : here === 'previewed' ? 2 : 1;
  if (monitors.length === 1) return 3;
  return hasDraft ? 2 : 1;
}
