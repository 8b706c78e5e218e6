import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import Decimal from 'decimal.js';
import { z } from 'zod';
import { applyCorrection } from '@/domain/contract/apply-correction';
import { Correction } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import { questionOf, type ReadResult, type Recipe } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { type Decision, decide } from '@/domain/trigger/decide';
import type { Trigger } from '@/domain/trigger/trigger';
import type { FactValue } from '@/domain/value/value';
import type { Deps } from '@/flows/deps';
import { interpretPrompt } from '@/flows/monitors/interpret-prompt';
import { readSource, type SourceReading } from '@/flows/refresh/read-source';
import type { GivenDocument, Scraper } from '@/scrape/scraper';
import { PointLabel } from './label';
import { spanPointedAt } from './label-match';

const Status = z.number().int().min(100).max(599);
const Headers = z.record(z.string(), z.string());

/** One line of a cases file. Files are relative to the cases file. */
export const EvalCase = z.object({
  id: z.union([z.string(), z.number()]),
  prompt: z.string(),
  url: z.string().optional(),
  htmlFile: z.string().optional(),
  html: z.string().optional(),
  httpStatus: Status.optional(),
  headers: Headers.optional(),
  beforeFile: z.string().optional(),
  afterFile: z.string().optional(),
  beforeHtml: z.string().optional(),
  afterHtml: z.string().optional(),
  beforeStatus: Status.optional(),
  afterStatus: Status.optional(),
  /** Of a pair: what the person points at on the first page, which is then not read by itself. */
  point: PointLabel.optional(),
  /** Of a pair: what the person writes in place of the contract, where they are asked whether it is theirs. */
  contract: Correction.optional(),
});
export type EvalCase = z.infer<typeof EvalCase>;

type EvalDeps = Pick<Deps, 'scraper' | 'readers' | 'now'>;

export const NO_ADDRESS = 'https://page.example/';

/** What a line of answers tells; a pair's also `alert`, and what its first page said. */
export type CaseAnswer = Awaited<ReturnType<typeof runCase>> & Record<string, unknown>;

/**
 * Runs one case through the very code of preview and refresh, and tells what a line of answers tells. The files that it
 * names are relative to `folder`.
 */
export async function runCase(deps: EvalDeps, evalCase: EvalCase, tokens: () => number, folder = '.') {
  const startedAt = performance.now();
  const tokensBefore = tokens();
  const spent = () => ({ tokens: tokens() - tokensBefore, ms: Math.round((performance.now() - startedAt) * 10) / 10 });
  const understood = await understand(deps, evalCase);
  if ('failure' in understood) return { id: evalCase.id, ...NOTHING, ...understood.failure, ...spent() };
  const { contract: written } = evalCase;
  const { interpretation } =
    written && !understood.isSure
      ? { interpretation: applyCorrection(written, understood.interpretation.sources) }
      : understood;
  const contract = contractOf(interpretation);
  if (isPair(evalCase)) {
    const pair = await readPair(deps, evalCase, interpretation, folder);
    return { id: evalCase.id, ...contract, ...pair, asked: !understood.isSure || pair.asked, ...spent() };
  }
  const given = await documentOf(evalCase, folder);
  if (given === null && evalCase.url === undefined) {
    return { id: evalCase.id, ...NOTHING, ...contract, reader: understood.reader, ...spent() };
  }
  const seen: Seen = { candidates: [], snapshot: null };
  const reading = await read(deps, evalCase, interpretation, given, FIRST, seen);
  const answer = answerOf(reading, decideFirst(evalCase, interpretation, reading));
  return {
    id: evalCase.id,
    ...contract,
    ...answer,
    asked: !understood.isSure || isAsked(reading),
    candidates: seen.candidates.map(({ value, quote, probability }) => ({ value: plain(value), quote, probability })),
    ...spent(),
  };
}

/** Whether the reader would rather have the person point at it. */
function isAsked({ result }: SourceReading): boolean {
  return result.outcome === 'fact_missing' && 'candidates' in result && result.candidates.length > 0;
}

function contractOf({ type, factType, unit, trigger, item, property }: Interpretation) {
  return { type, factType, unit, condition: conditionOf(trigger), item, property };
}

function isPair({ beforeFile, beforeHtml, afterFile, afterHtml, afterStatus }: EvalCase): boolean {
  return (beforeFile ?? beforeHtml) !== undefined && (afterFile ?? afterHtml ?? afterStatus) !== undefined;
}

const NOTHING = {
  type: null,
  factType: null,
  unit: null,
  condition: null,
  outcome: null,
  value: null,
  currency: null,
  quote: null,
  probability: null,
  asked: true,
  item: null,
  property: null,
  candidates: [],
  conditionMet: null,
  reader: null,
};

export async function understand(deps: EvalDeps, { prompt, url }: EvalCase) {
  const context = contextOf(deps);
  try {
    return await interpretPrompt(deps, prompt, url, context);
  } catch (error) {
    return { failure: { outcome: 'not_understood', sentence: error instanceof Error ? error.message : String(error) } };
  }
}

interface Before {
  recipe: Recipe | null;
  known: FactValue | null;
  history: FactValue[];
}
const FIRST: Before = { recipe: null, known: null, history: [] };

/** What a full look showed, for the person who points. */
interface Seen {
  candidates: PointCandidate[];
  snapshot: Snapshot | null;
}

/** Nobody asks, and nothing is kept. */
const contextOf = (deps: EvalDeps) => ({ userId: null, monitorId: null, evaluationId: null, now: deps.now() });

