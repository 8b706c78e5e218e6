import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const DAY_MS = 24 * 60 * 60_000;
const TELL = `process.on('message', () => setImmediate(() => process.send({
  now: Date.now(), made: new Date().getTime(), said: Date.parse(Date()), given: new Date(5).getTime(),
  utc: Date.UTC(2026, 0, 1), isDate: new Date() instanceof Date, monotonic: performance.now() < 60000,
})));`;

it('shows another time from the word on, and leaves times that are given', async () => {
  const args = ['--import', 'tsx', '--import', resolve('bench/drills/shifted-clock.ts'), '--eval', TELL];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const heard: Record<string, unknown>[] = [];
  child.on('message', (word) => void heard.push(word as Record<string, unknown>));
  for (const clockMs of [DAY_MS, -DAY_MS]) {
    heard.length = 0;
    child.send({ clockMs });
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2);
    expect(heard[0]).toEqual({ clockMs });
    const wanted = Date.now() + clockMs;
    for (const name of ['now', 'made', 'said'])
      expect(Math.abs(Number(heard[1]?.[name]) - wanted), name).toBeLessThan(20_000);
    const given = { given: 5, utc: Date.UTC(2026, 0, 1), isDate: true, monotonic: true };
    expect(heard[1]).toMatchObject(given);
  }
  const ended = once(child, 'exit');
  child.disconnect();
  expect(await ended).toEqual([null, 'SIGTERM']);
});
