import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '@/test/fixture-site';
import { takeLock } from './start/instance-lock';

let app: FixtureSite;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'monitors-check-'));
  app = await startFixtureSite({
    '/samples/lamp':
      '<!doctype html><html lang="en"><h1>Lamp One</h1><p>Price: <b>$12.00</b></p><p>It glows.</p></html>',
  });
});

afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs the command in a folder of data whose lock tells of the app, beside this process, which serves its pages. */
function check(url: string): Promise<{ status: number | null; stdout: string }> {
  const { APP_URL, DATABASE_URL, PORT, ...rest } = process.env;
  const prompt = `Tell me when the price of the Lamp One is below $20 ${url}`;
  const child = spawn('node_modules/.bin/tsx', ['bin/check.ts', prompt], { env: { ...rest, DATA_DIR: dataDir } });
  return new Promise((resolve) => {
    let stdout = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.on('close', (status) => resolve({ status, stdout }));
  });
}

it('reads the sample shop at the port of the running app, and says what to do where none is there', async () => {
  const refused = await check(`${app.origin}/samples/lamp`);
  expect(refused).toMatchObject({ status: 1, stdout: expect.stringContaining('url_refused') });
  expect(refused.stdout).toMatch(/Hint +Of this machine only .*http:\/\/localhost:3000\/samples\/.*npm start/);

  const lock = takeLock(dataDir);
  if (!lock.held) throw new Error('somebody else holds the lock');
  lock.tell(app.origin);
  const read = await check(`${app.origin}/samples/lamp`);
  expect(read).toMatchObject({ status: 0, stdout: expect.stringContaining('$12.00') });
  expect((await check(`${app.origin}/other`)).stdout).toContain(`${app.origin}/samples/`);
  lock.release();
}, 120_000);
