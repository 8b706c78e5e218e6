// npm run axe: every page and open state by axe, at 320 pixels, with text at 200 %, and without motion.
import { parseArgs } from 'node:util';
import { audit } from './audit';
import { inHouse } from './visit';

const USAGE = `npm run axe -- [--short] [--only name]
Starts the built app on a port and a data folder of its own and looks at its pages and open states
(bin/pages/places.ts), light and dark, narrow and wide, by axe (WCAG 2.2 AA); whether anything scrolls sideways at 320
pixels or with text at 200 %; whether anything moves for a person who asked for no motion. Ends with 1 where something
is wrong.`;

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const only = options.only === undefined ? {} : { only: new RegExp(options.only) };
const faults = await inHouse((house) => audit(house, { short: options.short, ...only }));
const byWhat = Map.groupBy(faults, ({ what }) => what);
for (const [what, all] of byWhat) {
  console.log(what);
  const places = [...Map.groupBy(all, ({ place }) => place)];
  for (const [place, found] of places) console.log(`    ${place} (${found.map(({ how }) => how).join('; ')})`);
}
console.log(`${byWhat.size} faults`);
process.exit(faults.length > 0 ? 1 : 0);
