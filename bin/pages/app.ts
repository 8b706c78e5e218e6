import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isBuildFresh } from '../start/build';
import { checkPort } from '../start/port';

export interface RunningApp {
  origin: string;
  /** What `npm start` prints to sign in with. */
  people: Record<'member' | 'admin', { email: string; password: string }>;
  stop: () => Promise<void>;
}

const START_WITHIN_MS = 120_000;

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
    await end(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await answers(child, origin);
  } catch (error) {
    await stop();
    throw error;
  }
  const password = (role: string) => readFileSync(join(dataDir, `${role}-password`), 'utf8').trim();
  return {
    origin,
    people: {
      member: { email: 'demo@monitors.example', password: password('member') },
      admin: { email: 'admin@monitors.example', password: password('admin') },
    },
    stop,
  };
}

async function answers(child: ChildProcess, origin: string): Promise<void> {
  for (const late = Date.now() + START_WITHIN_MS; Date.now() < late; await sleep(200)) {
    const answer = await fetch(`${origin}/api/session`).catch(() => null);
    if (answer?.status === 401) return;
    if (child.exitCode !== null) break;
  }
  throw new Error('The app did not start: see what it said above');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

const Token = z.object({ token: z.string() });
const Monitors = z.object({ monitors: z.array(z.object({ id: z.string(), name: z.string() })) });
const Unsure = z.object({ error: z.object({ previewId: z.string(), candidates: z.array(z.unknown()) }) });

export interface Watched {
  id: string;
  name: string;
}

/** What a new copy's demo person watches, where it has nothing yet: a price, a list and a number of the samples. */
const WISHES = [
  ['headphones', 'Tell me when the Aurora One costs less than $300'],
  ['jobs', 'Tell me when a new position appears'],
  ['weather', 'Tell me when the temperature in Oslo is below -10 °C'],
] as const;

/** The monitors of the demo person, by their own name for programs: made and checked once where there are none. */
export async function ensureMonitors({ origin, people }: RunningApp): Promise<Watched[]> {
  const { token } = Token.parse(await (await send(origin, '/api/auth/login', people.member)).json());
  const list = async () => {
    const { monitors } = Monitors.parse(await (await send(origin, '/api/monitors', undefined, token)).json());
    return monitors.map(({ id, name }) => ({ id, name }));
  };
  const there = await list();
  if (there.length > 0) return there;
  for (const [page, wish] of WISHES) {
    const prompt = `${wish}: ${origin}/samples/${page}`;
    const answer = await send(origin, '/api/monitors', { prompt }, token);
    if (answer.status !== 422) continue;
    const { error } = Unsure.parse(await answer.json());
    await send(origin, '/api/monitors', { prompt, previewId: error.previewId, candidate: 1 }, token);
  }
  const made = await list();
  if (made.length < WISHES.length) throw new Error('The monitors of the samples could not be made');
  for (const { id } of made) await send(origin, `/api/monitors/${id}/refresh`, {}, token);
  return made;
}

function send(origin: string, path: string, body?: unknown, token?: string): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
