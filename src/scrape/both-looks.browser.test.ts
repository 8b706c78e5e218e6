import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createScraper, type HouseScraper } from './create-scraper';
import { parserHere } from './document/page-parser';
import type { LookResult } from './scraper';

/** The whole HTML pages of the corpus' first two rounds: see its readme. */
const PAGES = ['cases.jsonl', 'cases-held-out.jsonl']
  .flatMap((file) => readFileSync(`eval/corpus/pages/${file}`, 'utf8').trim().split('\n'))
  .map((line): { name?: string; body?: string } => JSON.parse(line))
  .flatMap(({ name, body }) => (name?.endsWith('.html') && body !== undefined ? [[name, body] as const] : []));

/** Words in their order. How a style sheet sets them beside or below each other, only the browser knows. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{Sc}%]+/gu) ?? [];
}

describe('what a page says by plain HTTP and in the browser', () => {
  const scraper: HouseScraper = createScraper({ parser: parserHere });
  afterAll(() => scraper.close());

  const read = (html: string, look: 'full' | 'cheap'): Promise<LookResult> =>
    scraper.look({
      url: 'https://page.example/',
      look,
      given: { body: html, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
    });

  it('has enough pages to say something', () => expect(PAGES.length).toBeGreaterThanOrEqual(15));

  it.each(PAGES)('%s', async (_name, html) => {
    const [full, cheap] = [await read(html, 'full'), await read(html, 'cheap')];
    try {
      expect(cheap.ok).toBe(full.ok);
      if (full.ok && cheap.ok) {
        expect(wordsOf(cheap.look.snapshot.text)).toEqual(wordsOf(full.look.snapshot.text));
      } else if (!full.ok && !cheap.ok) expect(cheap.failure.outcome).toBe(full.failure.outcome);
    } finally {
      if (full.ok) await full.look.close();
    }
  });
});
