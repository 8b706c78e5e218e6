import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';

interface Options {
  databaseUrl: string;
  redisUrl: string | undefined;
  dataDir: string;
}

/** Starts the built app as `npm start` does, on a port of its own. */
export async function startApp(options: Options): Promise<{ origin: string; stop: () => Promise<void> }> {
  const port = 3900 + (process.pid % 90);
  const origin = `http://127.0.0.1:${port}`;
  const { databaseUrl, redisUrl, dataDir } = options;
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', 'bin/start.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      NODE_ENV: 'production',
      PATH: '/usr/bin:/bin',
      PORT: String(port),
      HOST: '127.0.0.1',
      APP_URL: origin,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      AUTH_SECRET: 'only-for-the-benchmark-of-this-machine',
      TRUSTED_PROXY_HOPS: '1',
      LOG_LEVEL: 'error',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    },
  });
  const ended = once(child, 'exit');
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${origin}/api/session`).catch(() => null);
    if (answer?.status === 401) break;
    if (child.exitCode !== null || tries > 1_200)
      throw new Error('The app did not start: run npm run build, then again');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

export interface Shot {
  path: string;
  headers: Record<string, string>;
}

/** What a load gave. Times in milliseconds. */
export interface Result {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were not 2xx. */
  refused: number;
}

/** Sends shots for so many milliseconds, so many at a time, each on a kept connection. */
export async function load(origin: string, next: () => Shot, concurrency: number, ms: number): Promise<Result> {
  const pool = new Pool(origin, { connections: concurrency, pipelining: 1 });
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const shooter = async () => {
    while (performance.now() - began < ms) {
      const { path, headers } = next();
      const since = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      await body.dump({ limit: 10_000_000 });
      times.push(performance.now() - since);
      if (statusCode >= 300) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, shooter));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused };
}
