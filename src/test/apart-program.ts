import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface ApartProgram {
  process: ChildProcess;
  output(): string;
  exit: Promise<number | null>;
}

/** A process of `npm run worker` or `npm run web`, with no settings but these; its connections bear its name. */
export function startApart(
  part: 'web' | 'worker',
  connectionString: string,
  name: string,
  given: Record<string, string>,
): ApartProgram {
  const address = new URL(connectionString);
  address.searchParams.set('application_name', name);
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(`bin/${part}.ts`)], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      DATABASE_URL: address.href,
      APP_URL: 'https://monitors.example.org',
      AUTH_SECRET: 'x'.repeat(32),
      LOG_LEVEL: 'warn',
      ...given,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { process: child, output: () => output, exit: new Promise((done) => child.once('exit', done)) };
}
