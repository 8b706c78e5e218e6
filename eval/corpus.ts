import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Correction } from '@/domain/contract/correction';
import type { Question } from '@/domain/contract/reading';
import type { Trigger } from '@/domain/trigger/trigger';
import type { GivenDocument } from '@/scrape/scraper';
import type { PointLabel } from './label';
import { pagesByName, readLines, readRound } from './round';

const CORPUS = 'eval/corpus';

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
  /** Its name in the corpus; says what kind of document it is. */
  page: string;
  httpStatus?: number;
  headers?: Record<string, string>;
  /** The labelled interpretation, where there is one: with it reading is measured by itself. */
  question?: Omit<Question, 'prompt'>;
  expect: {
    outcome: string;
    /** Number or text of the value, a boolean, or for lists the entries that must be among the items. */
    value?: string | boolean | string[];
    currency?: string;
    quoteIncludes?: string;
    conditionMet?: boolean;
    /** The reader must ask and not choose. */
    ambiguous?: boolean;
  };
}

/** A page at one look and at the next, and whether an alert must be sent. */
export interface LabelledPair {
  id: string;
  prompt: string;
  url: string;
  before: string;
  after: string;
  beforeStatus?: number;
  afterStatus?: number;
  question?: Omit<Question, 'prompt'>;
  trigger?: Trigger;
  /** What a person would point at on the first page; without it nothing there can be pointed at. */
  point?: PointLabel;
  /** What they write in place of the contract where that is not theirs. */
  contract?: z.input<typeof Correction>;
  expect: { alert: boolean };
}

export interface Corpus {
  prompts: LabelledPrompt[];
  pages: LabelledPage[];
  pairs: LabelledPair[];
  /** The text of a page, by its name. */
  bodyOf: (name: string) => string;
}

/** Every round of `eval/corpus`. Throws where a page that a case names is not there. */
export function readCorpus(): Corpus {
  const prompts = filesIn('prompts', /\.jsonl$/).flatMap((file) => readLines<LabelledPrompt>(file));
  const written = ['cases.jsonl', 'cases-held-out.jsonl'].map((name) => join(CORPUS, 'pages', name));
  const pages = [...written, ...filesIn('pages', /^cases-blind.*\.jsonl$/)].map((file) =>
    readRound<LabelledPage>(file),
  );
  const pairs = filesIn('pages', /^pairs.*\.jsonl$/).map((file) => readRound<LabelledPair>(file));
  return {
    prompts,
    pages: pages.flatMap(({ cases }) => cases),
    pairs: pairs.flatMap(({ cases }) => cases),
    bodyOf: pagesByName([...pages, ...pairs].flatMap((round) => round.pages)),
  };
}

function filesIn(folder: string, files: RegExp): string[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => files.test(name))
    .sort()
    .map((name) => join(CORPUS, folder, name));
}

/** The labelled page as a server would answer it. */
export function documentOf({ page, httpStatus = 200, headers }: LabelledPage, bodyOf: Corpus['bodyOf']): GivenDocument {
  return { body: bodyOf(page), status: httpStatus, headers: headersOf(page, headers) };
}

/** The corpus' pages are UTF-8; their kind follows from the name. */
export function headersOf(page: string, headers: Record<string, string> = {}): Record<string, string> {
  const kind = page.endsWith('.json')
    ? 'application/json'
    : page.endsWith('.xml')
      ? 'application/rss+xml'
      : 'text/html';
  return { 'content-type': `${kind}; charset=utf-8`, ...headers };
}
