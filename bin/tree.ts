import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CODE_FOLDERS, FULL_FOLDERS, GENERATED, LONG_LINES } from './tree-exceptions';

/**
 * `npm run tree`: no line of code is longer than 120 characters, patterns and comments included, and no folder holds
 * more than 40 files of code, tests not counted. Exceptions are in `tree-exceptions.ts`; one that is no longer needed
 * is a fault too, so that the list only shrinks.
 */
const MAX_LINE = 120;
const MAX_FILES = 40;

const files = listed().filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !GENERATED.has(file));
if (files.length === 0) throw new Error('No code was found.');
const faults = [...longLines(files), ...fullFolders(files)];
for (const fault of faults) console.error(fault);
console.log(`${files.length} files of code, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);

function listed(): string[] {
  return CODE_FOLDERS.flatMap((folder) => {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  });
}

function longLines(all: string[]): string[] {
  const found = all.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, at) => ({ file, line: at + 1, length: [...line].length }))
      .filter(({ length }) => length > MAX_LINE),
  );
  const isOf = (file: string, excepted: string) => file === excepted || file.startsWith(`${excepted}/`);
  return [
    ...found
      .filter(({ file }) => !LONG_LINES.some((excepted) => isOf(file, excepted)))
      .map(({ file, line, length }) => `${file}:${line}: ${length} characters, at most ${MAX_LINE}`),
    ...LONG_LINES.filter((excepted) => !found.some(({ file }) => isOf(file, excepted))).map(
      (excepted) => `${excepted}: has no long line any more; take it out of LONG_LINES`,
    ),
  ];
}

function fullFolders(all: string[]): string[] {
  const code = all.filter((file) => !/\.(test|spec)\.tsx?$/.test(file));
  return [...Map.groupBy(code, dirname)].flatMap(([folder, { length }]) => {
    const isExcepted = FULL_FOLDERS.includes(folder);
    if (isExcepted) return length > MAX_FILES ? [] : [`${folder}: is no longer too full; take it out of FULL_FOLDERS`];
    return length > MAX_FILES ? [`${folder}: ${length} files of code, at most ${MAX_FILES}`] : [];
  });
}
