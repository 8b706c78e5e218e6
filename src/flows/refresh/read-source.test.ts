import { describe, expect, it } from 'vitest';
import type { Question, ReadResult } from '@/domain/contract/reading';
import { MemoryScraper } from '@/test/memory-scraper';
import type { Deps } from '../deps';
import { readSource } from './read-source';

const FIRST = 'https://first.example/lamp';
const SECOND = 'https://second.example/lamp';
const THIRD = 'https://third.example/lamp';
const GOOD = { html: '<title>Lamp</title><h1>Lamp</h1><p>Price: $12.00</p>' };
const QUESTION: Question = {
  prompt: 'the price of the lamp',
  fact: 'price of the lamp',
  item: 'lamp',
  property: 'price',
  factType: 'number',
  unit: 'USD',
  language: 'en',
};

/** Reads the price where the page has one. */
const readers: Deps['readers'] = new Proxy({} as Deps['readers'], {
  get: (_, method) => {
    if (method !== 'read') throw new Error(`nobody asks for ${String(method)}`);
    return async (_question: Question, snapshot: { text: string }): Promise<ReadResult> => {
      const start = snapshot.text.indexOf('$12.00');
      const read = { refused: [], reader: 'offline' as const };
      if (start < 0) return { outcome: 'fact_missing', message: 'There is no price.', candidates: [], ...read };
      return {
        outcome: 'value',
        value: { type: 'number', number: '12', unit: 'USD' },
        evidence: { quote: '$12.00', span: { start, end: start + 6 }, box: null },
        recipe: null,
        probability: 1,
        ...read,
      };
    };
  },
});

async function read(pages: Record<string, Parameters<MemoryScraper['pages']['set']>[1]>, sources: string[]) {
  const scraper = new MemoryScraper();
  for (const [url, page] of Object.entries(pages)) scraper.pages.set(url, page);
  const asked: string[] = [];
  scraper.before = async (request) => {
    asked.push(request.url);
  };
  const context = { userId: null, monitorId: null, evaluationId: null, now: new Date('2026-06-01') };
  const reading = await readSource(
    { scraper, readers },
    { question: QUESTION, sources, recipe: null, known: null, history: [], context },
  );
  const { result } = reading;
  const errors = 'errors' in result ? { errors: result.errors } : {};
  return { outcome: result.outcome, source: reading.source, asked, ...errors };
}

const blocked = { outcome: 'blocked', message: 'The site refused.', retryable: false } as const;

describe('the sources of a monitor', () => {
  it('are tried in order where one fails, and the one that was read is named', async () => {
    expect(await read({ [FIRST]: blocked, [SECOND]: GOOD, [THIRD]: GOOD }, [FIRST, SECOND, THIRD])).toEqual({
      outcome: 'value',
      source: SECOND,
      asked: [FIRST, SECOND],
      errors: [`${FIRST} could not be read: The site refused.`],
    });
  });

  it.each([
    ['not there', { html: '<title>Page not found</title><h1>404</h1>', status: 404 }],
    ['a soft 404', { html: '<title>Page not found</title><h1>Page not found</h1>' }],
    ['a wall', { html: '<title>Just a moment...</title><p>Checking your browser before accessing.</p>' }],
    ['a login', { html: '<title>Sign in</title><h1>Sign in</h1><form><input type="password"></form>' }],
    ['empty', { html: '<div id="app"></div><script src="/a.js"></script>' }],
    ['out of order', { html: '<h1>Error</h1>', status: 503 }],
  ])('go on after one that is %s', async (_, page) => {
    expect(await read({ [FIRST]: page, [SECOND]: GOOD }, [FIRST, SECOND])).toMatchObject({ source: SECOND });
  });

  it('do not go on after one that was read, whatever it says', async () => {
    const without = { html: '<title>Lamp</title><h1>Lamp</h1><p>Currently out of stock.</p>' };
    expect(await read({ [FIRST]: without, [SECOND]: GOOD }, [FIRST, SECOND])).toEqual({
      outcome: 'fact_missing',
      source: FIRST,
      asked: [FIRST],
    });
  });

  it('fail with what the last one said when all do', async () => {
    expect(await read({ [FIRST]: blocked, [SECOND]: blocked }, [FIRST, SECOND])).toMatchObject({
      outcome: 'blocked',
      source: SECOND,
    });
  });
});
