// npm run lighthouse: what Lighthouse says of four pages, as on a telephone.
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { checkPort } from '../start/port';
import { mainPages } from './places';
import { type House, inHouse, type Who } from './visit';

const USAGE = `npm run lighthouse -- [--runs 3]
Starts the built app on a port and a data folder of its own and has Lighthouse look at landing, sign-in, dashboard and a
monitor's page (mobile, the middle of so many runs). Ends with 1 where a score is below its floor. Scores of performance
depend on the machine and what else it does: this is not part of CI.`;

const FLOORS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof FLOORS;
const CATEGORIES = Object.keys(FLOORS) as Category[];
/** What the score of speed is made of, beside layout shift. */
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'];

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, help: { type: 'boolean', default: false } },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const port = await checkPort(0, '127.0.0.1');
let below = 0;
await inHouse(async (house) => {
  console.log(`page         ${CATEGORIES.join('  ')}`);
  for (const { name, who, path } of mainPages(house))
    below += await look(name, `${house.origin}${path}`, await cookiesOf(house, who));
}, `--remote-debugging-port=${port}`);
process.exit(below > 0 ? 1 : 0);

/** What says who this is; empty for a visitor. */
async function cookiesOf(house: House, who: Who): Promise<string> {
  const context = await house.as(who);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function middleOf(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** Prints a line. Returns how many scores are below their floors. */
async function look(name: string, address: string, cookie: string): Promise<number> {
  const seen: Record<Category, number>[] = [];
  const times: Record<string, number>[] = [];
  const faults = new Set<string>();
  for (let run = 0; run < Number(options.runs); run += 1) {
    const result = await lighthouse(address, {
      ...{ port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, formFactor: 'mobile' },
      ...(cookie === '' ? {} : { extraHeaders: { Cookie: cookie } }),
    });
    if (!result) throw new Error(`Lighthouse said nothing of ${name}`);
    const { categories, audits } = result.lhr;
    const scores = CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)]);
    seen.push(Object.fromEntries(scores) as Record<Category, number>);
    times.push(Object.fromEntries(TIMES.map((id) => [id, audits[id]?.numericValue ?? Number.NaN])));
    for (const category of CATEGORIES.slice(1))
      for (const { id, weight } of categories[category]?.auditRefs ?? [])
        if (weight > 0 && audits[id]?.score === 0) faults.add(`${id}: ${audits[id]?.title}`);
  }
  const middle = (category: Category) => middleOf(seen.map((one) => one[category]));
  const cells = CATEGORIES.map((category) => String(middle(category)).padStart(category.length));
  console.log(`${name.padEnd(12)} ${cells.join('  ')}`);
  const spent = TIMES.map((id) => `${id} ${middleOf(times.map((one) => one[id] ?? 0)).toFixed(0)} ms`);
  console.log(`    ${spent.join(', ')}`);
  for (const fault of faults) console.log(`    ${fault}`);
  return CATEGORIES.filter((category) => middle(category) < FLOORS[category]).length;
}
