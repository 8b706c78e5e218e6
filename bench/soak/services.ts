import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { databaseUrl, runOn } from '@/test/database-server';
import { freePort } from './app';

/** Something the app needs, which can be killed and comes back. */
export interface Service {
  url: string;
  /** For the table: what it is. */
  name: string;
  /** Kills it; resolves when it is back. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** So long a service is away that does not come back by itself. */
const AWAY_MS = 3_000;

/** A database of its own on the server, where that answers; else on an embedded one in `dataDir`. */
export async function openDatabase(server: string, dataDir: string): Promise<Service> {
  const name = `monitors_soak_${process.pid}`;
  const there = await runOn(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`).then(
    () => true,
    () => false,
  );
  return there ? onServer(server, name) : embedded(dataDir);
}

/** Others use the server: only our own database's connections are ended, those that are opened meanwhile too. */
function onServer(server: string, name: string): Service {
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`;
  return {
    url: databaseUrl(server, name),
    name: `PostgreSQL at ${new URL(server).host}`,
    kill: async () => {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      for (const until = Date.now() + AWAY_MS; Date.now() < until; await sleep(50)) await client.query(end);
      await client.end();
    },
    close: () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function embedded(dataDir: string): Promise<Service> {
  const server = await openEmbeddedPostgres({ dataDir, supervise: () => undefined });
  const pidFile = join(server.dataDirectory, 'postmaster.pid');
  return {
    url: server.connectionString,
    name: 'embedded PostgreSQL',
    kill: async () => {
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
      await until(() =>
        runOn(server.connectionString, 'SELECT 1').then(
          () => true,
          () => false,
        ),
      );
    },
    close: () => server.stop(),
  };
}

/** A Redis of its own; null where the machine has none. */
export async function openRedis(): Promise<Service | null> {
  const port = await freePort();
  let child = await startRedis(port);
  if (child === null) return null;
  const end = async () => {
    const ended = child && once(child, 'exit');
    child?.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    name: 'Redis',
    kill: async () => {
      await end();
      await sleep(AWAY_MS);
      child = await startRedis(port);
    },
    close: end,
  };
}

async function startRedis(port: number): Promise<ChildProcess | null> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const missing = new Promise<true>((resolve) => child.once('error', () => resolve(true)));
  if (await Promise.race([missing, until(() => answers(port)).then(() => false)])) return null;
  return child;
}

/** Whether somebody listens there. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  socket.destroy();
  return connected;
}

const PATIENCE_MS = 60_000;

/** Asks again and again. @throws Error when it was no for a minute. */
export async function until(is: () => Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await is()); await sleep(200))
    if (Date.now() > end) throw new Error(`Not so within ${patienceMs / 1_000} s`);
}
