import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { patternsOf } from './patterns/extract';
import { superLinear } from './patterns/judge';

/**
 * `npm run patterns`: every regular expression of the program ends in linear time, whatever the text; ends with 1 and a
 * line for each that may not. No room is excepted.
 */
const roomOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/');

const { stdout } = spawnSync('git', ['ls-files', 'src', 'bin', 'migrations'], { encoding: 'utf8' });
const files = stdout.split('\n').filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^src\/test\//.test(file));
const judged = new Map<string, string | null>();
const rows: Record<string, { patterns: number; faults: number; 'made at run time': number }> = {};
const faults: string[] = [];

for (const file of files) {
  const { patterns, unknown } = patternsOf(readFileSync(file, 'utf8'), file.endsWith('x'));
  const room = roomOf(file);
  rows[room] ??= { patterns: 0, faults: 0, 'made at run time': 0 };
  const row = rows[room];
  row.patterns += patterns.length;
  row['made at run time'] += unknown;
  for (const { source, flags, line } of patterns) {
    const key = `/${source}/${flags}`;
    const why = judged.get(key) ?? superLinear(source, flags);
    judged.set(key, why);
    if (why === null) continue;
    row.faults++;
    faults.push(`${file}:${line}  ${why}\n    ${key.slice(0, 200)}`);
  }
}

for (const line of faults) console.error(line);
console.table(rows);
const seen = Object.values(rows).reduce((sum, { patterns }) => sum + patterns, 0);
console.log(`${seen} patterns in ${files.length} files, ${faults.length} that may take more than linear time`);
process.exit(seen === 0 || faults.length > 0 ? 1 : 0);
