import { execFile } from 'node:child_process';
import { access, constants, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a browser needs besides its path: where its libraries and fonts are. */
export interface BundledChromium {
  executablePath: string;
  environment: Record<string, string>;
}

/**
 * The Chromium of the npm package, unpacked with its libraries and a font, so that no package of the system is needed.
 * It is unpacked once per version and user, by a child with a temporary folder of its own, and moved into place whole:
 * two starts at once must not write to a file that the other one executes.
 * Throws when no candidate folder can be written to and executed from.
 */
export async function unpackBundledChromium(cacheFolders: string[] = defaultFolders()): Promise<BundledChromium> {
  const { version, entry } = await findPackage();
  const problems: string[] = [];
  for (const parent of cacheFolders) {
    const folder = join(parent, `monitors-chromium-${version}-${process.getuid?.() ?? 'user'}`);
    try {
      if (!(await isReady(folder))) await unpack(entry, parent, folder);
      return locate(folder);
    } catch (error) {
      problems.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`The bundled Chromium could not be unpacked. ${problems.join('; ')}`);
}

function defaultFolders(): string[] {
  return [tmpdir(), join(/* turbopackIgnore: true */ process.cwd(), '.data')];
}

async function findPackage(): Promise<{ version: string; entry: string }> {
  // From the working directory first: a bundler may have moved this file away from node_modules.
  for (const from of [
    pathToFileURL(join(/* turbopackIgnore: true */ process.cwd(), 'package.json')).href,
    import.meta.url,
  ]) {
    try {
      const entry = createRequire(from).resolve('@sparticuz/chromium');
      const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'));
      const version =
        typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0';
      return { version, entry };
    } catch {
      // The next place may have it.
    }
  }
  throw new Error('The package @sparticuz/chromium is not installed: run npm install.');
}

/** Ready, ours, and not writable by others: a shared temporary folder may hold anything. */
async function isReady(folder: string): Promise<boolean> {
  const stat = await lstat(folder).catch(() => null);
  if (stat === null) return false;
  const user = process.getuid?.();
  const foreign = user !== undefined && stat.uid !== user;
  if (!stat.isDirectory() || foreign || (stat.mode & 0o022) !== 0) throw new Error('the folder belongs to another');
  await access(join(folder, 'chromium'), constants.X_OK);
  return true;
}

async function unpack(entry: string, parent: string, folder: string): Promise<void> {
  await mkdir(parent, { recursive: true });
  const staging = await mkdtemp(join(parent, 'monitors-chromium-staging-'));
  try {
    const script = 'const { default: c } = await import(process.argv[1]); await c.executablePath();';
    // VERCEL makes the package unpack its libraries too, whatever the system.
    await run(process.execPath, ['--input-type=module', '-e', script, pathToFileURL(entry).href], {
      env: { NODE_ENV: 'production', TMPDIR: staging, HOME: staging, VERCEL: '1' },
      timeout: 120_000,
    });
    await writeFile(join(staging, 'fonts.conf'), fontConfiguration(folder));
    await mkdir(join(staging, 'home'));
    const { environment } = locate(staging);
    await run(join(staging, 'chromium'), ['--version', '--no-sandbox'], {
      env: { NODE_ENV: 'production', ...environment },
      timeout: 20_000,
    });
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // The other start was faster: its folder is as good.
    if (!(await isReady(folder).catch(() => false))) throw error;
  }
}

function locate(folder: string): BundledChromium {
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      HOME: join(folder, 'home'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Without any font Chromium lays out no text at all, so ours comes first; the system's add other scripts. */
function fontConfiguration(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((path) => `  <dir>${path}</dir>`),
    `  <cachedir>${join(folder, 'font-cache')}</cachedir>`,
    ...['sans-serif', 'serif', 'monospace', 'system-ui'].map(
      (family) => `  <alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
    ),
    '</fontconfig>',
    '',
  ].join('\n');
}
