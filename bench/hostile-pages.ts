/**
 * What pages cost that were written to be dear: `npm run bench:hostile [-- --short]`. Each kind of page, from 0.1 to 4
 * MB, goes the road of a check: bytes, Snapshot, reading by rules, proof, recipe, reading by the recipe. Told are the
 * processor's times, how they grow (the slope of the logarithms from the second size on: 1 is linear) and the longest
 * pause of the event loop: parsing and reading go on in a thread. Ends with 1 where a page takes or keeps longer than
 * it may, or grows faster. `--short`: two sizes and ceilings ten times as high, for machines that do other things as
 * well.
 */
import { createMemoryLedger, createReaders } from '../src/ai/create-readers';
import { bundleThreads } from '../src/threads/bundle';
import { openThreads } from '../src/threads/threads';
import { HOSTILE_PAGES } from './hostile/generators';
import { type Ground, readPage, type Times } from './hostile/read-page';

const short = process.argv.includes('--short');
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const SIZES_MB = short ? [0.1, 1] : [0.1, 0.5, 1, 2, 4];
/** Milliseconds: a start, and so many for a megabyte. */
const CEILING = { start: 600, perMb: 2_500 };
const SLACK = short ? 10 : 1;
const MOST_GROWTH = 1.2;
/** Shorter times are those of the machine, not of the page. */
const LEAST_MS = 80;

/** Milliseconds that a page may keep the thread that serves, on a machine that does nothing else. */
const MOST_PAUSE = 200;

await bundleThreads(process.cwd());
const threads = openThreads({ threads: 1 });
const readers = createReaders(
  { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
  createMemoryLedger(),
  threads.rules,
);
const ground: Ground = { readers, parser: threads.parser };

/** Slope of log time over log size, by least squares; null where there is too little time to tell. */
function growthOf(points: { mb: number; ms: number }[]): number | null {
  const told = points.filter(({ ms }) => ms >= LEAST_MS).map(({ mb, ms }) => [Math.log(mb), Math.log(ms)] as const);
  if (told.length < 3) return null;
  const mean = (at: 0 | 1): number => told.reduce((sum, point) => sum + point[at], 0) / told.length;
  const [x, y] = [mean(0), mean(1)];
  const above = told.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0);
  return above / told.reduce((sum, [one]) => sum + (one - x) ** 2, 0);
}

async function measure(): Promise<string[]> {
  const wrong: string[] = [];
  let longest = 0;
  const pages = HOSTILE_PAGES.filter(({ name }) => only.length === 0 || only.includes(name));
  console.log(`${'page'.padEnd(22)}${SIZES_MB.map((mb) => `${mb} MB`.padStart(9)).join('')}  growth   pause  outcome`);
  for (const page of pages) {
    // Compiled once, as in a process that serves.
    await readPage(ground, page, new TextEncoder().encode(page.make(50_000)));
    const points: { mb: number; ms: number }[] = [];
    let last: Times | null = null;
    let pause = 0;
    for (const mb of SIZES_MB) {
      last = await readPage(ground, page, new TextEncoder().encode(page.make(mb * 1e6)));
      points.push({ mb, ms: last.processor });
      pause = Math.max(pause, last.pause);
      const ceiling = SLACK * (CEILING.start + CEILING.perMb * mb);
      if (last.processor > ceiling)
        wrong.push(`${page.name}: ${mb} MB took ${Math.round(last.processor)} ms, over ${ceiling}`);
    }
    longest = Math.max(longest, pause);
    if (pause > SLACK * MOST_PAUSE) wrong.push(`${page.name}: kept the event loop for ${Math.round(pause)} ms`);
    const growth = growthOf(points);
    if (growth !== null && growth > MOST_GROWTH) wrong.push(`${page.name}: grows by ${growth.toFixed(2)}`);
    const times = points.map(({ ms }) => `${Math.round(ms)} ms`.padStart(9)).join('');
    const told = growth === null ? '-' : growth.toFixed(2);
    console.log(
      `${page.name.padEnd(22)}${times}${told.padStart(8)}${`${Math.round(pause)} ms`.padStart(9)}  ${last?.outcome}`,
    );
  }
  console.log(`longest pause of the event loop: ${Math.round(longest)} ms, of at most ${SLACK * MOST_PAUSE}`);
  return wrong;
}

const wrong = await measure();
await threads.close();
for (const line of wrong) console.error(line);
console.log(`${HOSTILE_PAGES.length} kinds of page, ${wrong.length} over what they may cost`);
process.exit(wrong.length > 0 ? 1 : 0);
