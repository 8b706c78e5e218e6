// What runs in a thread. It is bundled into one file of its own (bundle.ts), which piscina loads.
import { setPriority } from 'node:os';
import { parentPort, threadId } from 'node:worker_threads';
import { rulesHere } from '@/ai/rules';
import { BEHIND_SERVING } from '@/domain/behind-serving';
import type { ThreadAnswer, ThreadBegun, ThreadCall } from './thread-pool';
import { threadTasks } from './thread-tasks';

// Linux has a priority for each thread; elsewhere this would be the whole process's.
if (process.platform === 'linux') setPriority(BEHIND_SERVING);

/** Weights are read and patterns compiled when they are first used; a thread is ready when that is behind it. */
void rulesHere.interpret('Tell me when the price of the kettle drops below $40', new Date());

/** Tells that the task has begun, which starts its clock, and carries it out. */
export default async function carryOut({ id, task, input }: ThreadCall): Promise<ThreadAnswer> {
  parentPort?.postMessage({ id, threadId } satisfies ThreadBegun);
  try {
    const work: (input: never) => Promise<unknown> = threadTasks[task as keyof typeof threadTasks];
    return { ok: true, output: await work(input as never) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, message, stack };
  }
}