/** The page of the case, read as a refresh reads it; `given` stands in for the network. */
async function read(
  deps: EvalDeps,
  { prompt, url }: EvalCase,
  interpretation: Interpretation,
  given: GivenDocument | null,
  before: Before,
  seen: Seen = { candidates: [], snapshot: null },
): Promise<SourceReading> {
  const context = contextOf(deps);
  const question = questionOf(prompt, interpretation);
  return readSource(
    { readers: deps.readers, scraper: given ? answering(deps.scraper, given) : deps.scraper },
    {
      question,
      sources: [url ?? interpretation.sources[0] ?? NO_ADDRESS],
      ...before,
      context,
      onLook: async ({ snapshot }) => {
        seen.snapshot = snapshot;
        seen.candidates = await deps.readers.candidates(question, snapshot, context);
      },
    },
  );
}

function answering(scraper: Scraper, given: GivenDocument): Scraper {
  return { ...scraper, look: (request) => scraper.look({ ...request, given }) };
}

const FRESH = { armed: true, baseline: null, currentValue: null };

function decideFirst({ prompt }: EvalCase, { trigger, property }: Interpretation, { result }: SourceReading): Decision {
  return decide({ trigger, prompt, property, state: FRESH, result });
}

/** The first page of a pair, as it was read or where the person points. */
async function readFirst(
  deps: EvalDeps,
  evalCase: EvalCase,
  interpretation: Interpretation,
  page: GivenDocument | null,
): Promise<SourceReading> {
  const { prompt, point } = evalCase;
  const seen: Seen = { candidates: [], snapshot: null };
  const reading = await read(deps, evalCase, interpretation, page, FIRST, seen);
  const span = point && seen.snapshot && spanPointedAt(point, seen.candidates, seen.snapshot.text);
  if (!span || !seen.snapshot) return reading;
  const context = contextOf(deps);
  const result = await deps.readers.readPointed(questionOf(prompt, interpretation), seen.snapshot, span, context);
  return { ...reading, result, confirmed: true };
}

async function readPair(deps: EvalDeps, evalCase: EvalCase, interpretation: Interpretation, folder: string) {
  const { beforeFile, beforeHtml, beforeStatus, afterFile, afterHtml, afterStatus } = evalCase;
  const documentFor = (page: Pick<EvalCase, 'html' | 'htmlFile' | 'httpStatus'>) =>
    documentOf({ ...evalCase, ...page }, folder);
  const beforePage = await documentFor({ html: beforeHtml, htmlFile: beforeFile, httpStatus: beforeStatus });
  const before = await readFirst(deps, evalCase, interpretation, beforePage);
  const first = decideFirst(evalCase, interpretation, before);
  const value = readValue(before.result);
  const afterPage = await documentFor({ html: afterHtml, htmlFile: afterFile, httpStatus: afterStatus });
  const after = await read(deps, evalCase, interpretation, afterPage, {
    recipe: 'recipe' in before.result ? before.result.recipe : null,
    known: value,
    history: value ? [value] : [],
  });
  const { trigger, property } = interpretation;
  const second = decide({ trigger, prompt: evalCase.prompt, property, state: first.next, result: after.result });
  return {
    ...answerOf(after, second),
    candidates: [],
    asked: isAsked(before),
    beforeOutcome: before.result.outcome,
    beforeValue: value && plain(value),
    alert: second.alert,
    sentence: second.sentence,
  };
}

function answerOf({ result }: SourceReading, decision: Decision) {
  const value = readValue(result);
  return {
    outcome: result.outcome,
    value: value && plain(value),
    currency: value?.type === 'number' && /^[A-Z]{3}$/.test(value.unit ?? '') ? value.unit : null,
    quote: 'evidence' in result ? result.evidence.quote : null,
    probability: 'probability' in result ? result.probability : null,
    conditionMet: decision.conditionMet,
    reader: result.reader,
    sentence: decision.sentence,
  };
}

function readValue(result: ReadResult): FactValue | null {
  return result.outcome === 'value' ? result.value : null;
}

/** The value as plain JSON: a number, a text, a yes or no, or a list of texts. */
function plain(value: FactValue): number | string | boolean | string[] {
  switch (value.type) {
    case 'number':
      return new Decimal(value.number).toNumber();
    case 'string':
      return value.text;
    case 'boolean':
      return value.boolean;
    case 'object':
      return value.items;
  }
}

/** `{op, value, value2?}`; for a change, `value` is its least size, with `unit` "%" where that is a percentage. */
function conditionOf(trigger: Trigger) {
  if (trigger.kind === 'state') {
    const { op, value, value2 } = trigger;
    return { op, value: value && plain(value), ...(value2 ? { value2: plain(value2) } : {}) };
  }
  const { op, amount, percent, text } = trigger;
  const size = amount ?? percent;
  return {
    op,
    value: size === null ? text : new Decimal(size).toNumber(),
    ...(percent === null ? {} : { unit: '%' }),
  };
}

export async function documentOf(
  { html, htmlFile, httpStatus, headers }: EvalCase,
  folder: string,
): Promise<GivenDocument | null> {
  const body = html ?? (htmlFile ? await readFile(resolve(folder, htmlFile)) : undefined);
  if (body === undefined && httpStatus === undefined) return null;
  const lowered = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const type = saysItsCharset(body) ? 'text/html' : 'text/html; charset=utf-8';
  return {
    body: body ?? '',
    status: httpStatus ?? 200,
    headers: { 'content-type': type, ...Object.fromEntries(lowered) },
  };
}

/** A file of bytes may name its charset itself; else it is UTF-8, as text files are today. */
function saysItsCharset(body: string | Uint8Array | undefined): boolean {
  if (body === undefined || typeof body === 'string') return false;
  const head = Buffer.from(body.subarray(0, 4_096)).toString('latin1');
  return /<meta[^>]{0,200}charset/i.test(head) || /^(?:\xfe\xff|\xff\xfe)/.test(head);
}
