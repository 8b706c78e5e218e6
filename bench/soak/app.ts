import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../../bin/start/build';
import { endChild } from '../../bin/start/end-child';
import type { Vitals, Word } from './inside';

export interface App {
  origin: string;
  pid: number;
  /** What the process told of itself since it answered. */
  vitals: Vitals[];
  /** Errors that nobody caught, by their words. */
  uncaught: string[];
  /** Ends the busiest of its threads. False: there was none. */
  endThread(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface Surroundings {
  databaseUrl: string;
  redisUrl: string | null;
  dataDir: string;
  /** Where mails go. */
  sendGridUrl: string;
  /** All pages are asked for by way of it. */
  proxyUrl: string;
}

/** So long a build and a start may take on a machine that does other things as well. */
const START_MS = 10 * 60_000;
const STOP_MS = 30_000;

/** "nobody" of most systems. */
const NOBODY = 65_534;

/**
 * Starts the built app as `npm start` does for production, builds it first where needed. Root starts it as somebody
 * without rights, as a host would: a browser of root's takes the processor before all others, the serving one too. It
 * has a session of its own: Linux shares cores out by session, and who asks sits at another machine.
 */
export async function startApp(around: Surroundings, say: (text: string) => void): Promise<App> {
  await ensureBuilt(process.cwd(), say, AbortSignal.timeout(START_MS));
  const user = withoutRights(around.dataDir);
  if (user.uid !== undefined) say(`The app runs as user ${user.uid}.`);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const inside = new URL('inside.ts', import.meta.url).href;
  const args = ['--max-semi-space-size=64', '--import', 'tsx', '--import', inside, 'bin/start.ts'];
  const env = settings(around, port, origin);
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', 'ipc'];
  const child = spawn(process.execPath, args, { stdio, env, detached: true, ...user });
  const heard = listen(child);
  try {
    await answering(origin, () => child.exitCode ?? child.signalCode);
  } catch (error) {
    await endChild(child, STOP_MS);
    throw new Error(`The app did not start:\n${heard.output()}`, { cause: error });
  }
  // What it told before it answered was its start.
  heard.vitals.length = 0;
  const { vitals, uncaught, endThread } = heard;
  return { origin, pid: child.pid ?? 0, vitals, uncaught, endThread, stop: () => endChild(child, STOP_MS) };
}

/** Whom root starts the app as, who gets its data folder. Empty where we are not root, or others may not come here. */
export function withoutRights(dataDir: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0 || !isOpenToAll(process.cwd())) return {};
  mkdirSync(dataDir, { recursive: true });
  chownSync(dataDir, NOBODY, NOBODY);
  chmodSync(dirname(dataDir), 0o711);
  return { uid: NOBODY, gid: NOBODY };
}

/** Whether everybody may read a folder, and come to it. */
function isOpenToAll(folder: string): boolean {
  const may = (statSync(folder).mode & 0o005) === 0o005;
  return may && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}

/** What the process says of itself, and the last of its output. */
function listen(child: ChildProcess) {
  const vitals: Vitals[] = [];
  const uncaught: string[] = [];
  let told = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    told = (told + chunk).slice(-4_000);
  });
  let threadEnded = (_: boolean) => {};
  child.on('message', (word: Word) => {
    if ('vitals' in word) vitals.push(word.vitals);
    else if ('uncaught' in word) uncaught.push(word.uncaught);
    else threadEnded(word.threadEnded);
  });
  const endThread = () =>
    new Promise<boolean>((resolve) => {
      threadEnded = resolve;
      child.send('end a thread');
    });
  return { vitals, uncaught, output: () => told, endThread };
}

/** Behind one proxy, as in production: each person has an address of their own. */
function settings(around: Surroundings, port: number, origin: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: around.dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    APP_URL: origin,
    DATABASE_URL: around.databaseUrl,
    ...(around.redisUrl ? { REDIS_URL: around.redisUrl } : {}),
    DATA_DIR: around.dataDir,
    AUTH_SECRET: 'only-for-the-soak-of-this-machine',
    TRUSTED_PROXY_HOPS: '1',
    BETA_OPEN: 'true',
    VERIFY_EMAIL: 'false',
    SENDGRID_API_KEY: 'SG.stub',
    SENDGRID_BASE_URL: around.sendGridUrl,
    FROM_EMAIL: 'noreply@example.org',
    SCRAPE_PROXIES: around.proxyUrl,
    SCRAPE_DEADLINE_MS: '10000',
    REFRESH_RATE_LIMIT: '4',
    DAILY_REFRESH_LIMIT: '10000',
    LOG_LEVEL: 'error',
  };
}

async function answering(origin: string, ended: () => number | string | null): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    const answer = await fetch(`${origin}/api/session`).catch(() => null);
    if (answer?.status === 401) return;
    if (ended() !== null || Date.now() > until) throw new Error('It never answered');
    await sleep(250);
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
