import { describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { MemoryScraper } from '@/test/memory-scraper';
import { offlineReaders, previewDeps } from '@/test/preview-deps';
import { createPreviewTurns } from './preview-turns';
import { trySample } from './try-sample';

const database = useDatabase();
const ORIGIN = 'http://localhost:3000';
const HEADPHONES = `${ORIGIN}/samples/headphones`;
const PROMPT = 'Tell me when the Kettle One costs less than $300';

const html = (more = '') => `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1>
  <p>Was <s>$349.00</s></p><p>Price: <b>$283.00</b></p>${more}
  <p>Hot tea, quiet kitchen, five years of warranty.</p></main></html>`;

function deps(page = html()) {
  const scraper = new MemoryScraper();
  scraper.pages.set(HEADPHONES, { html: page });
  const turns = createPreviewTurns({ atOnce: 1, waitMs: 20, mostWaiting: 1, busy: 'Many try this.' });
  const visitors = { readers: offlineReaders(), turns, origin: ORIGIN };
  return { ...previewDeps(database, scraper), scraper, visitors };
}

async function rows(): Promise<number> {
  const { rows: counted } = await database.pool.query(
    'SELECT (SELECT count(*) FROM previews) + (SELECT count(*) FROM ai_usage) AS n',
  );
  return Number(counted[0].n);
}

describe('trySample', () => {
  it('reads a sample page for nobody in particular, and keeps nothing', async () => {
    const given = deps();
    const looks: (string | undefined)[] = [];
    given.scraper.before = async ({ previewOf }) => void looks.push(previewOf);
    const tried = await trySample(given, { prompt: PROMPT, source: HEADPHONES });
    expect(tried).toMatchObject({
      triggerCondition: expect.stringContaining('below $300.00'),
      choices: [],
      reading: { outcome: 'value', quote: '$283.00', sentence: 'Alert: $283.00 is below $300.00.' },
    });
    expect(tried.reading.refused.map(({ quote }) => quote)).toContain('$349.00');
    // Places for checks stay free of it.
    expect(new Set(looks)).toEqual(new Set(['visitor']));
    expect(await rows()).toBe(0);
  });

  it('offers what may be meant, each as it would be read', async () => {
    const page = html('<ul><li>Kettle One Lite <b>$149.00</b></li><li>Kettle One Pro <b>$449.00</b></li></ul>');
    const { reading, choices } = await trySample(deps(page), { prompt: PROMPT, source: HEADPHONES });
    expect(reading.outcome).toBe('fact_missing');
    const said = new Map(choices.map((choice) => [choice.quote, choice.reading]));
    expect(said.get('$283.00')).toMatchObject({ wouldFire: true, sentence: 'Alert: $283.00 is below $300.00.' });
    expect(said.get('$449.00')).toMatchObject({ wouldFire: false });
    expect(choices.length).toBeLessThanOrEqual(5);
  });

  it.each([
    [PROMPT, 'https://shop.example/kettle'],
    [PROMPT, 'http://localhost:3000/api/health'],
    [PROMPT, 'http://localhost:3000@evil.example/samples/headphones'],
    [`${PROMPT} https://shop.example/kettle`, HEADPHONES],
    [`${PROMPT} shop.example/kettle`, HEADPHONES],
    [`${PROMPT} ${ORIGIN}/samples/concert`, HEADPHONES],
  ])('looks at nothing else: %s at %s', async (prompt, source) => {
    const given = deps();
    await expect(trySample(given, { prompt, source })).rejects.toMatchObject({ reason: 'not_a_sample' });
    expect(given.scraper.looks).toEqual([]);
  });

  it('does not exist where there is no sample shop', async () => {
    const given = { ...deps(), visitors: undefined };
    await expect(trySample(given, { prompt: PROMPT, source: HEADPHONES })).rejects.toMatchObject({
      reason: 'no_samples',
    });
  });

  it('has one line for everybody: the next waits, and who finds a long one is told so', async () => {
    const given = deps();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    given.scraper.before = () => held;
    const first = trySample(given, { prompt: PROMPT, source: HEADPHONES });
    const second = trySample(given, { prompt: PROMPT, source: HEADPHONES });
    const third = trySample(given, { prompt: PROMPT, source: HEADPHONES });
    const busy = { code: 'limited', reason: 'previews_busy', message: 'Many try this.' };
    await expect(third).rejects.toMatchObject(busy);
    await expect(second).rejects.toMatchObject(busy);
    release();
    expect((await first).reading.outcome).toBe('value');
  });
});
