// npm run budgets: what four pages load of scripts, and how far they move while they load.
import { parseArgs } from 'node:util';
import { measure, SHIFT_LIMIT } from './measure';
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
console.log('page              scripts  limit   shift  limit');
for (const { name, kilobytes, limit, shift } of rows) {
  const cells = [kilobytes.toFixed(1).padStart(7), `${limit}`.padStart(6), shift.toFixed(4).padStart(7)];
  console.log(`${name.padEnd(17)} ${cells.join(' ')} ${String(SHIFT_LIMIT).padStart(6)}`);
}
const over = rows.filter(({ kilobytes, limit, shift }) => kilobytes > limit || shift > SHIFT_LIMIT);
console.log(over.length === 0 ? 'All within their limits.' : `Over: ${over.map(({ name }) => name).join(', ')}`);
process.exit(options.check && over.length > 0 ? 1 : 0);
