import { parseArgs } from 'node:util';
import { benchCrawlee } from './scrape/crawlee';
import { type Ground, type Line, openGround } from './scrape/ground';
import { benchCheapLook, benchFullLook, benchMemory } from './scrape/looks';
import { benchUrlwatch } from './scrape/urlwatch';

const USAGE = `npm run bench:scrape -- [--only full,cheap,urlwatch,crawlee,memory] [--runs 40] [--looks 500]
  [--crawlee folder]
Measures the looks against other tools on a fixture site on loopback, side by side in one run, and prints the ratios.
Ends with 1 where a ratio is over its floor. A busy machine makes single runs noisy: repeat what is close.
  --crawlee  a folder whose node_modules has @crawlee/playwright; it is too heavy to be a dependency`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'full,cheap,urlwatch,crawlee,memory' },
    runs: { type: 'string', default: '40' },
    looks: { type: 'string', default: '500' },
    crawlee: { type: 'string', default: process.cwd() },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const runs = Number(options.runs);
const parts: Record<string, (ground: Ground) => Promise<Line[]>> = {
  full: (ground) => benchFullLook(ground, runs),
  cheap: (ground) => benchCheapLook(ground, runs * 4),
  urlwatch: benchUrlwatch,
  crawlee: (ground) => benchCrawlee(ground, options.crawlee),
  memory: (ground) => benchMemory(ground, Number(options.looks)),
};

let missed = 0;
print(['what', 'against', 'ours', 'theirs', 'ratio', 'floor', '']);
for (const name of options.only.split(',')) {
  const part = parts[name];
  if (part === undefined) throw new Error(`There is no part "${name}". ${USAGE}`);
  const ground = await openGround(name === 'crawlee' ? 4 : 2);
  for (const line of await part(ground)) {
    const over = line.ratio !== null && line.floor !== null && line.ratio > line.floor;
    missed += over ? 1 : 0;
    const verdict = line.floor === null ? '' : over ? 'MISSED' : 'met';
    const floor = line.floor === null ? '' : `≤ ${line.floor}`;
    print([line.name, line.note ?? '', line.ours, line.theirs, line.ratio?.toFixed(2) ?? '–', floor, verdict]);
  }
  await ground.close();
}
process.exit(missed > 0 ? 1 : 0);

function print(cells: string[]): void {
  const widths = [38, 38, 14, 14, 6, 7, 6];
  console.log(
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(' ')
      .trimEnd(),
  );
}
