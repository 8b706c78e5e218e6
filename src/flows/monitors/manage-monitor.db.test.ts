import { describe, expect, it } from 'vitest';
import { findCrop, listFacts } from '@/db/facts';
import { findMonitor } from '@/db/monitors';
import type { Crop } from '@/scrape/scraper';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { NOON, previewDeps } from '@/test/preview-deps';
import { createMonitor } from './create-monitor';
import { previewMonitor } from './preview-monitor';

const database = useDatabase();
const URL = 'https://shop.example.org/kettle-one';
const PROMPT = `Tell me when the Kettle One costs less than $300 ${URL}`;

const deps = (scraper?: MemoryScraper) => previewDeps(database, scraper);

const html = (price: string) => `<html lang="en"><title>Kettles</title><main><h1>Kettle One</h1>
  <p>Was <s>$349.00</s></p><p>Price: <b>${price}</b></p><p>Hot tea, quiet kitchen, five years of warranty.</p></main>`;

describe('previewMonitor', () => {
  it('shows contract, value, proof, refused candidates and that it would fire, and saves nothing', async () => {
    const scraper = new MemoryScraper();
    scraper.pages.set(URL, { html: html('$283.00') });
    const preview = await previewMonitor(deps(scraper), { userId: null, prompt: PROMPT });
    expect(preview).toMatchObject({
      interpretation: { type: 'state', sources: [URL], trigger: { op: 'lt', value: { number: '300', unit: 'USD' } } },
      reading: {
        outcome: 'value',
        value: { number: '283', unit: 'USD' },
        quote: '$283.00',
        wouldFire: true,
        conditionMet: true,
        sentence: 'Alert: $283.00 is below $300.00.',
      },
    });
    expect(preview.reading?.refused.map((candidate) => candidate.quote).join()).toContain('$349.00');
    expect(scraper.looks[0]).toBe('full');
    const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM monitors');
    expect(rows[0].n).toBe(0);
  });

  it('asks for the page where the prompt names none, and takes it from the form', async () => {
    const prompt = 'Tell me when the Kettle One costs less than $300';
    expect((await previewMonitor(deps(), { userId: null, prompt })).reading).toBeNull();
    const scraper = new MemoryScraper();
    scraper.pages.set(URL, { html: html('$310.00') });
    const preview = await previewMonitor(deps(scraper), { userId: null, prompt, source: URL.replace('https://', '') });
    expect(preview.reading).toMatchObject({ outcome: 'value', wouldFire: false, source: URL });
  });

  it('has two pages of a person open at once, and begins the third one when one of them has ended', async () => {
    const scraper = new MemoryScraper();
    scraper.pages.set(URL, { html: html('$310.00') });
    const { id: userId } = await insertUser(database.db);
    const open: (() => void)[] = [];
    const asked: (string | undefined)[] = [];
    scraper.before = ({ look, previewOf }) => {
      if (look === 'cheap') return Promise.resolve();
      asked.push(previewOf);
      return new Promise((resolve) => open.push(resolve));
    };
    const shared = deps(scraper);
    const previews = [1, 2, 3].map(() => previewMonitor(shared, { userId, prompt: PROMPT }));
    const other = await insertUser(database.db);
    previews.push(previewMonitor(shared, { userId: other.id, prompt: PROMPT }));
    await expect.poll(() => asked.length).toBe(3);
    expect(asked.filter((person) => person === userId)).toHaveLength(2);
    open.shift()?.();
    await expect.poll(() => asked.length).toBe(4);
    for (const end of open) end();
    for (const { reading } of await Promise.all(previews)) expect(reading).toMatchObject({ outcome: 'value' });
  });

  it('says what the page is when it cannot be read', async () => {
    const scraper = new MemoryScraper();
    scraper.pages.set(URL, { html: '<title>403</title><h1>Access denied</h1>', status: 403 });
    const preview = await previewMonitor(deps(scraper), { userId: null, prompt: PROMPT });
    expect(preview.reading).toMatchObject({ outcome: 'blocked', value: null, wouldFire: false });
  });
});

