import { spawn } from 'node:child_process';
import { once } from 'node:events';

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
