import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { type Env, isEmbedded, readEnv, samplesOrigin } from '@/env';
import type { Deps } from '@/flows/deps';
import { buildScraper, buildThreads, readerSettings } from '@/flows/real-deps';
import { log } from '@/ops/log';
import { bundleThreads } from '@/threads/bundle';
import { runningAddress } from './start/instance-lock';

interface ReadingDeps extends Pick<Deps, 'scraper' | 'readers' | 'now'> {
  tokens: () => number;
  /** Where the sample shop is read: beside it nothing of this machine is. Null where there is none. */
  samplesAt: string | null;
  close: () => Promise<void>;
}

export const READERS = ['offline', 'claude', 'openai'] as const;
export type AskedReader = (typeof READERS)[number];

const KEYS = { claude: 'ANTHROPIC_API_KEY', openai: 'OPENAI_API_KEY (or OPENAI_BASE_URL)' } as const;

/**
 * What preview and reading need, without a database: the command line uses the very scraper and readers of the app.
 * `reader` asks one reader alone; throws a sentence for a person where there is none of that name or its key is
 * missing.
 */
export async function openReadingDeps({ reader }: { reader?: string | undefined } = {}): Promise<ReadingDeps> {
  const env = settingsBesideApp();
  const asked = reader === undefined ? null : readerNamed(reader);
  const settings = readerSettings(env);
  if (asked !== null && asked !== 'offline' && settings[asked] === null) {
    throw new Error(`The reader "${asked}" has no key. Set ${KEYS[asked]} and run this again.`);
  }
  const now = () => new Date();
  const ledger = createMemoryLedger();
  await bundleThreads(process.cwd());
  const threads = buildThreads(env, log());
  const scraper = buildScraper(env, now, threads.parser);
  const asking = asked ? { ...settings, order: [asked], alone: true } : settings;
  const close = async () => {
    await threads.close();
    await scraper.close();
  };
  const readers = createReaders(asking, ledger, threads.rules);
  const samplesAt = isEmbedded() ? `${samplesOrigin(env)}/samples/` : null;
  return { scraper, readers, now, samplesAt, tokens: ledger.tokens, close };
}

/** The settings; where the app runs in this folder, with its address, whose sample shop the gate lets through. */
function settingsBesideApp(): Env {
  const env = readEnv({ ...process.env, NODE_ENV: 'development' });
  const running = process.env.APP_URL?.trim() ? null : runningAddress(env.DATA_DIR);
  return running === null ? env : { ...env, APP_URL: running };
}

/** The readers that are set up in the environment. */
export function readersWithKeys(): AskedReader[] {
  const settings = readerSettings(readEnv({ ...process.env, NODE_ENV: 'development' }));
  return READERS.filter((name) => name === 'offline' || settings[name] !== null);
}

function readerNamed(name: string): AskedReader {
  const found = READERS.find((reader) => reader === name);
  if (found === undefined) throw new Error(`There is no reader "${name}". Choose one of: ${READERS.join(', ')}.`);
  return found;
}
