import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isCode, serverAccount, serverPlace } from './postgres-account';
import { findBinaries } from './postgres-binaries';
import { assertOwnMajor, createCluster } from './postgres-cluster';
import { connectionString, type Place, query, type Running, readPidFile } from './postgres-place';
import { attach, start, stop, waitForOther } from './postgres-process';
import { supervise } from './postgres-supervisor';
import { watchOver } from './postgres-watch';

export interface EmbeddedOptions {
  /** The project's data folder (".data"); the server lives in it where its account can reach it. */
  dataDir: string;
  /** The database to connect to; made when missing. */
  database?: string;
  /** False gives up durability for speed: for tests only. */
  durable?: boolean;
  /** Given, the server is started again whenever it is gone, until it is stopped here; told what happens meanwhile. */
  supervise?: (news: string) => void;
}

export interface EmbeddedServer {
  connectionString: string;
  dataDirectory: string;
  /** False where a live server was found and attached to. */
  startedHere: boolean;
  /** Ends the server whoever else uses it, and waits until its process is gone. */
  stop(): Promise<void>;
  /** Ends the server if this call started it and nobody else is connected. */
  release(): Promise<void>;
}

/**
 * Starts the real PostgreSQL that npm brought, or attaches to the one that already serves this folder. Two processes
 * that start at once end up on one server. It ends with the last process that opened it, however that ends.
 * @throws Error with what to do, when this platform has no binaries or the server does not come up.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await preparePlace(options);
  // Before the look for a server: the shell of a process that was killed must see that somebody else comes.
  watchOver(place);
  let startedHere = false;
  let running = await attach(place);
  if (running === null) {
    if (!existsSync(place.data)) await createCluster(place);
    await assertOwnMajor(place);
    startedHere = true;
    running = await start(place).catch(async (error: unknown) => {
      startedHere = false;
      const other = await waitForOther(place);
      if (other === null) throw error;
      return other;
    });
  }
  const database = options.database ?? 'monitors';
  await createDatabase(place, running, database);
  const supervision = options.supervise ? supervise(place, running, options.supervise) : null;
  const firstPid = running.pid;
  const end = async () => {
    await supervision?.end();
    await stop(place, supervision?.pid() ?? firstPid);
  };
  return {
    connectionString: connectionString(place, running.port, database),
    dataDirectory: place.data,
    startedHere,
    stop: end,
    release: async () => {
      if (startedHere && !(await othersConnected(place))) await end();
    },
  };
}

async function preparePlace(options: EmbeddedOptions): Promise<Place> {
  const account = serverAccount();
  const folder = serverPlace(options.dataDir, account);
  return {
    binaries: findBinaries(folder, account),
    account,
    folder,
    data: join(folder, 'postgres'),
    log: join(folder, 'postgres.log'),
    password: await sharedPassword(folder),
    durable: options.durable ?? true,
  };
}

/** Loopback is open to every account of the machine, so the server asks for a password that only the owner can read. */
async function sharedPassword(folder: string): Promise<string> {
  const file = join(folder, 'postgres-password');
  try {
    writeFileSync(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const password = readFileSync(file, 'utf8').trim();
    if (password !== '') return password;
    await sleep(20);
  }
  throw new Error(`${file} is empty. Restore it, or remove the data folder to begin with an empty database.`);
}

async function createDatabase(place: Place, { port }: Running, name: string): Promise<void> {
  const exists = await query(place, port, `SELECT 1 FROM pg_database WHERE datname = ${pg.escapeLiteral(name)}`);
  if (exists.length > 0) return;
  await query(place, port, `CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
    // 42P04 and 23505: another process made it in the same moment.
    if (!isCode(error, '42P04') && !isCode(error, '23505')) throw error;
  });
}

async function othersConnected(place: Place): Promise<boolean> {
  const running = readPidFile(place);
  if (running === null) return false;
  const [row] = await query<{ others: boolean }>(
    place,
    running.port,
    `SELECT count(*) > 0 AS others FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return row?.others ?? false;
}
