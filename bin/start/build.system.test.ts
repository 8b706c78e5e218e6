import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildInputs, ensureBuilt, isBuildFresh } from './build';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'monitors-build-'));
  write('package.json', '{}', 100);
  write('src/app/page.tsx', 'export default 1', 100);
  write('public/logo.svg', '<svg/>', 100);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a file and dates it, in seconds. */
function write(file: string, text: string, at: number): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, at, at);
}

/** A "next build" of the temporary project that does what `script` says. */
function fakeNext(script: string): void {
  write('node_modules/next/package.json', '{"name":"next"}', 100);
  write('node_modules/next/dist/bin/next.js', script, 100);
}

const BUILDS = `const fs = require('node:fs'); fs.mkdirSync('.next', { recursive: true });
  fs.writeFileSync('.next/BUILD_ID', String(process.hrtime.bigint()));`;
const build = () => ensureBuilt(root, () => undefined, new AbortController().signal);

test('tests are no part of the build', () => {
  write('src/a.test.ts', '', 100);
  write('src/test/site.ts', '', 100);
  write('src/a.ts', '', 100);
  expect(buildInputs(root)).toEqual(['src/a.ts', 'src/app/page.tsx', 'public/logo.svg']);
});

test('a build by hand is fresh while nothing is newer', () => {
  expect(isBuildFresh(root)).toBe(false);
  write('.next/BUILD_ID', 'x', 200);
  expect(isBuildFresh(root)).toBe(true);
  write('src/app/page.tsx', 'export default 2', 300);
  expect(isBuildFresh(root)).toBe(false);
});

test('our build is fresh while its sources say the same, whatever their dates', async () => {
  fakeNext(BUILDS);
  await build();
  write('src/app/page.tsx', 'export default 1', 4_000_000_000);
  expect(isBuildFresh(root)).toBe(true);
  write('src/app/page.tsx', 'export default 2', 100);
  expect(isBuildFresh(root)).toBe(false);
  write('src/app/page.tsx', 'export default 1', 100);
  rmSync(join(root, 'public/logo.svg'));
  expect(isBuildFresh(root)).toBe(false);
});

test('says what it does when it builds, and nothing when it need not', async () => {
  fakeNext(BUILDS);
  const said: string[] = [];
  await ensureBuilt(root, (text) => said.push(text), new AbortController().signal);
  expect(said[0]).toContain('Building the app');
  said.length = 0;
  await ensureBuilt(root, (text) => said.push(text), new AbortController().signal);
  expect(said).toEqual([]);
});

test('a build that fails shows its output and leaves no stamp', async () => {
  fakeNext(`${BUILDS} console.log('out'); console.error('no such module: nope'); process.exit(1)`);
  await expect(build()).rejects.toThrow(/The build failed:[\s\S]*no such module: nope/);
  write('.next/BUILD_ID', 'x', 50);
  expect(isBuildFresh(root)).toBe(false);
});

test('an interrupted build ends its process', async () => {
  fakeNext('setInterval(() => undefined, 1000)');
  const interrupted = new AbortController();
  const built = ensureBuilt(root, () => undefined, interrupted.signal);
  setTimeout(() => interrupted.abort(), 50);
  await expect(built).rejects.toThrow('aborted');
});
