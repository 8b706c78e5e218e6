import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OTHER_MEANINGS, OTHER_WORDS } from './exceptions';
import { refusedWords, wordFaults } from './words';

/**
 * `npm run tree`: no line of code is longer than 120 characters, patterns and comments included; no folder holds more
 * than 40 files of code, tests not counted; no word is used that the glossary refuses. What words also mean here is in
 * `exceptions.ts`; one that is no longer needed is a fault too, so that the list only shrinks.
 */
const MAX_LINE = 120;
const MAX_FILES = 40;
const GENERATED = 'src/db/types.ts';

const all = listed();
const files = all.filter((file) => /^(src|bin|eval|bench)\/.*\.[cm]?[jt]sx?$/.test(file) && file !== GENERATED);
if (files.length === 0) throw new Error('No code was found.');
const faults = [...longLines(files), ...fullFolders(files), ...refused(all)];
for (const fault of faults) console.error(fault);
console.log(`${files.length} files of code, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);

/** What is tracked, and what is new and not ignored. */
function listed(): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  return stdout.split('\n').filter((file) => file !== '' && existsSync(file));
}

function refused(tracked: string[]): string[] {
  const written = tracked.filter(
    (file) => /\.([cm]?[jt]sx?|css|md|yml)$/.test(file) && !OTHER_WORDS.some((place) => file.startsWith(place)),
  );
  const texts = written.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  return wordFaults(texts, refusedWords(readFileSync('docs/glossary.md', 'utf8')), OTHER_MEANINGS);
}

function longLines(all: string[]): string[] {
  return all.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, at) => ({ line: at + 1, length: [...line].length }))
      .filter(({ length }) => length > MAX_LINE)
      .map(({ line, length }) => `${file}:${line}: ${length} characters, at most ${MAX_LINE}`),
  );
}

function fullFolders(all: string[]): string[] {
  const code = all.filter((file) => !/\.(test|spec)\.tsx?$/.test(file));
  return [...Map.groupBy(code, dirname)].flatMap(([folder, { length }]) =>
    length > MAX_FILES ? [`${folder}: ${length} files of code, at most ${MAX_FILES}`] : [],
  );
}
