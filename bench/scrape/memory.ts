import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Ground, type Line, lookAt } from './ground';

/**
 * Resident memory after 100 looks and after 500, full ones, two at a time. Needs --expose-gc to count node's fairly.
 */
export async function benchMemory({ origin, scraper }: Ground, looks: number): Promise<Line[]> {
  const early = Math.ceil(looks / 5);
  await lookMany(early);
  const before = await measure();
  await lookMany(looks - early);
  const after = await measure();
  const line = (name: string, ours: number, theirs: number): Line => ({
    name,
    note: `after ${looks} looks, against after ${early}`,
    ours: megabytes(ours),
    theirs: megabytes(theirs),
    ratio: ours / theirs,
    floor: 1.1,
  });
  return [line('memory of node', after.node, before.node), line('memory of Chromium', after.browser, before.browser)];

  async function lookMany(count: number): Promise<void> {
    let left = count;
    const work = async () => {
      while (left-- > 0) await (await lookAt(scraper, `${origin}/product/${left % 50}`, 'full')).close();
    };
    await Promise.all([work(), work()]);
  }

  /** The lowest of some moments: what is held, not what waits to be swept. */
  async function measure(): Promise<{ node: number; browser: number }> {
    const found = { node: Number.POSITIVE_INFINITY, browser: Number.POSITIVE_INFINITY };
    for (let moment = 0; moment < 8; moment++) {
      globalThis.gc?.();
      await lookMany(1);
      await new Promise((resolve) => setTimeout(resolve, 250));
      found.node = Math.min(found.node, process.memoryUsage.rss());
      found.browser = Math.min(found.browser, await browserBytes(scraper.state().pid));
    }
    return found;
  }
}

/** Of the browser's process group, which holds its renderers and helpers too. */
async function browserBytes(pid: number | null): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pgid=,rss=']);
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  return rows.reduce((sum, [group, kilobytes = 0]) => (group === pid ? sum + kilobytes * 1_024 : sum), 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}
