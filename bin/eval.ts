import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { EvalCase, runCase } from './eval-case';
import { openReadingDeps } from './reading-deps';

const USAGE = `npm run eval -- --cases cases.jsonl --out answers.jsonl [--concurrency 2] [--reader offline|claude|openai]
Runs interpretation and reading over cases, one JSON object a line, and writes one answer a line.`;

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string' },
    out: { type: 'string' },
    concurrency: { type: 'string', default: '2' },
    reader: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help || !options.cases) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 1);
}

interface Answer {
  outcome: string | null;
  ms: number;
  tokens: number;
  [key: string]: unknown;
}

const cases = await readCases(options.cases);
const deps = openReadingDeps({ reader: options.reader });
const answers = await runAll(cases, dirname(options.cases), Number(options.concurrency));
await deps.close();
await write(answers);
summarise(answers);
process.exit(0);

/** A line that is no case is answered with what is wrong with it: the others are not lost. */
async function readCases(file: string): Promise<{ id: unknown; parsed: EvalCase | string }[]> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const found: { id: unknown; parsed: EvalCase | string }[] = [];
  for await (const line of lines) {
    if (line.trim() === '') continue;
    found.push(parseLine(line, found.length + 1));
  }
  return found;
}

function parseLine(line: string, number: number): { id: unknown; parsed: EvalCase | string } {
  let json: { id?: unknown };
  try {
    json = JSON.parse(line);
  } catch {
    return { id: `line ${number}`, parsed: `line ${number} is not JSON` };
  }
  const parsed = EvalCase.safeParse(json);
  if (parsed.success) return { id: parsed.data.id, parsed: parsed.data };
  const issue = parsed.error.issues[0];
  return { id: json?.id ?? `line ${number}`, parsed: `${issue?.path.join('.')}: ${issue?.message}` };
}

async function runAll(all: Awaited<ReturnType<typeof readCases>>, folder: string, width: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) answers[index] = await answer(all[index], folder);
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  return answers;
}

async function answer(entry: { id: unknown; parsed: EvalCase | string } | undefined, folder: string): Promise<Answer> {
  if (!entry || typeof entry.parsed === 'string') {
    return { id: entry?.id, outcome: 'bad_case', sentence: entry?.parsed, ms: 0, tokens: 0 };
  }
  try {
    return await runCase(deps, entry.parsed, folder, deps.tokens);
  } catch (error) {
    return { id: entry.id, outcome: 'internal', sentence: String(error), ms: 0, tokens: 0 };
  }
}

async function write(all: Answer[]): Promise<void> {
  const text = all.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (options.out) await writeFile(options.out, text);
  else process.stdout.write(text);
}

function summarise(all: Answer[]): void {
  const outcomes = Map.groupBy(all, (line) => line.outcome ?? 'interpretation only');
  const times = all.map((line) => line.ms).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  console.error(`${all.length} cases, ${all.reduce((sum, line) => sum + line.tokens, 0)} tokens`);
  for (const [outcome, lines] of outcomes) console.error(`  ${outcome}: ${lines.length}`);
  console.error(`  time p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
