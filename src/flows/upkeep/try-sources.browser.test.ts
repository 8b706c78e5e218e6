import { afterAll, expect, it } from 'vitest';
import { createScraper } from '@/scrape/create-scraper';
import { parserHere } from '@/scrape/document/page-parser';
import { OWN_PAGE } from './try-sources';

const asked: string[] = [];
const scraper = createScraper({
  parser: parserHere,
  resolver: async (name) => {
    asked.push(name);
    return [];
  },
});
afterAll(() => scraper.close());

it("the browser is tried with a page of our own, and asks nobody's server for anything", async () => {
  const looked = await scraper.look({ ...OWN_PAGE, deadlineMs: 20_000 });
  expect(looked.ok && looked.look.snapshot.text).toContain('The browser works.');
  if (looked.ok) await looked.look.close();
  expect(asked).toEqual([]);
});
