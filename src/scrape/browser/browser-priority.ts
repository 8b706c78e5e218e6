import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { BEHIND_SERVING } from '@/domain/behind-serving';
import { processIds } from './browser-reaper';

/**
 * Puts a browser behind whatever serves people on the same cores: all threads of its processes, what they start later
 * inherits it, and its session where Linux shares cores out by session. Linux only; where it is not allowed the browser
 * stays as it is.
 */
export async function yieldToServing(browserPid: number): Promise<void> {
  if (process.platform !== 'linux') return;
  await writeFile(`/proc/${browserPid}/autogroup`, String(BEHIND_SERVING)).catch(() => undefined);
  for (const pid of await membersOfGroup(browserPid)) {
    for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
      try {
        setPriority(Number(thread), BEHIND_SERVING);
      } catch {
        // It has ended, or belongs to somebody else.
      }
    }
  }
}

/** Living processes of a process group. Linux only. */
export async function membersOfGroup(group: number): Promise<number[]> {
  const members: number[] = [];
  for (const pid of await processIds()) {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ').at(-1)?.split(' ') ?? [];
    if (fields[0] !== 'Z' && Number(fields[2]) === group) members.push(pid);
  }
  return members;
}
