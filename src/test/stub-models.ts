import { afterEach, beforeEach } from 'vitest';
import type { BudgetLimits, UsageShare } from '@/ai/budget';
import { createReaders, type ReaderMemory, type ReaderSettings } from '@/ai/create-readers';
import type { ReaderContext, Readers } from '@/ai/reader';
import { rulesHere } from '@/ai/rules';
import type { Question, ReaderUsage } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';
import { readAnswer } from './model-answers';
import { type StubServer, startStubServer } from './stub-server';

const NOW = new Date('2026-11-22T12:00:00Z');
export const CONTEXT: ReaderContext = { userId: 'someone', monitorId: null, evaluationId: null, now: NOW };
export const PROMPT = 'Tell me when the Kettle One costs less than $300';
export const QUESTION: Question = {
  prompt: PROMPT,
  fact: 'price of the Kettle One in USD',
  item: 'Kettle One',
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};

export const KETTLE = '<main><h1>Kettle One</h1><p>The kettle for tea. <b>$279.00</b> today</p></main>';
export const PLAIN = '<main><h1>Kettle One</h1><p>Price: <b>$279.00</b></p><p>In stock</p></main>';
export const TWO_PRICES = '<main><h1>Kettle One</h1><p>$279.00</p><p>$249.00</p></main>';
export const FOUND = readAnswer({ quote: '$279.00', value_text: '$279.00' });

/** The models' servers, what calls of them cost, what was spent before; and readers that ask them. */
interface StubModels {
  claude: StubServer;
  openai: StubServer;
  usage: ReaderUsage[];
  /** How calls that served several were divided. */
  shares: UsageShare[];
  spent: { month: string; person: string };
  readers: (given?: Partial<ReaderSettings>, memory?: ReaderMemory) => Readers;
}

/** Models that answer what a test says, begun anew before each of the file's tests. */
export function useStubModels(): StubModels {
  const models = {} as StubModels;
  beforeEach(async () => {
    const [claude, openai] = [await startStubServer(), await startStubServer()];
    Object.assign(models, { claude, openai, usage: [], shares: [], spent: { month: '0', person: '0' } });
    models.readers = (given, memory) => readersOf(models, given, memory);
  });
  afterEach(() => Promise.all([models.claude.close(), models.openai.close()]));
  return models;
}

function readersOf(
  { claude, openai, usage, shares, spent }: StubModels,
  given: Partial<ReaderSettings> = {},
  memory?: ReaderMemory,
): Readers {
  const settings: ReaderSettings = {
    order: ['claude', 'openai'],
    claude: { apiKey: 'stub', model: 'claude-haiku-5-5', baseURL: claude.url },
    openai: { apiKey: 'stub', model: 'gpt-6-luna', baseURL: openai.url },
    limits: { monthlyUsd: '20', personDailyUsd: '1' },
    callMs: 2_000,
    alone: true,
    ...given,
  };
  const ledger = {
    reserve: async (usd: string, limits: BudgetLimits) => {
      if (Number(spent.month) + Number(usd) > Number(limits.monthlyUsd)) return { spent: 'month' as const };
      if (Number(spent.person) + Number(usd) > Number(limits.personDailyUsd)) return { spent: 'person' as const };
      return { id: 'reserved' };
    },
    settle: async (_: string | null, row: ReaderUsage, __: ReaderContext, divided: readonly UsageShare[] = []) => {
      usage.push(row);
      shares.push(...divided);
    },
  };
  return createReaders(settings, ledger, rulesHere, memory);
}

/** A page of a shop with this body. */
export async function pageOf(body: string): Promise<Snapshot> {
  const made = await snapshotFromDocument({
    url: 'https://shop.example.org/kettle',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<html lang="en"><title>Shop</title><body>${body}</body></html>`,
    loadedAt: NOW.toISOString(),
    loadMs: 1,
  });
  if (!made.ok) throw new Error(made.failure.message);
  return made.snapshot;
}