describe('a monitor that is saved from its preview', () => {
  const picture: Crop = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/webp', width: 1, height: 1 };

  async function previewed(price: string) {
    const scraper = new MemoryScraper();
    scraper.crop = picture;
    scraper.pages.set(URL, { html: html(price) });
    const { id: userId } = await insertUser(database.db);
    const given = deps(scraper);
    const { id } = await previewMonitor(given, { userId, prompt: PROMPT });
    scraper.looks.length = 0;
    return { given, userId, previewId: id ?? undefined };
  }

  const counted = async (userId: string) => {
    const of = (table: 'evaluations' | 'emailNotifications' | 'previews' | 'refreshCharges') =>
      database.db.selectFrom(table).selectAll().where('userId', '=', userId).execute();
    const [evaluations, mails, previews, charges] = await Promise.all([
      of('evaluations'),
      of('emailNotifications'),
      of('previews'),
      of('refreshCharges'),
    ]);
    return { evaluations, mails: mails.length, previews: previews.length, charges: charges.length };
  };

  it('begins with what that read, its quote, picture and decision, without another look or a charge', async () => {
    const { given, userId, previewId } = await previewed('$310.00');
    const monitor = await createMonitor(given, { userId, prompt: PROMPT, previewId });
    expect(given.scraper.looks).toEqual([]);
    expect(monitor).toMatchObject({
      currentValue: { number: '310', unit: 'USD' },
      lastOutcome: 'value',
      lastSentence: 'No alert: $310.00 is not below $300.00.',
      lastChecked: NOON,
      lastManualRefresh: null,
      evaluationCount: 1,
    });
    expect(monitor.recipe).not.toBeNull();
    const [fact, ...more] = await listFacts(database.db, monitor.id, { limit: 5 });
    expect([fact, more]).toMatchObject([{ quote: '$310.00', look: 'full', source: URL, pictureTakenAt: NOON }, []]);
    expect(await findCrop(database.db, userId, fact?.id ?? '')).toMatchObject({ bytes: Buffer.from(picture.bytes) });
    const { evaluations, ...counts } = await counted(userId);
    expect(evaluations).toMatchObject([
      { phase: 'done', outcome: 'value', chargeReturned: true, id: fact?.evaluationId },
    ]);
    expect(counts).toEqual({ mails: 0, previews: 0, charges: 0 });
  });

  it('tells at once what is true already, where that was asked for, and only then', async () => {
    const now = await previewed('$283.00');
    const told = await createMonitor(now.given, { ...now, prompt: PROMPT, alertIfAlreadyTrue: true });
    expect([told.triggerCount, (await counted(now.userId)).mails]).toEqual([1, 1]);
    const later = await previewed('$283.00');
    const silent = await createMonitor(later.given, { ...later, prompt: PROMPT, alertIfAlreadyTrue: false });
    expect(silent).toMatchObject({ triggerCount: 0, currentValue: { number: '283' } });
    expect((await counted(later.userId)).mails).toBe(0);
  });

  it('begins unread with a preview of another person, of another sentence, a used one or an old one', async () => {
    const { given, userId, previewId } = await previewed('$310.00');
    const stranger = await previewed('$1.00');
    const another = PROMPT.replace('$300', '$200');
    const late = { ...given, now: () => new Date(NOON.getTime() + 3_600_001) };
    const unread = [
      await createMonitor(given, { userId, prompt: PROMPT, previewId: stranger.previewId }),
      await createMonitor(given, { userId, prompt: another, previewId }),
      await createMonitor(given, { userId, prompt: PROMPT, previewId, source: `${URL}?other` }),
      await createMonitor(late, { userId, prompt: PROMPT, previewId }),
    ];
    await createMonitor(given, { userId, prompt: PROMPT, previewId });
    unread.push(await createMonitor(given, { userId, prompt: PROMPT, previewId }));
    for (const one of unread) expect(one).toMatchObject({ lastOutcome: null, currentValue: null, evaluationCount: 0 });
    expect((await counted(userId)).evaluations).toHaveLength(1);
    expect(await counted(stranger.userId)).toMatchObject({ evaluations: [], previews: 1 });
  });

  it('is offered nothing where the preview failed, or nobody owns it', async () => {
    const scraper = new MemoryScraper();
    const { id: userId } = await insertUser(database.db);
    expect((await previewMonitor(deps(scraper), { userId, prompt: PROMPT })).id).toBeNull();
    scraper.pages.set(URL, { html: html('$310.00') });
    expect((await previewMonitor(deps(scraper), { userId: null, prompt: PROMPT })).id).toBeNull();
  });
});

describe('createMonitor', () => {
  it('saves the contract, armed as the person chose', async () => {
    const user = await insertUser(database.db);
    const created = await createMonitor(deps(), { userId: user.id, prompt: PROMPT, alertIfAlreadyTrue: false });
    expect(created).toMatchObject({ armed: false, sourceUrl: URL, currentValue: null, lastChecked: null });
    expect(created.triggerCondition).toContain('below $300.00');
    expect(await findMonitor(database.db, user.id, created.id)).toMatchObject({ name: created.name });
  });

  it('refuses the eleventh, also when two come at the same time', async () => {
    const user = await insertUser(database.db);
    for (let count = 0; count < 9; count += 1) await insertMonitor(database.db, { userId: user.id });
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => createMonitor(deps(), { userId: user.id, prompt: PROMPT })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict', reason: 'monitor_limit' });
  });

  it('refuses a prompt without a page, and a page that may not be read', async () => {
    const user = await insertUser(database.db);
    const prompt = 'Tell me when the Kettle One costs less than $300';
    await expect(createMonitor(deps(), { userId: user.id, prompt })).rejects.toMatchObject({
      reason: 'source_missing',
      fields: { source: [expect.stringContaining('address')] },
    });
    const scraper = new MemoryScraper();
    const source = 'http://10.0.0.1/';
    scraper.pages.set(source, { outcome: 'url_refused', message: 'This address is private.', retryable: false });
    await expect(createMonitor(deps(scraper), { userId: user.id, prompt, source })).rejects.toMatchObject({
      code: 'unprocessable',
      reason: 'url_refused',
    });
  });
});
