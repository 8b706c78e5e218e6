import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './instance-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'monitors-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the second is told who holds it, and gets it once that is released', () => {
  const first = takeLock(folder);
  expect(takeLock(folder)).toEqual({ held: false, pid: process.pid, address: null });
  if (first.held) first.tell('http://localhost:3000');
  expect(takeLock(folder)).toEqual({
    held: false,
    pid: process.pid,
    address: 'http://localhost:3000',
  });
  if (first.held) first.release();
  expect(takeLock(folder).held).toBe(true);
  expect(readdirSync(folder)).toEqual(['running.json']);
});

test('makes the data folder', () => {
  const inner = join(folder, 'new');
  expect(takeLock(inner).held).toBe(true);
  expect(existsSync(join(inner, 'running.json'))).toBe(true);
});

test('the lock of a process that was killed is taken over', async () => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: child.pid, born: null, address: 'x' }));
  expect(takeLock(folder).held).toBe(true);
});

test.runIf(process.platform === 'linux')('a number that another process got since is not taken for the holder', () => {
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, born: '1', address: 'x' }));
  expect(takeLock(folder).held).toBe(true);
});

test('a lock that cannot be read is a stale one', () => {
  writeFileSync(join(folder, 'running.json'), 'half a li');
  expect(takeLock(folder).held).toBe(true);
});

test('releasing twice, or after another took over, removes nothing of others', () => {
  const first = takeLock(folder);
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: 1, born: null, address: 'other' }));
  if (first.held) first.release();
  expect(existsSync(join(folder, 'running.json'))).toBe(true);
});
