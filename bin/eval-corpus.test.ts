import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { createScraper } from '@/scrape/create-scraper';
import { type Figures, measureCorpus } from './eval-corpus';
import { CORPUS_NOW } from './eval-corpus-files';
import { FLOORS } from './eval-report';

/** The floors as the published page states them. */
function publishedFloors(): Map<string, { floor: number; kind: 'share' | 'count' }> {
  const rows = readFileSync('docs/accuracy.md', 'utf8').matchAll(/\(`(\w+)`\) \| (at most )?([\d.]+)( %)? \|/g);
  return new Map(
    [...rows].map(([, key = '', most, number]) => [
      key,
      most ? { floor: Number(number), kind: 'count' } : { floor: Number(number) / 100, kind: 'share' },
    ]),
  );
}

describe('the offline reader on our corpus', () => {
  it('keeps to every floor that docs/accuracy.md states', { timeout: 180_000 }, async () => {
    const floors = publishedFloors();
    expect([...floors.keys()]).toEqual(FLOORS.map(([key]) => key));
    const ledger = createMemoryLedger();
    const limits = { monthlyUsd: '0', personDailyUsd: '0' };
    const settings = { order: ['offline' as const], alone: true, claude: null, openai: null, limits, callMs: 1_000 };
    const scraper = createScraper();
    const readers = createReaders(settings, ledger, () => CORPUS_NOW);
    const figures: Figures = await measureCorpus('offline', { scraper, readers, tokens: ledger.tokens });
    await scraper.close();
    for (const [key, { floor, kind }] of floors) {
      const measured = Number(figures[key as keyof Figures]);
      if (kind === 'share') expect(measured, `${key}\n${figures.wrong.join('\n')}`).toBeGreaterThanOrEqual(floor);
      else expect(measured, `${key}\n${figures.wrong.join('\n')}`).toBeLessThanOrEqual(floor);
    }
    expect(figures.tokensPerRefresh).toBe(0);
  });
});
