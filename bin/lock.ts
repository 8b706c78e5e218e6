import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run lock`, after a package was added or updated: makes a lock file that npm 10 and npm 11 both leave alone.
 * `-- --verify` only says what is not so, and ends with 1.
 *
 * - `libc` is written by npm 11 and dropped by npm 10. Without it npm takes the musl builds of a few optional binaries
 *   along; nothing loads them.
 * - `engines` of packages: npm warns by them of the Node that runs npm, but the scripts run on the Node that the dev
 *   dependency `node` brings. What our own package.json asks of Node is still told.
 * - `resolved` would name one registry; npm fills it in from the one that is configured.
 * - Every optional binary has its entry, whatever machine the file was made on, or npm 11 adds them.
 */
const FILE = 'package-lock.json';
const DROPPED = ['libc', 'engines', 'resolved'] as const;

interface Lock {
  packages: Record<string, Record<string, unknown> & { optionalDependencies?: Record<string, string> }>;
}

const text = readFileSync(FILE, 'utf8');
const lock: Lock = JSON.parse(text);
const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
for (const [, entry] of packages) for (const field of DROPPED) delete entry[field];
const tidy = `${JSON.stringify(lock, null, 2)}\n`;

const missing = packages.flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).filter((name) => !isLocked(place, name)),
);
if (missing.length > 0) {
  console.error(`${FILE} has no entry for ${missing.join(', ')}: remove node_modules and run npm install with npm 11.`);
}
if (process.argv.includes('--verify')) {
  if (text !== tidy) console.error(`${FILE} has fields that npm 10 and 11 disagree about: npm run lock`);
  process.exit(text === tidy && missing.length === 0 ? 0 : 1);
}
if (text !== tidy) writeFileSync(FILE, tidy);
process.exit(missing.length === 0 ? 0 : 1);

/** Whether a dependency of the package at `place` has an entry where Node would look for it. */
function isLocked(place: string, name: string): boolean {
  const folders = place.split('/node_modules/').map((_part, at, all) => all.slice(0, at + 1).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (candidate) => candidate in lock.packages,
  );
}
