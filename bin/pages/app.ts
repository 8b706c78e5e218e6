import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isBuildFresh } from '../start/build';
import { endChild } from '../start/end-child';
import { checkPort } from '../start/port';

interface Watched {
  id: string;
  name: string;
}

export interface RunningApp {
  origin: string;
  /** What `npm start` prints to sign in with. */
  people: Record<'member' | 'admin', { email: string; password: string }>;
  /** Of the demo person; at least one. */
  monitors: Watched[];
  stop: () => Promise<void>;
}

const START_WITHIN_MS = 120_000;
const STOP_MS = 30_000;

/**
 * The built app as `npm start` runs it, with a port and a data folder of its own.
 * @throws Error where the build is missing or older than its sources: what looks at pages builds nothing.
 */
export async function startApp(): Promise<RunningApp> {
  if (!isBuildFresh(process.cwd())) throw new Error('There is no build of these sources: npm run build, then again');
  const dataDir = mkdtempSync(join(tmpdir(), 'monitors-pages-'));
  const port = await checkPort(0, '127.0.0.1');
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', 'bin/start.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...{ NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error' },
      ...{ PORT: String(port), DATA_DIR: dataDir, REFRESH_RATE_LIMIT: '60' },
    },
  });
  const stop = async () => {
    await endChild(child, STOP_MS);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await answers(child, origin);
    const password = (role: string) => readFileSync(join(dataDir, `${role}-password`), 'utf8').trim();
    const people = {
      member: { email: 'demo@monitors.example', password: password('member') },
      admin: { email: 'admin@monitors.example', password: password('admin') },
    };
    return { origin, people, monitors: await monitorsOf(origin, people.member), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(child: ChildProcess, origin: string): Promise<void> {
  for (const late = Date.now() + START_WITHIN_MS; Date.now() < late; await sleep(200)) {
    const answer = await fetch(`${origin}/api/session`).catch(() => null);
    if (answer?.status === 401) return;
    if (child.exitCode !== null) break;
  }
  throw new Error('The app did not start: see what it said above');
}

const Token = z.object({ token: z.string() });
const Monitors = z.object({ monitors: z.array(z.object({ id: z.string(), name: z.string() })) });

/** The monitors that a new copy's demo person has, by their own name for programs. */
async function monitorsOf(origin: string, person: { email: string; password: string }): Promise<Watched[]> {
  const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(person) };
  const { token } = Token.parse(await (await fetch(`${origin}/api/auth/login`, signIn)).json());
  const list = await fetch(`${origin}/api/monitors`, { headers: { authorization: `Bearer ${token}` } });
  const { monitors } = Monitors.parse(await list.json());
  if (monitors.length === 0) throw new Error('The demo person has no monitors');
  return monitors;
}
