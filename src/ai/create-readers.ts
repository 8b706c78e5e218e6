import Decimal from 'decimal.js';
import type { AnswerStore } from './answer-cache';
import type { BudgetLimits, UsageLedger } from './budget';
import { createChain } from './chain';
import { type GuardedReader, guardReader, guardSearch, rulesReader } from './guarded-reader';
import { createClaudeClient } from './model/claude-client';
import { createClaudeSearch } from './model/claude-search';
import type { ModelClient } from './model/model-client';
import { createModelReader } from './model/model-reader';
import { createOpenAiClient } from './model/openai-client';
import { type Price, priceOf } from './prices';
import type { Readers } from './reader';
import { createMemoryBook, type SuccessBook } from './reader-order';
import type { Rules } from './rules';

export interface ReaderSettings {
  /** Which are asked; those without a key are left out. Of models that cost the same the first one here goes first. */
  order: ('offline' | 'claude' | 'openai')[];
  /** Only those named in `order` are asked: to measure one by itself. Else rules are always among them. */
  alone?: boolean;
  claude: { apiKey: string; model: string; baseURL?: string } | null;
  openai: { apiKey: string; model: string; baseURL?: string } | null;
  limits: BudgetLimits;
  /** Prices of models that our table does not know or has otherwise, by the model's name. */
  prices?: Record<string, Price> | undefined;
  /** Milliseconds for one call to a provider. */
  callMs: number;
}

/** What readers keep beyond the process; without it they know what this process has seen. */
export interface ReaderMemory {
  answers: AnswerStore;
  successes: SuccessBook;
}

/**
 * Builds the chain of all readers that are set up. Rules are among them unless asked alone, so there is always one;
 * `rules` says where they, and the verification of what models read, are carried out.
 */
export function createReaders(
  settings: ReaderSettings,
  ledger: UsageLedger,
  rules: Rules,
  memory?: ReaderMemory,
): Readers {
  const { claude, openai, limits, callMs } = settings;
  const successes = memory?.successes ?? createMemoryBook();
  const guard = { ledger, limits, callMs, rules, successes, answers: memory?.answers ?? null };
  const clients: { name: 'claude' | 'openai'; client: ModelClient }[] = [];
  const paid = (name: 'claude' | 'openai', client: ModelClient) => {
    clients.push({ name, client });
    const price = priceOf(client.model, settings.prices);
    const model = { name: client.model, price };
    return guardReader({ ...createModelReader({ name, client, price }), name }, { ...guard, model });
  };
  const build = {
    offline: () => rulesReader(rules),
    claude: () => claude && paid('claude', createClaudeClient({ ...claude, timeoutMs: callMs })),
    openai: () => openai && paid('openai', createOpenAiClient({ ...openai, timeoutMs: callMs })),
  };
  const order =
    settings.alone || settings.order.includes('offline') ? settings.order : [...settings.order, 'offline' as const];
  const readers = order.map((name) => build[name]()).filter((reader): reader is GuardedReader => reader !== null);
  const probe = (signal: AbortSignal) =>
    Promise.all(clients.map(async ({ name, client }) => ({ name, end: await client.probe(signal) })));
  const chain = { ...createChain(readers, rules, successes), probe };
  if (claude === null || !order.includes('claude')) return chain;
  const search = { ...claude, price: priceOf(claude.model, settings.prices), timeoutMs: callMs };
  return { ...chain, proposeSources: guardSearch(createClaudeSearch(search), guard) };
}

/** A ledger for programs that have no database: the command line. */
export function createMemoryLedger(): UsageLedger & { tokens: () => number } {
  let tokens = 0;
  let reservations = 0;
  let cost = new Decimal(0);
  const reserved = new Map<string, string>();
  return {
    reserve: async (usd, limits, { userId }) => {
      const sum = [...reserved.values(), usd].reduce((total, one) => total.plus(one), cost);
      if (sum.gt(limits.monthlyUsd)) return { spent: 'month' };
      if (userId !== null && sum.gt(limits.personDailyUsd)) return { spent: 'person' };
      reservations += 1;
      reserved.set(String(reservations), usd);
      return { id: String(reservations) };
    },
    settle: async (reservation, usage) => {
      if (reservation !== null) reserved.delete(reservation);
      tokens += usage.inputTokens + usage.outputTokens + usage.cachedTokens;
      cost = cost.plus(usage.costUsd);
    },
    tokens: () => tokens,
  };
}

/** Models in use whose price nobody has named; they are counted at the dearest rates we know. */
export function modelsWithoutPrice({ claude, openai, order, prices }: ReaderSettings): string[] {
  const used = [order.includes('claude') && claude, order.includes('openai') && openai];
  return used.flatMap((model) => (model && !priceOf(model.model, prices).known ? [model.model] : []));
}
