import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { type Rules, rulesHere } from '@/ai/rules';
import { createPreviewTurns } from '@/flows/monitors/preview-turns';
import type { TestDatabase } from './database';
import { MemoryScraper } from './memory-scraper';

/** When tests of previews happen. */
export const NOON = new Date('2026-11-22T12:00:00Z');

/** Our own reader alone. */
export const offlineReaders = (rules: Rules = rulesHere) =>
  createReaders(
    { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
    createMemoryLedger(),
    rules,
  );

/** What previewing, saving and changing a monitor need, on the test's database and pages, at noon. */
export function previewDeps(database: TestDatabase, scraper: MemoryScraper = new MemoryScraper()) {
  const settings = {
    appUrl: 'https://monitors.example.org',
    refreshIntervalMs: 60_000,
    refreshesPerDay: 50,
    evaluationDeadlineMs: 5_000,
    leaseMs: 1_000,
    confirmEmailMs: 0,
  };
  return {
    db: database.db,
    scraper,
    readers: offlineReaders(),
    now: () => NOON,
    settings,
    previewTurns: createPreviewTurns(),
    wakeMail: null,
  };
}
