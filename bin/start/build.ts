import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleThreads } from '@/threads/bundle';

const INPUTS = ['src', 'public', 'next.config.mjs', 'tsconfig.json', 'package-lock.json'];
const BUILD_ID = join('.next', 'BUILD_ID');
const STAMP = join('.next', 'monitors-build-stamp');

/** The files that the build is made of, tests left out, in a fixed order. */
export function buildInputs(root: string): string[] {
  const files = (path: string): string[] => {
    const full = join(root, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [path];
    return readdirSync(full)
      .sort()
      .flatMap((name) => files(join(path, name)));
  };
  return INPUTS.flatMap(files).filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(join('src', 'test')));
}

function stampOf(root: string): string {
  const hash = createHash('sha256');
  for (const file of buildInputs(root)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether the build in .next is of these very sources. Builds that `npm run build` made are told by their time. */
export function isBuildFresh(root: string): boolean {
  const buildId = join(root, BUILD_ID);
  if (!existsSync(buildId)) return false;
  const builtAt = statSync(buildId).mtimeMs;
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= builtAt) return readFileSync(stamp, 'utf8') === stampOf(root);
  return buildInputs(root).every((file) => statSync(join(root, file)).mtimeMs < builtAt);
}

/**
 * Builds the app, and what runs in its threads, when their sources are newer; returns at once otherwise.
 * @throws Error with the build's own output when it fails.
 */
export async function ensureBuilt(root: string, say: (text: string) => void, signal: AbortSignal): Promise<void> {
  await bundleThreads(root);
  if (isBuildFresh(root)) return;
  const since = Date.now();
  say('Building the app: once now, and again only when its code changes. This takes about a minute …');
  // Taken before, so that what is edited meanwhile makes the build stale.
  const stamp = stampOf(root);
  await runBuild(root, signal);
  mkdirSync(join(root, '.next'), { recursive: true });
  writeFileSync(join(root, STAMP), stamp);
  say(`Built in ${Math.round((Date.now() - since) / 1000)} s.`);
}

function runBuild(root: string, signal: AbortSignal): Promise<void> {
  const next = createRequire(join(root, 'package.json')).resolve('next/dist/bin/next');
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build failed:\n${output.trim()}`));
    });
  });
}
