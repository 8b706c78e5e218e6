import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app';
import type { Outage } from './report';
import { type Service, until } from './services';

/** Something that is killed once. */
export interface Kill {
  what: string;
  /** Share of the soak after which. */
  at: number;
  /** Resolves when what was killed is back; null: there was none to kill, why is told. */
  carryOut: () => Promise<string | null>;
}

/** So long a browser may take to be started again by who needs it. */
const BROWSER_MS = 60_000;

export function planKills(app: App, database: Service, redis: Service | null): Kill[] {
  const served = (service: Service) => async () => {
    await service.kill();
    return null;
  };
  return [
    {
      what: 'thread',
      at: 0.15,
      carryOut: async () => ((await app.endThread()) ? null : 'no thread was at work'),
    },
    { what: 'browser', at: 0.25, carryOut: () => killBrowser(app.pid) },
    { what: database.name, at: 0.35, carryOut: served(database) },
    ...(redis ? [{ what: redis.name, at: 0.45, carryOut: served(redis) }] : []),
  ];
}

/** Carries out each in its time; tells when each was away. */
export async function killInTurn(kills: Kill[], begin: number, ms: number, say: (text: string) => void) {
  const outages: Outage[] = [];
  for (const { what, at, carryOut } of kills) {
    await sleep(Math.max(0, begin + at * ms - Date.now()));
    const from = Date.now();
    const skipped = await carryOut();
    const to = Date.now();
    outages.push({ what, from, to, skipped });
    say(
      skipped ? `${what}: not killed, ${skipped}` : `${what}: killed, back after ${((to - from) / 1_000).toFixed(1)} s`,
    );
  }
  return outages;
}

async function killBrowser(appPid: number): Promise<string | null> {
  if (process.platform !== 'linux') return 'processes are only looked for on Linux';
  let killed: number | undefined;
  await until(async () => {
    killed = browsersOf(appPid)[0];
    return killed !== undefined;
  }, BROWSER_MS);
  if (killed === undefined) return 'no browser was there';
  process.kill(killed, 'SIGKILL');
  await until(async () => browsersOf(appPid).some((pid) => pid !== killed), BROWSER_MS);
  return null;
}

/** Browsers among the descendants of a process: those of their processes that are of no `--type`. */
function browsersOf(ancestor: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = read(`/proc/${name}/stat`);
    parents.set(Number(name), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const descends = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === ancestor || (parent > 1 && descends(parent));
  };
  return [...parents.keys()].filter((pid) => {
    const [program = '', ...args] = read(`/proc/${pid}/cmdline`).split('\0');
    return /chrom/i.test(program) && !args.some((arg) => arg.startsWith('--type=')) && descends(pid);
  });
}

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
