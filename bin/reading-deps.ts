import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import type { ReaderName } from '@/domain/reading';
import { readEnv } from '@/env';
import type { Deps } from '@/flows/deps';
import { buildScraper, readerSettings } from '@/flows/real-deps';

type ReadingDeps = Pick<Deps, 'scraper' | 'readers' | 'now'> & { tokens: () => number; close: () => Promise<void> };

const READERS: readonly ReaderName[] = ['offline', 'claude', 'openai'];

/**
 * What preview and reading need, without a database: the command line uses the very scraper and readers of the app.
 * `reader` asks one reader alone.
 */
export function openReadingDeps({ reader }: { reader?: string | undefined } = {}): ReadingDeps {
  if (reader !== undefined && !READERS.some((name) => name === reader)) {
    throw new Error(`There is no reader "${reader}". Choose one of: ${READERS.join(', ')}.`);
  }
  const env = readEnv({ ...process.env, NODE_ENV: 'development', ...(reader ? { READERS: reader } : {}) });
  const now = () => new Date();
  const ledger = createMemoryLedger();
  const scraper = buildScraper(env, now);
  const readers = createReaders(readerSettings(env), ledger, now);
  return { scraper, readers, now, tokens: ledger.tokens, close: () => scraper.close() };
}
