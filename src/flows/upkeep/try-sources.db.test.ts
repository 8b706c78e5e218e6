import { beforeEach, describe, expect, it } from 'vitest';
import { listSourceHealth } from '@/db/source-health';
import { findLastTrials } from '@/db/source-trials';
import { createOutbox } from '@/mail/transport';
import { log } from '@/ops/log';
import type { TriedProxy } from '@/scrape/http/try-proxies';
import type { LookRequest } from '@/scrape/scraper';
import { useCapturedLog } from '@/test/captured-log';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { probeParts } from '../admin/probe-parts';
import { type TrialDeps, trySources } from './try-sources';

const database = useDatabase();
const captured = useCapturedLog();
const OPEN_DATA = [
  { name: 'One', url: 'https://one.example.org/data' },
  { name: 'Two', url: 'https://two.example.org/data' },
];
const GONE = { outcome: 'unavailable', message: 'two.example.org did not answer.', retryable: true } as const;
const WORKS: TriedProxy = { proxy: 'proxy.example:3128', fault: null, tookMs: 5 };

let now: Date;
let asked: string[];
let proxies: TriedProxy[];
let closing: AbortController;
let beforeLook: (request: LookRequest) => void;

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  asked = [];
  proxies = [WORKS];
  closing = new AbortController();
  beforeLook = () => undefined;
  await database.db.deleteFrom('sourceTrials').execute();
  await database.db.deleteFrom('sourceLooks').execute();
});

/** A process with a scraper of its own. */
function deps(): TrialDeps {
  const memory = new MemoryScraper();
  for (const { url } of OPEN_DATA) memory.pages.set(url, { html: '<main>21.5 degrees</main>' });
  memory.pages.set('https://trial.invalid/', { html: '<main>It works</main>' });
  if (isTwoGone) memory.pages.set('https://two.example.org/data', GONE);
  memory.before = async (request) => {
    asked.push(request.url);
    beforeLook(request);
  };
  const scraper = Object.assign(memory, { tryProxies: async () => proxies });
  return { db: database.db, now: () => now, log: log(), scraper, closing: closing.signal };
}
let isTwoGone = false;
beforeEach(() => {
  isTwoGone = false;
});

const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 60 * 60_000);
};

async function scrapingHealth() {
  const queue = { probe: async () => undefined } as never;
  const readers = { state: () => [] } as never;
  const parts = { db: database.db, now: () => now, queue, readers, mail: createOutbox() };
  return (await probeParts(parts, { askOutside: false })).scrapingService;
}

const ALL = { search: '', limit: 10, offset: 0 };

describe('the daily round', () => {
  it('is done once a UTC day, however many processes come for it', async () => {
    const ends = await Promise.all(Array.from({ length: 4 }, () => trySources(deps(), OPEN_DATA)));
    expect(ends.sort()).toEqual([0, 0, 0, 4]);
    expect(asked).toEqual(['https://trial.invalid/', ...OPEN_DATA.map(({ url }) => url)]);
    later(11);
    expect(await trySources(deps(), OPEN_DATA)).toBe(0);
    later(1);
    expect(await trySources(deps(), OPEN_DATA)).toBe(4);
    expect((await findLastTrials(database.db))?.at).toEqual(now);
  });

  it("never asks for a page of anybody's monitor, nor for an evaluation", async () => {
    const { sourceUrl } = await insertMonitor(database.db);
    await trySources(deps(), OPEN_DATA);
    expect(asked).not.toContain(sourceUrl);
    expect(await database.db.selectFrom('evaluations').select('id').execute()).toEqual([]);
  });

  it('is told in the health of the system, the log and the list of sources', async () => {
    expect(await scrapingHealth()).toMatchObject({ health: 'unknown' });
    await trySources(deps(), OPEN_DATA);
    expect(await scrapingHealth()).toMatchObject({
      health: 'healthy',
      detail: expect.stringContaining('All 4 ways to sources worked when tried 0 h ago.'),
    });
    isTwoGone = true;
    proxies = [{ ...WORKS, fault: 'It wants a password.' }];
    later(24);
    await trySources(deps(), OPEN_DATA);
    const { health, detail } = await scrapingHealth();
    expect(health).toBe('critical');
    expect(detail).toContain('Proxy proxy.example:3128 failed when tried 0 h ago: It wants a password.');
    expect(detail).toContain('Open data Two failed when tried 0 h ago: two.example.org did not answer.');
    expect(captured.of('a way to sources does not work')).toMatchObject([{ name: 'Two' }, { part: 'proxy' }]);
    const { sources } = await listSourceHealth(database.db, ALL, now);
    expect(sources).toMatchObject([
      { host: 'two.example.org', week: { looks: 2, failures: { unavailable: 1 } } },
      { host: 'one.example.org', week: { looks: 2, failures: {} } },
    ]);
  });

  it('is taken over from a process that died, and nothing is told of what ending broke off', async () => {
    beforeLook = () => closing.abort();
    expect(await trySources(deps(), OPEN_DATA)).toBe(0);
    expect(await findLastTrials(database.db)).toBeNull();
    expect((await listSourceHealth(database.db, ALL, now)).sources).toEqual([]);
    closing = new AbortController();
    beforeLook = () => undefined;
    expect(await trySources(deps(), OPEN_DATA)).toBe(0);
    now = new Date(now.getTime() + 5 * 60_000);
    expect(await trySources(deps(), OPEN_DATA)).toBe(4);
  });

  it('forgets what is older than 90 days', async () => {
    await trySources(deps(), OPEN_DATA);
    later(24 * 91);
    await trySources(deps(), OPEN_DATA);
    expect(await database.db.selectFrom('sourceTrials').select('token').execute()).toHaveLength(1);
  });
});
