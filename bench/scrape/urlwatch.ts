import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createMemoryLedger, createReaders, type ReaderSettings } from '@/ai/create-readers';
import type { Readers } from '@/ai/reader';
import { rulesHere } from '@/ai/rules';
import type { Question, Recipe } from '@/domain/contract/reading';
import { type Ground, type Line, lookAt, ms } from './ground';
import { priceOf } from './pages';

const PAGES = 200;
const AT_ONCE = 10;
const run = promisify(execFile);

/**
 * 200 cheap looks, each with a reading verified on the page, against urlwatch fetching and stripping the same pages.
 */
export async function benchUrlwatch(ground: Ground): Promise<Line[]> {
  const name = `${PAGES} cheap looks with verified readings`;
  const version = await run('urlwatch', ['--version']).catch(() => null);
  if (version === null) {
    const note = 'urlwatch is not installed (on Debian: apt install urlwatch)';
    return [{ name, note, ours: '–', theirs: '–', ratio: null, floor: null }];
  }
  const ours: number[] = [];
  const theirs: number[] = [];
  const round = await prepare(ground);
  for (let turn = 0; turn < 3; turn++) {
    theirs.push(await timeUrlwatch(ground.origin));
    ours.push(await round());
  }
  const [mine, other] = [Math.min(...ours), Math.min(...theirs)];
  const note = `${version.stdout.trim() || 'urlwatch'}, best of 3`;
  return [{ name, note, ours: ms(mine), theirs: ms(other), ratio: mine / other, floor: 1 }];
}

async function timeUrlwatch(origin: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'monitors-urlwatch-'));
  const [jobs, config, cache] = ['jobs.yaml', 'config.yaml', 'cache.db'].map((file) => join(folder, file));
  if (!jobs || !config || !cache) throw new Error('no files');
  const list = Array.from({ length: PAGES }, (_, page) => `url: ${origin}/product/${page}\nfilter:\n  - html2text\n`);
  await writeFile(jobs, list.join('---\n'));
  await writeFile(config, 'display: {new: false}\nreport: {stdout: {enabled: false}}\n');
  try {
    const started = performance.now();
    await run('urlwatch', ['--urls', jobs, '--config', config, '--cache', cache]);
    return performance.now() - started;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const QUESTION: Question = {
  prompt: 'Tell me when the price changes',
  fact: 'price',
  item: null,
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};
const context = () => ({ userId: null, monitorId: null, evaluationId: null, now: new Date() });

/** The recipe comes from a first full look and reading, as in the app; only the refreshes are timed. */
async function prepare({ origin, scraper }: Ground): Promise<() => Promise<number>> {
  const limits = { monthlyUsd: '0', personDailyUsd: '0' };
  const settings: ReaderSettings = { order: ['offline'], claude: null, openai: null, limits, callMs: 1_000 };
  const readers = createReaders(settings, createMemoryLedger(), rulesHere);
  const look = await lookAt(scraper, `${origin}/product/0`, 'full');
  const first = await readers.read(QUESTION, look.snapshot, null, context());
  await look.close();
  if (first.outcome !== 'value' || first.recipe === null) throw new Error(`no recipe: ${JSON.stringify(first)}`);
  const { recipe } = first;
  return async () => {
    let next = 0;
    const started = performance.now();
    const work = async () => {
      for (let page = next++; page < PAGES; page = next++) await readOne(`${origin}/product/${page}`, page, recipe);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return performance.now() - started;
  };

  async function readOne(url: string, page: number, by: Recipe): Promise<void> {
    const look = await lookAt(scraper, url, 'cheap');
    const read = await readers.readByRecipe(QUESTION, look.snapshot, by, context());
    if (!isPrice(read, page)) throw new Error(`${url}: read ${JSON.stringify(read)}`);
    await look.close();
  }
}

function isPrice(read: Awaited<ReturnType<Readers['readByRecipe']>>, page: number): boolean {
  if (read?.outcome !== 'value' || read.value.type !== 'number') return false;
  return Number(read.value.number) === Number(priceOf(page).slice(1));
}
