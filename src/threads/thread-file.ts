import path from 'node:path';

/**
 * Where the bundle of the threads stands, seen from the app's folder: also right where this file was bundled elsewhere.
 */
export function threadFile(root = /* turbopackIgnore: true */ process.cwd()): string {
  return path.join(/* turbopackIgnore: true */ root, 'dist', 'threads', 'thread.mjs');
}
