import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '@/test/fixture-site';
import { createScraper, type HouseScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';

const DEADLINE_MS = 6_000;
const GOOD = '<!doctype html><h1>Lamp</h1><p>The price of the lamp is $12, and it can be had at once.</p>';

let slow: FixtureSite;
let good: FixtureSite;
let scraper: HouseScraper;

beforeAll(async () => {
  // Never answers.
  slow = await startFixtureSite({ '/': () => undefined });
  good = await startFixtureSite({ '/': GOOD });
  scraper = createScraper({
    parser: parserHere,
    exceptions: [slow.exception, good.exception],
    deadlineMs: DEADLINE_MS,
    politeness: { pauseMs: 0 },
  });
  await scraper.warm();
});

afterAll(async () => {
  await scraper.close();
  await slow.close();
  await good.close();
});

async function outcomeOf(url: string, previewOf?: string): Promise<string> {
  const result = await scraper.look({ url, look: 'full', ...(previewOf ? { previewOf } : {}) });
  if (!result.ok) return result.failure.outcome;
  const { text } = result.look.snapshot;
  await result.look.close();
  return text.includes('$12') ? 'value' : text;
}

it('ten previews of one person at a slow site keep nobody waiting; the next preview is another person’s', async () => {
  const ended: string[] = [];
  const ada = Array.from({ length: 10 }, async () => {
    const outcome = await outcomeOf(`${slow.origin}/`, 'ada');
    ended.push('ada');
    return outcome;
  });
  await expect.poll(() => slow.requests.length, { timeout: 20_000 }).toBe(2);
  expect(await Promise.all([outcomeOf(`${good.origin}/`), outcomeOf(`${good.origin}/`)])).toEqual(['value', 'value']);
  expect(await outcomeOf(`${good.origin}/`, 'bob')).toBe('value');
  expect(ended.length).toBeLessThan(10);

  // Each had its own time from when it was begun: the last waits for four others, far longer than a page may take.
  expect(new Set(await Promise.all(ada))).toEqual(new Set(['unavailable']));
  expect(slow.requests).toHaveLength(10);
}, 120_000);
