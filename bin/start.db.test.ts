import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '@/db/embedded/postgres-place';

const repository = resolve('.');
let project: string;

/** A project of one file with our migrations: what is tried is the start, not the app. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'monitors-start-'));
  chmodSync(project, 0o755);
  mkdirSync(join(project, 'src', 'app'), { recursive: true });
  mkdirSync(join(project, 'public'));
  writeFileSync(join(project, 'public', 'hello.txt'), 'hello');
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  symlinkSync(join(repository, 'migrations'), join(project, 'migrations'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Started {
  process: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
}

const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of running) child.kill('SIGINT');
  await Promise.all([...running].map((child) => new Promise((done) => child.once('exit', done))));
});

function start(variables: Record<string, string> = {}): Started {
  const tsx = join(repository, 'node_modules', 'tsx', 'dist', 'loader.mjs');
  const child = spawn(process.execPath, ['--import', tsx, join(repository, 'bin', 'start.ts'), '--dev'], {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json'),
      NODE_ENV: 'development',
      PORT: '0',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { process: child, output: () => output, exit: new Promise((done) => child.once('exit', done)) };
}

async function answering(started: Started): Promise<string> {
  for (;;) {
    const address = /answers at (\S+)/.exec(started.output())?.[1];
    if (address) return address;
    if (started.process.exitCode !== null) throw new Error(started.output());
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The raw answer to a request with these headers, by the loopback address. */
async function asked(port: string, ...headers: string[]): Promise<string> {
  const socket = connect(Number(port), '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => {
    heard += data.toString();
  });
  socket.on('error', () => undefined);
  const lines = headers.some((line) => line.startsWith('Connection')) ? headers : [...headers, 'Connection: close'];
  socket.write(`${['GET /hello.txt HTTP/1.1', ...lines].join('\r\n')}\r\n\r\n`);
  await new Promise((done) => socket.once('close', done));
  return heard;
}

const hello = async (address: string) => (await fetch(`${address}/hello.txt`)).text();

/** The first word of the development server's live reload; pages wait for it before they come alive. */
function liveReload(address: string): Promise<string> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/_next/hmr?id=test`);
  return new Promise((done, fail) => {
    socket.onmessage = ({ data }) => {
      done(String(data));
      socket.close();
    };
    socket.onerror = () => fail(new Error('The live reload refused the connection'));
    socket.onclose = () => fail(new Error('The live reload said nothing'));
  });
}

const serverPid = () =>
  Number(readFileSync(join(project, '.data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('npm start', { timeout: 120_000 }, () => {
  test('answers, refuses a second start, comes back after kill -9, and leaves nothing behind at the end', async () => {
    const first = start();
    const address = await answering(first);
    expect(await hello(address)).toBe('hello');
    expect(await liveReload(address)).toContain('"type"');
    const { port } = new URL(address);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, '[::1]', '192.168.1.20'])
      expect(await asked(port, `Host: ${host}`)).toMatch(/^HTTP\/1.1 200 /);
    const foreign = await asked(port, 'Host: rebound.evil.example');
    expect(foreign).toMatch(/^HTTP\/1.1 421 /);
    expect(foreign).toContain('Open it by the address in its setting APP_URL');
    expect(await asked(port, 'Host: evil.example', 'X-Forwarded-Host: localhost')).toMatch(/^HTTP\/1.1 421 /);
    expect(await asked(port, 'Host: localhost', 'Host: evil.example')).not.toMatch(/^HTTP\/1.1 200 /);
    expect(await asked(port, 'Host: evil.example', 'Connection: Upgrade', 'Upgrade: websocket')).not.toContain('101');
    expect(first.output()).toMatch(/demo@monitors\.example {2}password {2}[A-Z]/);

    const second = start();
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`already running here: ${address}`);
    expect(isAlive(serverPid())).toBe(true);

    first.process.kill('SIGKILL');
    await first.exit;
    const third = start();
    expect(await hello(await answering(third))).toBe('hello');

    const pid = serverPid();
    third.process.kill('SIGINT');
    expect(await third.exit).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(project, '.data', 'running.json'))).toBe(false);
  });

  test('a port that is taken ends it with a sentence before anything is started', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const started = start({ PORT: String(port) });
    expect(await started.exit).toBe(1);
    expect(started.output()).toContain(`Port ${port} is taken by another program`);
    other.close();
  });

  test('a wrong setting is named with what to put', async () => {
    const started = start({ DATABASE_URL: 'mysql://root:hunter2@localhost/x' });
    expect(await started.exit).toBe(1);
    expect(started.output()).toContain('DATABASE_URL: put postgresql://');
    expect(started.output()).not.toContain('hunter2');
  });
});
