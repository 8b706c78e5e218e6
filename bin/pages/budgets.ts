// npm run budgets: what four pages load of scripts, and how far they move while they load.
import { parseArgs } from 'node:util';
import { measure } from './measure';
import { inHouse } from './visit';

const USAGE = `npm run budgets -- [--check]
Starts the built app on a port and a data folder of its own, opens each page as a person on a telephone (390 pixels
wide), and prints the scripts it loads (KB, gzip) and its layout shift. --check ends with 1 where a limit is passed.`;

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const rows = await inHouse(measure);
console.log('page              scripts  limit  asked for   shift  limit');
for (const { name, kilobytes, limit, asked, shift, shiftLimit } of rows) {
  const cells = [kilobytes.toFixed(1).padStart(7), String(limit).padStart(6), `${asked}`.padStart(10)];
  console.log(
    `${name.padEnd(17)} ${cells.join(' ')} ${shift.toFixed(4).padStart(7)} ${String(shiftLimit).padStart(6)}`,
  );
}
const over = rows.filter((row) => row.kilobytes > row.limit || row.shift > row.shiftLimit);
console.log(over.length === 0 ? 'All within their limits.' : `Over: ${over.map(({ name }) => name).join(', ')}`);
process.exit(options.check && over.length > 0 ? 1 : 0);
