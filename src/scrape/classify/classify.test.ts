import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FailureOutcome } from '@/domain/outcome';
import { snapshotFromDocument } from '../document/static-snapshot';
import { parseRetryAfter } from './signals/status';

/** One answer of a site, and what it has to be taken for; null: a page that is read. */
interface WallCase {
  id: string;
  outcome: FailureOutcome | null;
  html: string;
  status?: number;
  headers?: Record<string, string>;
  url?: string;
  finalUrl?: string;
}

const CASES = [...readCases('walls.jsonl'), ...readCases('further-walls.jsonl')];
const FAILING = CASES.filter((one) => one.outcome !== null);
const READABLE = CASES.filter((one) => one.outcome === null);

function readCases(file: string): WallCase[] {
  const lines = readFileSync(`eval/corpus/walls/${file}`, 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function look(one: WallCase) {
  return snapshotFromDocument({
    url: one.url ?? 'https://shop.example/p/1',
    finalUrl: one.finalUrl ?? one.url ?? 'https://shop.example/p/1',
    status: one.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...one.headers },
    body: one.html,
    loadedAt: '2026-06-01T12:00:00.000Z',
    loadMs: 12,
  });
}

describe('pages that are not the page', () => {
  it.each(FAILING.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
    const result = await look(one);
    expect(result.ok ? `read: ${result.snapshot.text}` : result.failure.outcome).toBe(one.outcome);
  });

  it('tells each in a sentence that says what to do', async () => {
    for (const one of FAILING) {
      const result = await look(one);
      if (result.ok) throw new Error(one.id);
      expect(result.failure.message.split(/[.:] /).length).toBeGreaterThan(1);
      expect(result.failure.message).not.toContain('<');
    }
  });
});

describe('pages that are read', () => {
  it.each(READABLE.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
    const result = await look(one);
    expect(result.ok ? 'read' : `${result.failure.outcome}: ${result.failure.detail}`).toBe('read');
  });
});

describe('Retry-After', () => {
  it('is kept in milliseconds, from seconds and from a date', async () => {
    const cases = FAILING.filter((one) => one.headers?.['retry-after'] !== undefined);
    const waits = await Promise.all(cases.map(look));
    expect(waits.map((result) => !result.ok && result.failure.retryAfterMs)).toEqual([120_000, 600_000]);
  });
});

describe('parseRetryAfter', () => {
  const now = new Date('2026-11-01T12:00:00Z');
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 01 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Nov 2026 11:00:00 GMT', 0],
    ['999999999', 86_400_000],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 86_400_000],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['2026', 2_026_000],
    ['', undefined],
    [undefined, undefined],
  ])('%s → %s', (value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });
});
