import { expect, it } from 'vitest';
import { readEnv } from '@/env';
import { parserHere } from '@/scrape/document/page-parser';
import { buildScraper } from './real-deps';

it.each([
  ['https://monitors.example', 'http://localhost:4000'],
  ['http://localhost:4000/', 'http://localhost:4000'],
])(
  'on the embedded database with APP_URL=%s the sample shop is read at %s, and nothing else there',
  async (url, at) => {
    const scraper = buildScraper(readEnv({ APP_URL: url, PORT: '4000' }), () => new Date(), parserHere);
    expect(await scraper.check(`${at}/samples/headphones`)).toBeNull();
    expect(await scraper.check(`${at}/api/health`)).toMatchObject({ outcome: 'url_refused' });
    await scraper.close();
  },
);
