import { beforeEach, describe, expect, it } from 'vitest';
import { createAbuseGuard } from '@/auth/rate-limit/abuse-guard';
import { createSqlLimiter } from '@/auth/rate-limit/rate-limiter';
import { PEER_ADDRESS_HEADER } from '@/auth/request-origin';
import { ABUSE_LIMITS } from '@/domain/limits';
import { createPreviewTurns } from '@/flows/monitors/preview-turns';
import { clearOfWindowEnd } from '@/test/clear-of-window-end';
import { useDatabase } from '@/test/database';
import { MemoryScraper } from '@/test/memory-scraper';
import { offlineReaders, previewDeps } from '@/test/preview-deps';
import { answerTry } from './try-sample';

const database = useDatabase();
const ORIGIN = 'http://localhost:3000';
const INPUT = { prompt: 'Tell me when the Kettle One costs less than $300', source: `${ORIGIN}/samples/headphones` };
const HTML = `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1><p>Price: <b>$283.00</b></p>
  <p>Hot tea, quiet kitchen, five years of warranty.</p></main></html>`;

beforeEach(() => clearOfWindowEnd(ABUSE_LIMITS.samplePreview.address.windowMs));

function surroundings(limit = 100) {
  const scraper = new MemoryScraper();
  scraper.pages.set(INPUT.source, { html: HTML });
  scraper.crop = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/jpeg', width: 4, height: 5 };
  const visitors = { readers: offlineReaders(), turns: createPreviewTurns(), origin: ORIGIN };
  const { address, whenUncounted } = ABUSE_LIMITS.samplePreview;
  const guard = createAbuseGuard(
    createSqlLimiter(() => database.db),
    {
      addressFactor: 1,
      rules: { samplePreview: { address: { ...address, limit }, account: { ...address, limit }, whenUncounted } },
      report: () => undefined,
    },
  );
  return { deps: { ...previewDeps(database, scraper), visitors }, guard };
}

async function ask(body: string, from: ReturnType<typeof surroundings>, peer: string) {
  const headers = { 'content-type': 'application/json', [PEER_ADDRESS_HEADER]: peer };
  const answer = await answerTry(new Request(`${ORIGIN}/api/try`, { method: 'POST', headers, body }), from);
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

describe('POST /api/try', () => {
  it('answers with value, sentence, quote and picture', async () => {
    const { status, headers, body } = await ask(JSON.stringify(INPUT), surroundings(), '203.0.113.1');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.reading).toMatchObject({
      value: { type: 'number', number: '283', unit: 'USD' },
      quote: '$283.00',
      sentence: 'Alert: $283.00 is below $300.00.',
      crop: { url: 'data:image/jpeg;base64,AQID', width: 4, height: 5 },
    });
  });

  it.each([
    ['{', 400, 'malformed_json'],
    ['', 400, 'malformed_json'],
    ['[]', 400, 'validation'],
    [JSON.stringify({ ...INPUT, prompt: 'short' }), 400, 'validation'],
    [JSON.stringify({ ...INPUT, more: 1 }), 400, 'validation'],
    [JSON.stringify({ prompt: INPUT.prompt }), 400, 'validation'],
    [JSON.stringify({ ...INPUT, prompt: `${INPUT.prompt}\0` }), 400, 'nul_character'],
    [JSON.stringify({ ...INPUT, source: 'http://169.254.169.254/latest' }), 400, 'not_a_sample'],
    [JSON.stringify({ ...INPUT, prompt: 'Zzz zzz zzz zzz' }), 422, 'not_understood'],
  ])('refuses %s', async (sent, status, reason) => {
    const answer = await ask(sent, surroundings(), '203.0.113.2');
    expect([answer.status, answer.body.error.reason]).toEqual([status, reason]);
  });

  it('counts each address by itself, and what is refused as well', async () => {
    const from = surroundings(2);
    expect((await ask('{', from, '203.0.113.3')).status).toBe(400);
    expect((await ask(JSON.stringify(INPUT), from, '203.0.113.3')).status).toBe(200);
    const third = await ask(JSON.stringify(INPUT), from, '203.0.113.3');
    expect([third.status, third.body.error.reason]).toEqual([429, 'too_many']);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(JSON.stringify(INPUT), from, '203.0.113.4')).status).toBe(200);
  });

  it('counts those of no known address together', async () => {
    const from = surroundings(1);
    expect((await ask(JSON.stringify(INPUT), from, '')).status).toBe(200);
    expect((await ask(JSON.stringify(INPUT), from, 'nonsense')).status).toBe(429);
  });
});
