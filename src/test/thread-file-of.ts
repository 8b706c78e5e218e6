import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A file for threads that can be asked for the given tasks, each the text of a function: threads that spin, die or fill
 * their memory whatever our own code has learnt to bear. Speaks as src/threads/thread-entry.ts does.
 */
export function threadFileOf(tasks: Record<string, string>): string {
  const table = Object.entries(tasks).map(([name, code]) => `${JSON.stringify(name)}: ${code}`);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'monitors-thread-')), 'thread.mjs');
  writeFileSync(
    file,
    `import { parentPort, threadId } from 'node:worker_threads';
const tasks = { ${table.join(', ')} };
export default async ({ id, task, input }) => {
  parentPort.postMessage({ id, threadId });
  try {
    return { ok: true, output: await tasks[task](input) };
  } catch (error) {
    return { ok: false, message: error.message, stack: error.stack };
  }
};
`,
  );
  return file;
}

/** Never gives its thread back. */
export const SPIN = '() => { for (;;); }';
