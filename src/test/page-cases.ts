import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOffline } from '@/ai/offline/read/read';
import { applyRecipe, compileRecipe } from '@/ai/recipe';
import { verifyReading } from '@/ai/verify';
import { decide } from '@/domain/decide';
import type { Outcome } from '@/domain/outcome';
import type { Question, Reading, Recipe } from '@/domain/reading';
import type { Snapshot } from '@/domain/snapshot';
import type { Trigger } from '@/domain/trigger';
import { newTriggerState } from '@/domain/trigger-memory';
import type { FactValue } from '@/domain/value';
import { snapshotFromDocument } from '@/scrape/static-snapshot';

/** The time at which the pages of the corpus were written. */
const CORPUS_NOW = new Date('2026-11-22T12:00:00Z');

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), 'corpus', 'pages');

export interface PageCase {
  id: string;
  prompt: string;
  url: string;
  htmlFile: string;
  httpStatus?: number;
  headers?: Record<string, string>;
  /** The labelled interpretation, so that reading is measured by itself. */
  question: Omit<Question, 'prompt'>;
  expect: {
    outcome: Outcome;
    /** Number or text of the value, a boolean, or for lists the entries that must be among the items. */
    value?: string | boolean | string[];
    currency?: string;
    quoteIncludes?: string;
    conditionMet?: boolean;
    ambiguous?: boolean;
  };
}

export interface CaseResult {
  id: string;
  /** Null where the case passed, else what differed. */
  wrong: string | null;
  outcome: Outcome;
  value: FactValue | null;
  quote: string | null;
  snapshot: Snapshot | null;
  ms: number;
}

export function loadCases(file: string): PageCase[] {
  const path = join(CORPUS, file);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as PageCase);
}

async function loadSnapshot(file: string, url: string, status = 200, headers: Record<string, string> = {}) {
  const type = file.endsWith('.json')
    ? 'application/json'
    : file.endsWith('.xml')
      ? 'application/rss+xml'
      : 'text/html';
  return snapshotFromDocument({
    url,
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, ...headers },
    body: readFileSync(join(CORPUS, file)),
    loadedAt: CORPUS_NOW.toISOString(),
    loadMs: 0,
  });
}

/** Loads, reads and verifies one case as a refresh would, with the offline reader only. */
export async function runPageCase(one: PageCase): Promise<CaseResult> {
  const loaded = await loadSnapshot(one.htmlFile, one.url, one.httpStatus, one.headers);
  const result: CaseResult = {
    id: one.id,
    wrong: null,
    outcome: 'internal',
    value: null,
    quote: null,
    snapshot: null,
    ms: 0,
  };
  if (!loaded.ok) return judge(one, { ...result, outcome: loaded.failure.outcome });
  const question: Question = { ...one.question, prompt: one.prompt };
  const started = performance.now();
  const reading = readOffline(question, loaded.snapshot, CORPUS_NOW);
  const ms = performance.now() - started;
  const shared = { ...result, snapshot: loaded.snapshot, ms };
  if (reading.found === 'missing') return judge(one, { ...shared, outcome: 'fact_missing' }, reading.reason);
  if (reading.found === 'ambiguous') {
    return judge(
      one,
      { ...shared, outcome: 'fact_missing' },
      `ambiguous: ${reading.candidates.map(({ quote }) => quote).join(' | ')}`,
    );
  }
  const verdict = verifyReading(question, loaded.snapshot, reading);
  if (!verdict.ok) return judge(one, { ...shared, outcome: 'unverified' }, verdict.reason);
  return judge(one, {
    ...shared,
    outcome: verdict.value === null ? 'absent' : 'value',
    value: verdict.value,
    quote: verdict.evidence.quote,
  });
}

