import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openReadingDeps, readersWithKeys } from '../bin/reading-deps';
import { runCasesFile } from './cases-file';
import { belowFloors } from './floors';
import { type Figures, measureCorpus } from './measure';
import { timeFullLooks } from './measure-pages';
import { accuracyPage, table } from './report';

const USAGE = `npm run eval                     our own corpus: the table for every reader that is set up; ends with 1
                                 where the offline reader falls below its floors (eval/floors.ts)
npm run eval -- --write          the same, written to docs/accuracy.md with its floors
npm run eval -- --cases cases.jsonl --out answers.jsonl   your cases, one JSON object a line
npm run eval -- --cases cases.jsonl --oracle readings.jsonl --out out.jsonl
                                 readings {id, value, quote} as if a model had given them: {id, accepted, probability,
                                 reason} for each
Options: --reader offline|claude|openai asks one reader alone; --concurrency 4 cases at a time;
--no-browser leaves the time of full looks out; --wrong lists what went wrong.`;

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    cases: { type: 'string' },
    oracle: { type: 'string' },
    out: { type: 'string' },
    concurrency: { type: 'string', default: '4' },
    reader: { type: 'string' },
    write: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: true },
    wrong: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function run(): Promise<void> {
  if (options.help) return console.log(USAGE);
  const { cases, oracle, out, reader } = options;
  const width = Math.max(1, Number(options.concurrency) || 1);
  if (cases) return runCasesFile({ cases, oracle, out, width, reader });
  const all: Figures[] = [];
  for (const name of reader ? [reader] : readersWithKeys()) all.push(await measure(name));
  console.log(table(all));
  if (options.wrong) for (const { wrong } of all) console.log(wrong.join('\n'));
  if (options.write) await writeFile('docs/accuracy.md', accuracyPage(all, new Date()));
  const low = all.filter((figures) => figures.reader === 'offline').flatMap(belowFloors);
  if (low.length > 0) throw new Error(['Below the floors:', ...low].join('\n  '));
}

async function measure(name: string): Promise<Figures> {
  const deps = await openReadingDeps({ reader: name });
  try {
    const figures = await measureCorpus(name, deps);
    return options.browser ? { ...figures, fullLook: await timeFullLooks(deps) } : figures;
  } finally {
    await deps.close();
  }
}
