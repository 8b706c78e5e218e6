import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ArchivePlace } from './archive-place';

/** Archives in a folder, which only its owner may read. */
export function folderPlace(folder: string): ArchivePlace {
  const root = resolve(folder);
  const inside = (path: string) => {
    const full = resolve(root, path);
    if (!full.startsWith(root + sep)) throw new Error(`${path} leads out of the folder of archives`);
    return full;
  };
  return {
    name: `the folder ${root}`,
    put: (path, bytes) => write(inside(path), bytes),
    get: (path) => readFile(inside(path)).catch(nullIfMissing),
    list: (prefix) => list(root, prefix),
    async remove(paths) {
      for (const path of paths) await rm(inside(path), { force: true });
      // Folders that are empty by now go as well; others stay.
      for (const path of new Set(paths.map(dirname))) {
        if (path !== '.') await rmdir(inside(path)).catch(() => undefined);
      }
    },
  };
}

/** Under another name first, and on the disk before it has its own: a machine that loses power leaves no half file. */
async function write(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function list(root: string, prefix: string): Promise<string[]> {
  const month = prefix.split('/')[0] ?? '';
  const entries = await readdir(join(root, month), { recursive: true, withFileTypes: true }).catch(nullIfMissing);
  const files = (entries ?? []).filter((entry) => entry.isFile());
  const paths = files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .split(sep)
      .join('/'),
  );
  return paths.filter((path) => path.startsWith(prefix)).sort();
}

function nullIfMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