function judge({ expect }: PageCase, result: CaseResult, detail = ''): CaseResult {
  const wrong = (what: string): CaseResult => ({ ...result, wrong: `${what} ${detail}`.trim() });
  if (result.outcome !== expect.outcome) {
    return wrong(
      `outcome ${result.outcome} (${JSON.stringify(result.value)} "${result.quote}"), not ${expect.outcome};`,
    );
  }
  if (expect.ambiguous && !detail.startsWith('ambiguous')) return wrong('missing, not ambiguous;');
  if (expect.value !== undefined && !sameExpected(result.value, expect.value)) {
    return wrong(`value ${JSON.stringify(result.value)}, not ${JSON.stringify(expect.value)};`);
  }
  if (expect.currency !== undefined && (result.value?.type !== 'number' || result.value.unit !== expect.currency)) {
    return wrong(`currency ${JSON.stringify(result.value)}, not ${expect.currency};`);
  }
  if (expect.quoteIncludes !== undefined && !plain(result.quote ?? '').includes(plain(expect.quoteIncludes))) {
    return wrong(`quote "${result.quote}" without "${expect.quoteIncludes}";`);
  }
  return result;
}

function sameExpected(value: FactValue | null, expected: string | boolean | string[]): boolean {
  if (value === null) return false;
  if (value.type === 'number') return value.number === expected;
  if (value.type === 'boolean') return value.boolean === expected;
  if (value.type === 'object')
    return Array.isArray(expected) && expected.every((item) => value.items.some((one) => one.includes(item)));
  return typeof expected === 'string' && plain(value.text) === plain(expected);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

export interface PagePair {
  id: string;
  prompt: string;
  url: string;
  beforeFile: string;
  afterFile: string;
  beforeStatus?: number;
  afterStatus?: number;
  question: Omit<Question, 'prompt'>;
  trigger: Trigger;
  expect: { alert: boolean };
}

export function loadPairs(): PagePair[] {
  return readFileSync(join(CORPUS, 'pairs.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as PagePair);
}

export interface PairResult {
  id: string;
  alert: boolean;
  sentence: string;
  before: Outcome;
  after: Outcome;
  /** Null where the second page could not be read at all. */
  recipeHit: boolean | null;
}

type Read =
  | { outcome: 'value'; value: FactValue; snapshot: Snapshot; reading: Reading }
  | { outcome: 'absent' }
  | { outcome: Exclude<Outcome, 'value' | 'absent'>; message: string };

/** Creation at the first page, one refresh at the second: recipe first, then the offline reader, then the decision. */
export async function runPagePair(pair: PagePair): Promise<PairResult> {
  const question: Question = { ...pair.question, prompt: pair.prompt };
  const before = await readPage(pair.url, pair.beforeFile, pair.beforeStatus, question, null);
  const recipe =
    before.read.outcome === 'value' ? compileRecipe(question, before.read.snapshot, before.read.reading) : null;
  const first = decide({ trigger: pair.trigger, state: newTriggerState(false), result: before.read });
  const after = await readPage(pair.url, pair.afterFile, pair.afterStatus, question, recipe);
  const second = decide({ trigger: pair.trigger, state: first.next, result: after.read });
  const { outcome } = after.read;
  return {
    id: pair.id,
    alert: second.alert,
    sentence: second.sentence,
    before: before.read.outcome,
    after: outcome,
    recipeHit: outcome === 'value' ? after.hit : null,
  };
}

async function readPage(
  url: string,
  file: string,
  status: number | undefined,
  question: Question,
  recipe: Recipe | null,
): Promise<{ read: Read; hit: boolean }> {
  const loaded = await loadSnapshot(file, url, status);
  if (!loaded.ok)
    return { read: { outcome: loaded.failure.outcome as never, message: loaded.failure.message }, hit: false };
  const { snapshot } = loaded;
  const quick = recipe === null ? null : applyRecipe(recipe, question, snapshot);
  for (const reading of quick === null ? [null] : [quick, null]) {
    const proposed = reading ?? readOffline(question, snapshot, CORPUS_NOW);
    const verdict = verifyReading(question, snapshot, proposed);
    if (!verdict.ok) continue;
    if (verdict.value === null) return { read: { outcome: 'absent' }, hit: false };
    return { read: { outcome: 'value', value: verdict.value, snapshot, reading: proposed }, hit: reading !== null };
  }
  return { read: { outcome: 'fact_missing', message: 'not found' }, hit: false };
}
