/**
 * Sentences that are hard on patterns, 500 characters each, through the app's own chain and threads:
 * `npm run fuzz:prompts [-- --count 5000] [--seed 1]`. Told are the processor's times, the longest by the clock, how
 * many were ended by the deadline, and the longest pause of the event loop. Ends with 1 where a sentence took 100 ms or
 * more, or the event loop stood still for over 200.
 * With fewer than 5,000 (as CI has it) the ceilings are ten times as high, for machines that do other things as well.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { bundleThreads } from '@/threads/bundle';
import { openThreads } from '@/threads/threads';
import { type HardPrompt, hardPrompts } from './fuzz/prompts';

const { values: options } = parseArgs({
  options: { count: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
});
const count = Math.max(1, Number(options.count));
const SLACK = count < 5_000 ? 10 : 1;
const MOST_MS = 100;
const MOST_PAUSE_MS = 200;

/** V8 compiles a language's patterns with its first sentence: once a process, and no matter of the sentence. */
const FIRST = [
  'Tell me when the kettle drops below $40',
  'Tell me when the kettle is in stock and costs less than $40 or the price falls by 5%',
  'Sag mir, wenn der Kessel unter 40 € fällt',
  'Préviens-moi quand la bouilloire coûte moins de 40 €',
  'Avísame cuando la tetera cueste menos de 40 €',
  'Avvisami quando il bollitore costa meno di 40 €',
  'Avvisami quando il bollitore è disponibile e costa meno di 40 € o scende del 5%',
  'Avise quando a chaleira custar menos de R$ 40',
  'Laat me weten als de ketel minder dan € 40 kost',
  'やかんが4000円以下になったら教えて',
];

interface Timed extends HardPrompt {
  /** Of the processor's time, this process's thread included: what else the machine does does not count. */
  ms: number;
  /** Of the clock. */
  clockMs: number;
  end: 'interpreted' | 'not understood' | 'ended by the deadline' | 'unavailable';
}

await bundleThreads(process.cwd());
let ended = 0;
const threads = openThreads({
  threads: 1,
  onEnd: (_, end) => {
    if (end === 'deadline' || end === 'memory') ended += 1;
  },
});
const limits = { monthlyUsd: '0', personDailyUsd: '0' };
const readers = createReaders(
  { order: ['offline'], claude: null, openai: null, limits, callMs: 1_000 },
  createMemoryLedger(),
  threads.rules,
);
const context = { userId: null, monitorId: null, evaluationId: null, now: new Date('2026-11-22T12:00:00Z') };

async function time(hard: HardPrompt): Promise<Timed> {
  const endedBefore = ended;
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await readers.interpret(hard.prompt, context);
  const { user, system } = process.cpuUsage(before);
  const times = { ms: (user + system) / 1_000, clockMs: performance.now() - started };
  if (ended > endedBefore) return { ...hard, ...times, end: 'ended by the deadline' };
  if (result.ok) return { ...hard, ...times, end: 'interpreted' };
  return { ...hard, ...times, end: result.reason === 'not_understood' ? 'not understood' : 'unavailable' };
}

/** One line of the table. */
function line(kind: string, timed: Timed[]): string {
  const sorted = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1)} ms`.padStart(10);
  const clock = `${Math.max(...timed.map(({ clockMs }) => clockMs)).toFixed(0)} ms`.padStart(10);
  const cut = String(timed.filter(({ end }) => end === 'ended by the deadline').length).padStart(10);
  return `${kind.padEnd(22)}${String(timed.length).padStart(7)}${at(0.5)}${at(0.95)}${at(1)}${clock}${cut}`;
}

async function measure(): Promise<Timed[]> {
  for (const prompt of FIRST) await readers.interpret(prompt, context);
  const all: Timed[] = [];
  for (const hard of hardPrompts(count, Number(options.seed))) all.push(await time(hard));
  return all;
}

const pauses = monitorEventLoopDelay({ resolution: 10 });
pauses.enable();
const all = await measure();
pauses.disable();
await threads.close();
console.log(`${'kind'.padEnd(22)}  count       p50       p95        max    clock's  deadline`);
for (const [kind, timed] of Map.groupBy(all, ({ kind }) => kind)) console.log(line(kind, timed));
console.log(line('all', all));
const pause = Math.round(pauses.max / 1e6);
console.log(`longest pause of the event loop: ${pause} ms, of at most ${MOST_PAUSE_MS * SLACK}`);
const slow = all.filter(({ ms, end }) => ms >= MOST_MS * SLACK || end === 'unavailable');
for (const { ms, end, prompt } of slow.slice(0, 10)) console.error(`${ms.toFixed(0)} ms, ${end}: ${prompt}`);
console.log(`${all.length} sentences, ${slow.length} over the ${MOST_MS * SLACK} ms that one may take`);
process.exit(slow.length > 0 || pause > MOST_PAUSE_MS * SLACK ? 1 : 0);
