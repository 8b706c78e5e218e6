import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild } from '../../bin/start/end-child';
import { withoutRights } from '../soak/app';
import type { ClockWord } from './shifted-clock';

/** One process of the app. */
export interface Part {
  name: string;
  pid: number;
  /** The last lines that it wrote. */
  output(): string;
  /** By the hard way, as the kernel ends what has no memory left. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Its clock is so far ahead of ours from now on, in milliseconds. */
  setClock(aheadMs: number): Promise<void>;
}

/** What all parts of one drill have in common. */
export interface PartSettings {
  databaseUrl: string;
  /** Where people open the app. */
  appUrl: string;
  dataDir: string;
  given: Record<string, string>;
}

const START_MS = 120_000;
const STOP_MS = 60_000;

/** Starts `npm run web` or `npm run worker` as a process of its own, whose connections bear its name. */
export async function startPart(kind: 'web' | 'worker', name: string, settings: PartSettings, port = 0): Promise<Part> {
  const clock = new URL('shifted-clock.ts', import.meta.url).href;
  const args = ['--max-semi-space-size=64', '--import', 'tsx', '--import', clock, `bin/${kind}.ts`];
  const env = environment(settings, name, port);
  const user = withoutRights(settings.dataDir);
  // A session of its own: Linux shares cores out by session, and who asks sits at another machine.
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env,
    detached: true,
    ...user,
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      told = (told + chunk).slice(-20_000);
    });
  }
  const part: Part = {
    name,
    pid: child.pid ?? 0,
    output: () => told,
    kill: () => endChild(child, STOP_MS, 'SIGKILL'),
    stop: () => endChild(child, STOP_MS),
    setClock: async (clockMs) => {
      const heard = once(child, 'message');
      child.send({ clockMs } satisfies ClockWord);
      await heard;
    },
  };
  await begun(kind, child, part, port);
  return part;
}

function environment({ databaseUrl, appUrl, dataDir, given }: PartSettings, name: string, port: number) {
  const address = new URL(databaseUrl);
  address.searchParams.set('application_name', name);
  return {
    NODE_ENV: 'production' as const,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: appUrl,
    DATABASE_URL: address.href,
    DATA_DIR: dataDir,
    AUTH_SECRET: 'only-for-the-drills-of-this-machine',
    BETA_OPEN: 'true',
    VERIFY_EMAIL: 'false',
    LOG_LEVEL: 'warn',
    ...given,
  };
}

/** Pages are there when they answer; a worker says that it works. */
async function begun(kind: 'web' | 'worker', child: ChildProcess, part: Part, port: number): Promise<void> {
  for (const late = performance.now() + START_MS; ; await sleep(100)) {
    if (kind === 'worker' && part.output().includes('Working for')) return;
    if (kind === 'web' && (await answers(port))) return;
    if (child.exitCode !== null || performance.now() > late) {
      await part.kill();
      throw new Error(`${part.name} did not start:\n${part.output()}`);
    }
  }
}

async function answers(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
  return answer?.ok ?? false;
}
