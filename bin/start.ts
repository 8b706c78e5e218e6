// npm start: everything the app needs, in one process, on a machine that has nothing but Node.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Env, readEnv } from '@/env';
import { bundleThreads } from '@/threads/bundle';
import { answer } from './start/answer';
import { ensureBuilt } from './start/build';
import { type SignIn, type StartedDatabase, startDatabase } from './start/database';
import { takeLock } from './start/instance-lock';
import { checkPort } from './start/port';
import { type Program, runProgram } from './start/program';
import { keptSecret, signingSecret } from './start/secrets';
import { loadEnvironment, setEnvironment } from './start/settings';

const say = (text: string) => console.log(text);
const since = performance.now();

function loadSettings(dev: boolean): Env {
  loadEnvironment(dev);
  return readEnv({ AUTH_SECRET: process.env.JWT_SECRET ?? 'x'.repeat(32), ...process.env });
}

async function start(program: Program, dev: boolean): Promise<void> {
  const env = loadSettings(dev);
  const dataDir = env.DATA_DIR;
  const embedded = env.DATABASE_URL === undefined;
  const hosts = env.HOST ? [env.HOST] : embedded ? ['127.0.0.1', '::1'] : [];
  const lock = takeLock(dataDir);
  if (!lock.held) {
    const where = lock.address ?? 'it is still starting';
    throw new Error(`Monitors! is already running here: ${where} (process ${lock.pid}). End it with Ctrl-C there.`);
  }
  program.undo.push(lock.release);
  // What V8 compiled at the last start is not compiled again.
  enableCompileCache(join(dataDir, 'compile-cache'));
  const port = await checkPort(env.PORT, hosts[0]);
  const address = process.env.APP_URL ?? `http://localhost:${port}`;
  lock.tell(address);
  setEnvironment({ PORT: String(port), APP_URL: address, MONITORS_EMBEDDED: String(embedded) });
  if (!process.env.AUTH_SECRET && !process.env.JWT_SECRET) {
    setEnvironment({ AUTH_SECRET: keptSecret(dataDir, 'auth-secret', signingSecret) });
  }
  const built = dev ? bundleThreads(process.cwd()) : ensureBuilt(process.cwd(), say, program.interrupted);
  // Both run at once; a failure of one waits for the other, so that nothing is left half started.
  const [database, build] = await Promise.allSettled([startDatabase(env, dataDir, say).then(fillDemo), built]);
  if (database.status === 'fulfilled') program.undo.push(() => database.value.server?.stop());
  if (database.status === 'rejected') throw database.reason;
  if (build.status === 'rejected') throw build.reason;
  await answer(program, { dev, port, hosts });
  greet(address, database.value.signIns);
}

/** A demo account that was just made gets its monitors, while the app is built. Without them it starts all the same. */
async function fillDemo(database: StartedDatabase): Promise<StartedDatabase> {
  // Before anything that reads the settings of this process.
  setEnvironment({ DATABASE_URL: database.connectionString });
  if (database.newDemo === null) return database;
  try {
    // Its rooms are loaded by a first start only.
    const { seedDemoAccount } = await import('./start/demo');
    await seedDemoAccount(database.newDemo);
  } catch (error) {
    say(`The demo account could not be filled: ${error instanceof Error ? error.message : error}`);
  }
  return database;
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

runProgram((program) => start(program, process.argv.includes('--dev')));
