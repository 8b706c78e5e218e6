import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Readers } from '@/ai/reader';
import { rulesHere } from '@/ai/rules';
import { readEnv } from '@/env';
import { parserHere } from '@/scrape/document/page-parser';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { proposeSources } from '../monitors/propose-sources';
import { buildSearchScraper } from '../monitors/search-scraper';
import { readerSettings } from '../real-deps';
import { reportSettings } from './report-settings';

const PRODUCTION = { NODE_ENV: 'production', AUTH_SECRET: 's'.repeat(32), DATABASE_URL: 'postgres://db/monitors' };
const NOW = new Date('2026-11-22T12:00:00Z');
let search: StubServer;

beforeAll(async () => {
  search = await startStubServer();
  search.answers.push({ json: { results: [{ url: 'https://shop.example/q7', title: 'Halden Q7' }] } });
});
afterAll(() => search.close());

/** What the start says in the log under these settings. */
async function said(source: Record<string, string>): Promise<string[]> {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
  const env = readEnv(source);
  const searchScraper = buildSearchScraper(env, () => NOW, parserHere);
  await reportSettings(env, { log, searchScraper, readerSettings: readerSettings(env) });
  await searchScraper?.close();
  return lines;
}

/** The addresses proposed for a sentence that names none. */
async function proposed(source: Record<string, string>): Promise<string[]> {
  const env = readEnv(source);
  const searchScraper = buildSearchScraper(env, () => NOW, parserHere);
  const scraper = {
    check: async () => null,
    look: async () => Promise.reject(new Error('only the search is asked')),
    close: async () => undefined,
  };
  const prompt = 'Tell me when the Halden Q7 costs less than $250';
  const deps = { scraper, searchScraper, readers: {} as Readers, settings: { searchUrl: env.SEARCH_URL } };
  const context = { userId: null, monitorId: null, evaluationId: null, now: NOW };
  const { interpretation } = await rulesHere.interpret(prompt, NOW);
  const found = await proposeSources(deps, prompt, interpretation, context);
  await searchScraper?.close();
  return found.map(({ url }) => url);
}

it('a search on this machine is asked outside production, whatever its port', async () => {
  expect(await proposed({ SEARCH_URL: search.url })).toEqual(['https://shop.example/q7']);
  expect(await said({ SEARCH_URL: search.url })).toEqual([]);
});

it('in production it is not asked, and the start says so', async () => {
  const asked = search.requests.length;
  expect(await proposed({ ...PRODUCTION, SEARCH_URL: search.url })).toEqual([]);
  expect(search.requests).toHaveLength(asked);
  const [line, ...more] = await said({ ...PRODUCTION, SEARCH_URL: search.url });
  expect(line).toMatch(/^SEARCH_URL cannot be asked, so no search proposes sources: ./);
  expect(more).toEqual([]);
});

it.each(['http://10.0.0.7/search', 'https://127.0.0.1/search', 'http://169.254.169.254/search'])(
  'outside production too nothing but plain loopback: %s',
  async (SEARCH_URL) => {
    expect(await said({ SEARCH_URL })).toHaveLength(1);
  },
);

it('names a browser that is not there and a model without a price, and is silent where all is well', async () => {
  expect(await said({})).toEqual([]);
  const lines = await said({
    CHROMIUM_PATH: '/nowhere/chromium',
    ANTHROPIC_API_KEY: 'k',
    CLAUDE_MODEL: 'claude-of-tomorrow',
  });
  expect(lines).toHaveLength(2);
  expect(lines.join('\n')).toMatch(/AI_PRICES[\s\S]*CHROMIUM_PATH/);
});
