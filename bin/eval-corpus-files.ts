import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenDocument } from '@/scrape/scraper';

const CORPUS = 'src/test/corpus';

/** The time at which the corpus was written: dates without a year count from it. */
export const CORPUS_NOW = new Date('2026-11-22T12:00:00Z');

/** A labelled prompt: see the readme of the corpus. */
export interface LabelledPrompt {
  id: string;
  prompt: string;
  language: string;
  /** The round in which it was written. */
  set: string;
  expect: {
    type: string;
    factType: string;
    unit: string | null;
    condition: Record<string, string>;
    sources?: string[];
  };
}

/** A labelled page: see the readme of the corpus. */
export interface LabelledPage {
  id: string;
  prompt: string;
  url: string;
  htmlFile: string;
  httpStatus?: number;
  headers?: Record<string, string>;
  expect: {
    outcome: string;
    value?: string | boolean | string[];
    currency?: string;
    quoteIncludes?: string;
    conditionMet?: boolean;
  };
}

export interface LabelledPair {
  id: string;
  prompt: string;
  url: string;
  beforeFile: string;
  afterFile: string;
  beforeStatus?: number;
  afterStatus?: number;
  expect: { alert: boolean };
}

export const PAGES_FOLDER = join(CORPUS, 'pages');

/** Of every file that lies there. */
export const labelledPrompts = () => linesOf<LabelledPrompt>('prompts', /\.jsonl$/);
export const labelledPages = () => [...writtenPages(), ...linesOf<LabelledPage>('pages', /^cases-blind.*\.jsonl$/)];
export const labelledPairs = () => [
  ...lines<LabelledPair>('pages/pairs.jsonl'),
  ...lines<LabelledPair>('pages/pairs-blind.jsonl'),
  ...lines<LabelledPair>('pages/pairs-blind-e.jsonl'),
];

const writtenPages = () => [
  ...lines<LabelledPage>('pages/cases.jsonl'),
  ...lines<LabelledPage>('pages/cases-held-out.jsonl'),
];

function linesOf<Line>(folder: string, files: RegExp): Line[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => files.test(name))
    .flatMap((name) => lines<Line>(`${folder}/${name}`));
}

function lines<Line>(file: string): Line[] {
  return readFileSync(join(CORPUS, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** The corpus' pages as a server would answer them; without the blind ones, whose markup repeats itself. */
export function corpusPages(): { url: string; document: GivenDocument }[] {
  return writtenPages().map(({ url, htmlFile, httpStatus = 200, headers }) => ({
    url,
    document: { body: pageText(htmlFile), status: httpStatus, headers: headersOf(htmlFile, headers) },
  }));
}

export function pageText(file: string): string {
  return readFileSync(join(PAGES_FOLDER, file), 'utf8');
}

/** The corpus' files are UTF-8; their kind follows from the name. */
export function headersOf(file: string, headers: Record<string, string> = {}): Record<string, string> {
  const kind = file.endsWith('.json')
    ? 'application/json'
    : file.endsWith('.xml')
      ? 'application/rss+xml'
      : 'text/html';
  return { 'content-type': `${kind}; charset=utf-8`, ...headers };
}
