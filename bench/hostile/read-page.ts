import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Question } from '@/domain/contract/reading';
import type { PageParser } from '@/scrape/document/page-parser';
import type { Readers } from '../../src/ai/reader';
import type { HostilePage } from './generators';

type Asked = Pick<Question, 'property' | 'factType' | 'unit'>;

const ASKED: Record<HostilePage['ask'], Asked> = {
  price: { property: 'price', factType: 'number', unit: 'USD' },
  version: { property: 'latest version', factType: 'string', unit: 'version' },
  date: { property: 'release date', factType: 'string', unit: 'date' },
  count: { property: 'number left', factType: 'number', unit: null },
  stock: { property: 'availability', factType: 'boolean', unit: null },
  words: { property: 'description', factType: 'string', unit: null },
  list: { property: 'entries', factType: 'object', unit: null },
};

function questionFor(ask: HostilePage['ask']): Question {
  const item = 'Orsa lamp';
  const rest = ASKED[ask];
  const fact = `${rest.property} of ${item}`;
  return { prompt: `Tell me when the ${fact} changes`, fact, item, language: 'en', ...rest };
}

/** What reads and parses, each in its thread. */
export interface Ground {
  readers: Readers;
  parser: PageParser;
}

/** Of one reading. */
export interface Times {
  /** Milliseconds of the processor's time: what else the machine does does not count. */
  processor: number;
  /** The longest pause of the event loop, in milliseconds of the clock. */
  pause: number;
  outcome: string;
}

/** From the bytes to the verified reading, and again by its recipe: the same road as a check. */
export async function readPage(ground: Ground, page: HostilePage, body: Uint8Array): Promise<Times> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // The first tick is what the following are measured from.
  await nextTick();
  const before = process.cpuUsage();
  const outcome = await check(ground, page, body);
  const { user, system } = process.cpuUsage(before);
  await nextTick();
  delay.disable();
  return { processor: (user + system) / 1_000, pause: delay.max / 1e6, outcome };
}

async function check({ readers, parser }: Ground, page: HostilePage, body: Uint8Array): Promise<string> {
  const now = new Date('2026-11-22T12:00:00Z');
  const question = questionFor(page.ask);
  const looked = await parser.fromDocument({
    url: 'https://hostile.example/page',
    status: 200,
    headers: { 'content-type': page.contentType ?? 'text/html; charset=utf-8' },
    body,
    loadedAt: now.toISOString(),
    loadMs: 0,
  });
  if (!looked.ok) return looked.failure.outcome;
  const context = { userId: null, monitorId: null, evaluationId: null, now };
  const result = await readers.read(question, looked.snapshot, null, context);
  const recipe = 'recipe' in result ? result.recipe : null;
  // Each task unpacks the snapshot anew: nothing that was worked out for the first one serves.
  if (recipe) await readers.readByRecipe(question, looked.snapshot, recipe, context);
  return result.outcome;
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
