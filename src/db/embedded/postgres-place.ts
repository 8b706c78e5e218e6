import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Account, isCode } from './postgres-account';
import type { Binaries } from './postgres-binaries';

/** The superuser's name. */
export const USER = 'monitors';

/** Where one embedded server lives and how it is reached. */
export interface Place {
  binaries: Binaries;
  account: Account | null;
  folder: string;
  data: string;
  log: string;
  password: string;
  durable: boolean;
}

/** The address of one of the server's databases, with the password. */
export function connectionString(place: Place, port: number, database: string): string {
  return `postgresql://${USER}:${encodeURIComponent(place.password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** A live server. */
export interface Running {
  pid: number;
  port: number;
}

/** What postmaster.pid says: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function readPidFile(place: Place): (Running & { ready: boolean }) | null {
  try {
    const lines = readFileSync(join(place.data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, port, ready: lines[7]?.trim() === 'ready' && port > 0 };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Whether a process has this number, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** One statement on the server's own database. */
export async function query<Row extends pg.QueryResultRow>(place: Place, port: number, text: string): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: connectionString(place, port, 'postgres'),
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Whether the server at the port is the one of this folder. */
export async function serves(place: Place, port: number): Promise<boolean> {
  try {
    const [row] = await query<{ data_directory: string }>(place, port, 'SHOW data_directory');
    return row?.data_directory === place.data;
  } catch {
    return false;
  }
}
