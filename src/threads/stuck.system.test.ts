import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

test('a process whose threads are busy for ever ends when it is told to', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve('src/test/stuck-process.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const told = performance.now();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(performance.now() - told).toBeLessThan(10_000);
});
