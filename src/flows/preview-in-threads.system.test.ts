import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { DomainError } from '@/domain/errors';
import { MemoryScraper } from '@/test/memory-scraper';
import { openThreads, type Threads } from '@/threads/threads';
import { previewMonitor } from './monitors/preview-monitor';
import { createPreviewTurns } from './monitors/preview-turns';

let threads: Threads;
beforeAll(() => {
  threads = openThreads({ threads: 2 });
});
afterAll(() => threads.close());

function deps() {
  const limits = { monthlyUsd: '0', personDailyUsd: '0' };
  const settings = { order: ['offline' as const], claude: null, openai: null, limits, callMs: 1_000 };
  return {
    scraper: new MemoryScraper(),
    readers: createReaders(settings, createMemoryLedger(), threads.rules),
    now: () => new Date('2026-11-22T12:00:00Z'),
    db: null,
    previewTurns: createPreviewTurns(),
    settings: {
      appUrl: 'https://monitors.example.org',
      refreshIntervalMs: 0,
      refreshesPerDay: 1,
      evaluationDeadlineMs: 30_000,
      leaseMs: 1_000,
      confirmEmailMs: 0,
    },
  };
}

/** Each kept the thread that serves for minutes or for ever. */
const HOSTILE = ['-', '.', ':', '–', "'", '- ', ', '].flatMap((mark) => [
  `Tell me when iPhone 15 ${mark.repeat(30)} Pro drops below $500`,
  `Sag mir, wenn das iPhone 15 ${mark.repeat(200)} Pro unter 500 € fällt`,
]);

test('hostile sentences are previewed in time, and other requests are served meanwhile', {
  timeout: 60_000,
}, async () => {
  const server = createServer((_, response) => response.end('served')).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const pauses = monitorEventLoopDelay({ resolution: 10 });
  pauses.enable();
  const previews = HOSTILE.map((prompt) =>
    previewMonitor(deps(), { userId: null, prompt }).then(
      () => 'previewed',
      (error: unknown) => (error instanceof DomainError ? error.reason : error),
    ),
  );
  let open = true;
  const all = Promise.all(previews).finally(() => {
    open = false;
  });
  let served = 0;
  for (; open || served === 0; served++) expect(await (await fetch(address)).text()).toBe('served');
  pauses.disable();
  server.close();
  // Cores that others load may make a sentence late; then it is typed.
  expect(['previewed', 'not_understood', 'reader_unavailable']).toEqual(expect.arrayContaining(await all));
  expect(await all).toContain('previewed');
  expect(served).toBeGreaterThan(1);
  expect(pauses.max / 1e6).toBeLessThan(2_000);
});
