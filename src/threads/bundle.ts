import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { threadFile } from './thread-file';

const SOURCE = path.join(import.meta.dirname, '..', '..');
/** What the bundle is made of, seen from the project's folder. */
const INPUTS = ['src/ai', 'src/domain', 'src/scrape', 'src/threads', 'package-lock.json'];

/**
 * Bundles what runs in threads into files of its own, under `root` (the app's folder): a thread loads real files, in
 * the built app, under tsx and in tests alike. Packages are in it, so that nothing has to be found beside it. Does
 * nothing where the bundle is newer than its sources; takes less than a second else. Two that do it at once do no harm:
 * a file is put in its place as a whole.
 */
export async function bundleThreads(root: string): Promise<void> {
  const file = threadFile(root);
  if (isFresh(file)) return;
  const { outputFiles } = await build({
    entryPoints: { thread: path.join(SOURCE, 'src', 'threads', 'thread-entry.ts') },
    absWorkingDir: SOURCE,
    outdir: path.dirname(file),
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: path.join(SOURCE, 'tsconfig.json'),
    // Packages that are CommonJS ask for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  mkdirSync(path.dirname(file), { recursive: true });
  // The entry last: whoever finds it finds all that it loads.
  for (const output of outputFiles.sort((a, b) => Number(a.path === file) - Number(b.path === file))) {
    const halfWay = `${output.path}.${process.pid}`;
    writeFileSync(halfWay, output.contents);
    renameSync(halfWay, output.path);
  }
}

function isFresh(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return INPUTS.every((input) => newest(path.join(SOURCE, input)) < made);
}

function newest(place: string): number {
  const stat = statSync(place);
  if (!stat.isDirectory()) return /\.test\.ts$/.test(place) ? 0 : stat.mtimeMs;
  return Math.max(...readdirSync(place).map((name) => newest(path.join(place, name))));
}
