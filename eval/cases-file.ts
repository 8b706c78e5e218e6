import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { openReadingDeps } from '../bin/reading-deps';
import { type GivenReading, judgeGiven, readReadings } from './oracle';
import { EvalCase, runCase } from './run-case';

interface Answer {
  outcome: string | null;
  ms: number;
  tokens: number;
  [key: string]: unknown;
}

interface CasesRequest {
  cases: string;
  /** A file of readings `{id, value, quote}`, taken as if a model had given them. */
  oracle: string | undefined;
  out: string | undefined;
  width: number;
  reader: string | undefined;
}

/** Runs a file of cases, one JSON object a line, and writes one answer a line, in the same order. */
export async function runCasesFile({ cases, oracle, out, width, reader }: CasesRequest): Promise<void> {
  const deps = await openReadingDeps({ reader });
  try {
    const all = await readCases(cases);
    const answers = oracle
      ? await judgeAll(deps, all, readReadings(oracle), dirname(cases))
      : await runAll(deps, all, dirname(cases), width);
    const text = answers.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (out) await writeFile(out, text);
    else process.stdout.write(text);
    summarise(answers);
  } finally {
    await deps.close();
  }
}

/** Each given reading verified on its case's page, in the order of the cases; those without a reading are left out. */
async function judgeAll(
  deps: Awaited<ReturnType<typeof openReadingDeps>>,
  all: Awaited<ReturnType<typeof readCases>>,
  readings: ReadonlyMap<unknown, GivenReading>,
  folder: string,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { id, parsed } of all) {
    const given = readings.get(id);
    if (typeof parsed === 'string' || given === undefined) continue;
    const startedAt = performance.now();
    const judged = await judgeGiven(deps, parsed, given, folder);
    const outcome = judged.accepted ? 'accepted' : 'refused';
    answers.push({ id, ...judged, outcome, ms: Math.round(performance.now() - startedAt), tokens: 0 });
  }
  return answers;
}

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

async function runAll(
  deps: Awaited<ReturnType<typeof openReadingDeps>>,
  all: Awaited<ReturnType<typeof readCases>>,
  folder: string,
  width: number,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++)
      answers[index] = await answer(deps, all[index], folder);
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  return answers;
}

async function answer(
  deps: Awaited<ReturnType<typeof openReadingDeps>>,
  entry: { id: unknown; parsed: EvalCase | string } | undefined,
  folder: string,
): Promise<Answer> {
  if (!entry || typeof entry.parsed === 'string') {
    return { id: entry?.id, outcome: 'bad_case', sentence: entry?.parsed, ms: 0, tokens: 0 };
  }
  try {
    return await runCase(deps, entry.parsed, deps.tokens, folder);
  } catch (error) {
    return { id: entry.id, outcome: 'internal', sentence: String(error), ms: 0, tokens: 0 };
  }
}

function summarise(all: Answer[]): void {
  const outcomes = Map.groupBy(all, (line) => line.outcome ?? 'interpretation only');
  const times = all.map((line) => line.ms).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  console.error(`${all.length} cases, ${all.reduce((sum, line) => sum + line.tokens, 0)} tokens`);
  for (const [outcome, lines] of outcomes) console.error(`  ${outcome}: ${lines.length}`);
  console.error(`  time p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
