import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import type { ReaderContext } from '@/ai/reader';
import type { Question } from '@/domain/contract/reading';
import { parserHere } from '@/scrape/document/page-parser';
import type { LoadedDocument } from '@/scrape/document/static-snapshot';
import { smallPdf } from '@/test/small-pdf';
import { snapshotOf } from '@/test/snapshot-of';
import { SPIN, threadFileOf } from '@/test/thread-file-of';
import { openThreads, type Threads } from './threads';

const NOW = new Date('2026-11-22T12:00:00Z');
const CONTEXT: ReaderContext = { userId: null, monitorId: null, evaluationId: null, now: NOW };
const QUESTION: Question = {
  prompt: 'Tell me when the Kettle One costs less than $300',
  fact: 'price of the Kettle One in USD',
  item: 'Kettle One',
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};
const PAGE = `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1><p>Price: <b>$312.00</b></p>
<table><tr><th>Colour<td>red</table>
<script type="application/ld+json">{"@type":"Product","name":"Kettle One"}</script>`;

let threads: Threads;

function readers(): ReturnType<typeof createReaders> {
  const limits = { monthlyUsd: '0', personDailyUsd: '0' };
  const settings = { order: ['offline' as const], claude: null, openai: null, limits, callMs: 1_000 };
  return createReaders(settings, createMemoryLedger(), threads.rules);
}

function documentOf(body: string | Uint8Array, type: string): LoadedDocument {
  const headers = { 'content-type': type };
  return { url: 'https://page.example/a', status: 200, headers, body, loadedAt: NOW.toISOString(), loadMs: 1 };
}

describe('what threads answer', () => {
  beforeAll(() => {
    threads = openThreads({ threads: 1 });
  });
  afterAll(() => threads.close());

  test.runIf(process.platform === 'linux')('waits while the thread that serves has work', async () => {
    await threads.rules.interpret(QUESTION.prompt, NOW);
    const priorities = readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)));
    expect(getPriority(process.pid)).toBe(0);
    expect(priorities).toContain(10);
  });

  test.each([
    ['text/html; charset=utf-8', PAGE],
    ['application/json', '{"price": 12.50, "name": "Kettle"}'],
    ['text/csv', 'name,price\nKettle,12.50\n'],
    ['application/pdf', smallPdf(['Kettle 12.50 EUR'])],
    ['image/png', 'no page'],
  ])('is the snapshot of %s that this thread would make', async (type, body) => {
    const there = await threads.parser.fromDocument(documentOf(body, type));
    const here = await parserHere.fromDocument(documentOf(body, type));
    // Parts that are unpacked when they are asked for are the same to whoever looks.
    expect(structuredClone({ ...there, snapshot: there.ok && { ...there.snapshot } })).toEqual({
      ...here,
      snapshot: here.ok && here.snapshot,
    });
  });

  test('is a reading with a recipe that hits again, by threads as well', async () => {
    const parsed = await threads.parser.fromDocument(documentOf(PAGE, 'text/html'));
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const first = await readers().read(QUESTION, parsed.snapshot, null, CONTEXT);
    expect(first).toMatchObject({ outcome: 'value', value: { number: '312' }, reader: 'offline' });
    const recipe = 'recipe' in first ? first.recipe : null;
    if (recipe === null) throw new Error('no recipe');
    expect(await readers().readByRecipe(QUESTION, parsed.snapshot, recipe, CONTEXT)).toMatchObject({
      outcome: 'value',
      value: { number: '312' },
      reader: 'recipe',
    });
    expect(await threads.rules.passages(QUESTION, parsed.snapshot)).toContain('$312.00');
  });

  test('leaves data out that is nested too deep to be sent', async () => {
    const deep = `{"name":"Kettle One","price":312,"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const parsed = await threads.parser.fromDocument(documentOf(deep, 'application/json'));
    expect(parsed.ok && [parsed.snapshot.text, parsed.snapshot.structured]).toEqual([
      expect.stringContaining('price: 312'),
      [],
    ]);
  });

  test('says of a sentence without meaning what the rules say', async () => {
    expect(await readers().interpret('banana banana banana', CONTEXT)).toMatchObject({
      ok: false,
      reason: 'not_understood',
      message: expect.stringContaining('did not understand'),
    });
  });
});

describe('what never ends in a thread', () => {
  const STUCK = threadFileOf(
    Object.fromEntries(['interpret', 'read', 'parseDocument', 'parseDrawn'].map((task) => [task, SPIN])),
  );

  test('has a typed outcome, and this thread goes on meanwhile', { timeout: 60_000 }, async () => {
    threads = openThreads({ threads: 2, file: STUCK });
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const [interpreted, read, parsed] = await Promise.all([
      readers().interpret('Tell me when the Kettle One costs less than $300', CONTEXT),
      readers().read(QUESTION, await snapshotOf(PAGE), null, CONTEXT),
      threads.parser.fromDocument(documentOf(PAGE, 'text/html')),
    ]);
    delay.disable();
    expect(interpreted).toMatchObject({ ok: false, reason: 'not_understood' });
    expect(read).toMatchObject({ outcome: 'reader_unavailable' });
    expect(parsed).toMatchObject({ ok: false, failure: { outcome: 'empty', retryable: false } });
    expect(delay.max / 1e6).toBeLessThan(2_000);
    await threads.close();
  });
});
