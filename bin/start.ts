// npm start: everything the app needs, in one process, on a machine that has nothing but Node.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { type Env, readEnv } from '@/env';
import { bundleThreads } from '@/threads/bundle';
import { ensureBuilt } from './start/build';
import { type SignIn, startDatabase } from './start/database';
import { takeLock } from './start/instance-lock';
import { checkPort } from './start/port';
import { keptSecret, signingSecret } from './start/secrets';
import type { Serving } from './start/serve';

declare global {
  /** Set by src/instrumentation.ts: puts the evaluation worker and the browser down. */
  var __monitorsShutdown: (() => Promise<void>) | undefined;
}

const STOP_WITHIN_MS = 20_000;
const say = (text: string) => console.log(text);
const since = performance.now();

/** What has to be undone at the end, last first. */
const undo: (() => unknown)[] = [];
const interrupted = new AbortController();
let stopping: Promise<never> | undefined;

/** Ends everything that was started, then this process; one that does not end in time is left. */
function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    interrupted.abort();
    setTimeout(() => process.exit(code || 1), STOP_WITHIN_MS).unref();
    // What is being started in this moment is waited for, so that it can be ended too.
    await starting;
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
    process.exit(code);
  })();
  return stopping;
}

function loadSettings(dev: boolean): Env {
  if (Number(process.versions.node.split('.')[0]) < 22) {
    throw new Error('This needs Node 22 or newer, and npm did not install its own. Run: npm rebuild node && npm start');
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  // A line left blank in .env means "not set", also to the libraries that look for themselves.
  for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
  setEnvironment({ NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  return readEnv({ AUTH_SECRET: process.env.JWT_SECRET ?? 'x'.repeat(32), ...process.env, DATA_DIR: dataDir });
}

function setEnvironment(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
}

async function start(dev: boolean): Promise<void> {
  const env = loadSettings(dev);
  const dataDir = env.DATA_DIR;
  const embedded = env.DATABASE_URL === undefined;
  const hosts = env.HOST ? [env.HOST] : embedded ? ['127.0.0.1', '::1'] : [];
  const lock = takeLock(dataDir);
  if (!lock.held) {
    const where = lock.address ?? 'it is still starting';
    throw new Error(`Monitors! is already running here: ${where} (process ${lock.pid}). End it with Ctrl-C there.`);
  }
  undo.push(lock.release);
  // What V8 compiled at the last start is not compiled again.
  enableCompileCache(join(dataDir, 'compile-cache'));
  const port = await checkPort(env.PORT, hosts[0]);
  const address = process.env.APP_URL ?? `http://localhost:${port}`;
  lock.tell(address);
  setEnvironment({ PORT: String(port), APP_URL: address, DATA_DIR: dataDir, MONITORS_EMBEDDED: String(embedded) });
  if (!process.env.AUTH_SECRET && !process.env.JWT_SECRET) {
    setEnvironment({ AUTH_SECRET: keptSecret(dataDir, 'auth-secret', signingSecret) });
  }
  const built = dev ? bundleThreads(process.cwd()) : ensureBuilt(process.cwd(), say, interrupted.signal);
  // Both run at once; a failure of one waits for the other, so that nothing is left half started.
  const [database, build] = await Promise.allSettled([startDatabase(env, dataDir, say), built]);
  if (database.status === 'fulfilled') undo.push(() => database.value.server?.stop());
  if (database.status === 'rejected') throw database.reason;
  if (build.status === 'rejected') throw build.reason;
  setEnvironment({ DATABASE_URL: database.value.connectionString });
  await answer({ dev, port, hosts });
  greet(address, database.value.signIns);
}

async function answer(options: { dev: boolean; port: number; hosts: string[] }): Promise<void> {
  if (stopping) return;
  let serving: Serving | undefined;
  undo.push(() => serving?.close());
  undo.push(() => globalThis.__monitorsShutdown?.());
  // Only now: Next looks at NODE_ENV when it is loaded.
  const { serve } = await import('./start/serve');
  // tsx turns source maps on; reading those of Next and its chunks took a second of every start.
  process.setSourceMapsEnabled(false);
  serving = await serve(options);
}

function greet(address: string, signIns: SignIn[]): void {
  say(`\nMonitors! answers at ${address} (after ${((performance.now() - since) / 1000).toFixed(1)} s)`);
  for (const { email, password, role } of signIns) {
    say(
      `  ${role === 'admin' ? 'admin' : 'demo '}  ${email}  ` +
        (password ? `password  ${password}` : 'with your password'),
    );
  }
  say('  Ctrl-C ends it.\n');
}

function stopForSignal(): void {
  if (stopping === undefined) say('\nStopping …');
  void stop(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopForSignal);
watchParent(stopForSignal);

const starting = start(process.argv.includes('--dev')).catch((error: unknown) => {
  if (stopping === undefined) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  }
  void stop(1);
});

/**
 * An npm that is killed cannot pass that on, and the app would live on unseen: calls `ended` once when npm is gone.
 * Does nothing where npm did not start this process.
 */
function watchParent(ended: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    ended();
  }, 500);
  timer.unref();
}
