import type { BudgetLimits, UsageLedger } from './budget';
import { createChain } from './chain';
import { type GuardedReader, guardReader, guardSearch, unguardedReader } from './guarded-reader';
import { createClaudeClient } from './model/claude-client';
import { createClaudeSearch } from './model/claude-search';
import { createModelReader } from './model/model-reader';
import { createOpenAiClient } from './model/openai-client';
import { createOfflineReader } from './offline/offline-reader';
import type { Readers } from './reader';

export interface ReaderSettings {
  /** In which order they are asked; those without a key are left out. */
  order: ('offline' | 'claude' | 'openai')[];
  /** Only those named in `order` are asked: to measure one by itself. Else rules are always among them. */
  alone?: boolean;
  claude: { apiKey: string; model: string; baseURL?: string } | null;
  openai: { apiKey: string; model: string; baseURL?: string } | null;
  limits: BudgetLimits;
  /** Milliseconds for one call to a provider. */
  callMs: number;
}

/** Builds the chain of all readers that are set up. Rules are among them unless asked alone, so there is always one. */
export function createReaders(settings: ReaderSettings, ledger: UsageLedger, now: () => Date): Readers {
  const { claude, openai, limits, callMs } = settings;
  const guard = { ledger, limits, callMs };
  const build = {
    offline: () => unguardedReader(createOfflineReader(now)),
    claude: () =>
      claude && guardReader(createModelReader('claude', createClaudeClient({ ...claude, timeoutMs: callMs })), guard),
    openai: () =>
      openai && guardReader(createModelReader('openai', createOpenAiClient({ ...openai, timeoutMs: callMs })), guard),
  };
  const order =
    settings.alone || settings.order.includes('offline') ? settings.order : [...settings.order, 'offline' as const];
  const readers = order.map((name) => build[name]()).filter((reader): reader is GuardedReader => reader !== null);
  const chain = createChain(readers);
  if (claude === null || !order.includes('claude')) return chain;
  return { ...chain, proposeSources: guardSearch(createClaudeSearch({ ...claude, timeoutMs: callMs }), guard) };
}

/** A ledger for programs that have no database: the command line. */
export function createMemoryLedger(): UsageLedger & { tokens: () => number } {
  let tokens = 0;
  let cost = 0;
  return {
    record: async (usage) => {
      tokens += usage.inputTokens + usage.outputTokens + usage.cachedTokens;
      cost += Number(usage.costUsd);
    },
    spentThisMonthUsd: async () => String(cost),
    spentTodayUsd: async () => String(cost),
    tokens: () => tokens,
  };
}
