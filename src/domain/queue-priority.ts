/** How an evaluation was asked for: by a click on one monitor, or with others at once. */
export type Asked = 'single' | 'batch';

/** Of the first one that waits. A click, whatever waits already, goes before every batch. */
const FIRST = { single: 10, batch: 0 } as const satisfies Record<Asked, number>;
const MOST_STEPS = 9;

/**
 * The priority of an evaluation in the queue, higher is sooner. Every one that the same person has waiting already
 * (asked for in the same way) puts it one step back, so that one person's tenth waits behind another's first.
 */
export function priorityOf(asked: Asked, waiting: number): number {
  return FIRST[asked] - Math.min(Math.max(waiting, 0), MOST_STEPS);
}

/** Whether an evaluation of this priority was asked for with others at once. */
export function isOfBatch(priority: number): boolean {
  return priority <= FIRST.batch;
}
