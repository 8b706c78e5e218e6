import { describe, expect, it } from 'vitest';
import type { Readers } from '@/ai/reader';
import { rulesHere } from '@/ai/rules';
import { questionOf } from '@/domain/contract/reading';
import type { Failure } from '@/domain/outcome';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';
import type { Scraper } from '@/scrape/scraper';
import { proposeSources } from './propose-sources';

const NOW = new Date('2026-11-22T12:00:00Z');
const CONTEXT = { userId: null, monitorId: null, evaluationId: null, now: NOW };

interface Answer {
  type: string;
  body: string;
}

const json = (data: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(data) });

async function snapshotAt(url: string, { type, body }: Answer) {
  const made = await snapshotFromDocument({
    url,
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8` },
    body,
    loadedAt: NOW.toISOString(),
    loadMs: 1,
  });
  if (!made.ok) throw new Error(made.failure.message);
  return made.snapshot;
}

/** Answers by the beginning of the address; every other address fails, and private ones are refused by the gate. */
function scraperOf(answers: Record<string, Answer>): Scraper & { asked: string[] } {
  const asked: string[] = [];
  const refused: Failure = { outcome: 'url_refused', message: 'private', retryable: false };
  return {
    asked,
    check: async (url) => (url.includes('127.0.0.1') ? refused : null),
    look: async ({ url }) => {
      asked.push(url);
      const key = Object.keys(answers).find((start) => url.startsWith(start));
      const answer = key === undefined ? undefined : answers[key];
      if (!answer) return { ok: false, failure: { outcome: 'unavailable', message: 'gone', retryable: true } };
      const snapshot = await snapshotAt(url, answer);
      return {
        ok: true,
        look: { snapshot, frame: async () => null, picture: async () => null, close: async () => undefined },
      };
    },
    close: async () => undefined,
  };
}

const NO_SEARCH = {} as Readers;

async function propose(prompt: string, scraper: Scraper, readers = NO_SEARCH, searchUrl?: string) {
  const { interpretation } = await rulesHere.interpret(prompt, NOW);
  return proposeSources({ scraper, readers, settings: { searchUrl } }, prompt, interpretation, CONTEXT);
}

/** What our reader makes likeliest of a proposal's data. */
async function readAt(prompt: string, url: string, answer: Answer) {
  const { interpretation } = await rulesHere.interpret(prompt, NOW);
  const [first] = await rulesHere.candidates(questionOf(prompt, interpretation), await snapshotAt(url, answer), NOW);
  return first?.value;
}

describe('proposing sources', () => {
  it('finds a place and its weather, which our reader can read', async () => {
    const prompt = 'Tell me when the temperature in Oslo falls below -5 °C';
    const place = { name: 'Oslo', latitude: 59.91, longitude: 10.75, country: 'Norway' };
    const [first] = await propose(
      prompt,
      scraperOf({ 'https://geocoding-api.open-meteo.com/': json({ results: [place] }) }),
    );
    expect(first).toMatchObject({
      title: 'Weather in Oslo, Norway now',
      attribution: expect.stringContaining('CC BY'),
    });
    const body =
      'latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation\n59.91,10.75,12.0,0,GMT,GMT\n\n' +
      'time,temperature_2m (°C),relative_humidity_2m (%),wind_speed_10m (km/h),precipitation ' +
      '(mm)\n2026-11-22T12:00,-3.4,81,9.2,0.10\n';
    expect(await readAt(prompt, first?.url ?? '', { type: 'text/csv', body })).toMatchObject({
      type: 'number',
      number: '-3.4',
    });
  });

  it('names the reference rates for euro pairs', async () => {
    const prompt = 'Tell me when EUR/USD is above 1.10';
    const [first] = await propose(prompt, scraperOf({}));
    expect(first?.url).toContain('eurofxref-daily.xml');
    expect(await propose('Tell me when GBP/JPY is above 190', scraperOf({}))).toEqual([]);
  });

  it('names releases by repository, by search and by npm', async () => {
    const [written] = await propose('Tell me when a new version of tarn/kelp is released', scraperOf({}));
    expect(written?.url).toBe('https://github.com/tarn/kelp/releases.atom');
    const found = json({ items: [{ full_name: 'tarn/kelp', stargazers_count: 9 }] });
    const [searched] = await propose(
      'Tell me when a new version of kelp is released',
      scraperOf({ 'https://api.github.com/search/repositories': found }),
    );
    expect(searched?.url).toBe('https://github.com/tarn/kelp/releases.atom');
    const [npm] = await propose('Tell me when a new version of the npm package kelp is released', scraperOf({}));
    expect(npm?.url).toBe('https://registry.npmjs.org/kelp/latest');
  });

  it('asks the search endpoint, then a reader, and leaves out what the gate refuses', async () => {
    const prompt = 'Tell me when the Halden Q7 costs less than $250';
    const results = [
      { url: 'http://127.0.0.1/admin', title: 'inside' },
      { url: 'javascript:alert(1)', title: 'script' },
      { url: 'https://shop.example/q7', title: 'Halden Q7' },
    ];
    const scraper = scraperOf({ 'https://search.example/search': json({ results }) });
    const found = await propose(prompt, scraper, NO_SEARCH, 'https://search.example');
    expect(found).toEqual([
      { url: 'https://shop.example/q7', title: 'Halden Q7', attribution: 'Found by search.example' },
    ]);
    expect(scraper.asked[0]).toContain('format=json');
    expect(scraper.asked[0], 'no threshold is searched for').not.toContain('250');
    const proposal = { url: 'https://maker.example/q7', title: 'Q7', attribution: 'Found by web search' };
    const readers = { proposeSources: async () => [proposal] } as unknown as Readers;
    expect(await propose(prompt, scraperOf({}), readers, 'https://search.example')).toEqual([proposal]);
  });

  it('proposes nothing where nothing is found or answers are malformed', async () => {
    expect(await propose('Tell me when the Halden Q7 costs less than $250', scraperOf({}))).toEqual([]);
    const odd = scraperOf({ 'https://geocoding-api.open-meteo.com/': json({ results: 'none' }) });
    expect(await propose('Tell me when the temperature in Oslo falls below 0 °C', odd)).toEqual([]);
  });
});
