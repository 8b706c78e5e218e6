import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOffline } from '@/ai/offline/read';
import { verifyReading } from '@/ai/verify';
import type { Outcome } from '@/domain/outcome';
import type { Question } from '@/domain/reading';
import type { Snapshot } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value';
import { snapshotFromDocument } from '@/scrape/static-snapshot';

/** The time at which the pages of the corpus were written. */
export const CORPUS_NOW = new Date('2026-11-22T12:00:00Z');

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
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as PageCase);
}

export async function loadSnapshot(file: string, url: string, status = 200, headers: Record<string, string> = {}) {
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
