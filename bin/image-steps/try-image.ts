import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { endChild } from '../start/end-child';
import { checkPort } from '../start/port';
import type { Image } from './carry-out';

const START_WITHIN_MS = 90_000;
const STOP_MS = 50_000;
/** The number of `node` in Node's own images; whoever is not root here stays who they are. */
const NODE_ACCOUNT = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

/**
 * Starts what an image's steps made as its account, which can write nowhere but in /tmp: release, a worker and the
 * pages, on a database of their own, then asks the pages and the image's own health check.
 * @throws Error with what was said, when one of them does not do its part.
 */
export async function tryImage(image: Image, say: (text: string) => void): Promise<void> {
  if (image.user === 'root') throw new Error('The image runs as root');
  const dataDir = mkdtempSync(join(tmpdir(), 'monitors-image-db-'));
  const database = await openEmbeddedPostgres({ dataDir, durable: false });
  const port = await checkPort(0, '127.0.0.1');
  const environment = {
    ...image.environment,
    PATH: process.env.PATH,
    DATABASE_URL: database.connectionString,
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    AUTH_SECRET: 'x'.repeat(32),
  };
  const options = {
    cwd: join(image.root, image.workdir),
    env: { NODE_ENV: 'production' as const, ...environment },
    ...NODE_ACCOUNT,
  };
  const parts: ChildProcess[] = [];
  const start = (script: string) => {
    const words = image.command.map((word) => (word === 'bin/web.ts' ? script : word));
    const part = spawn(words[0] ?? '', words.slice(1), { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    parts.push(part);
    return part;
  };
  try {
    const release = start('bin/release.ts');
    const released = await new Promise((done) => release.once('exit', done));
    if (released !== 0) throw new Error('The release did not end well');
    start('bin/worker.ts');
    start('bin/web.ts');
    await answers(environment.APP_URL);
    say(`The pages answer at ${environment.APP_URL}.`);
    const [program = '', ...words] = image.health;
    const { status } = spawnSync(program, words, { ...options, stdio: 'inherit' });
    if (status !== 0) throw new Error('The health check of the image says that it is not well');
    if (parts.slice(1).some(({ exitCode }) => exitCode !== null)) throw new Error('A part has ended by itself');
  } finally {
    await Promise.all(parts.map((part) => endChild(part, STOP_MS)));
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function answers(address: string): Promise<void> {
  const end = Date.now() + START_WITHIN_MS;
  for (;;) {
    const response = await fetch(address).catch(() => null);
    if (response?.status === 200) return;
    if (Date.now() > end) throw new Error(`The pages do not answer: ${response?.status ?? 'nothing'}`);
    await sleep(300);
  }
}
