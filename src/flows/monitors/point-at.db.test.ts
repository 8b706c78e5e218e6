import { describe, expect, it } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { ReaderError } from '@/ai/reader-error';
import { type Rules, rulesHere } from '@/ai/rules';
import { listEvaluations } from '@/db/evaluations';
import { listFacts } from '@/db/facts';
import type { PointCandidate } from '@/domain/contract/pointing';
import { questionOf } from '@/domain/contract/reading';
import type { DomainError } from '@/domain/errors';
import { isOfKind } from '@/domain/value/fact-value';
import type { PagePicture } from '@/scrape/scraper';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { readSource } from '../refresh/read-source';
import { createMonitor } from './create-monitor';
import { findPagePicture, listPageTexts, pointAt } from './point-at';
import { previewAgain, previewMonitor } from './preview-monitor';
import { createPreviewTurns } from './preview-turns';
import { updateMonitor } from './update-monitor';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const URL = 'https://hall.example.org/quartet';
const PROMPT = `Tell me when a ticket for the quartet costs less than $60 ${URL}`;
const PICTURE: PagePicture = { bytes: new Uint8Array([9, 8]), mediaType: 'image/jpeg', width: 1280, height: 900 };
const SETTINGS = {
  appUrl: '',
  refreshIntervalMs: 60_000,
  refreshesPerDay: 50,
  evaluationDeadlineMs: 5_000,
  leaseMs: 1_000,
};

const html = (friday: string, saturday: string) => `<html lang="en"><title>Quartet</title><main><h1>The Quartet</h1>
  <p>Four voices, one hall, no microphones: songs of their third record.</p>
  <table><tr><th>Evening</th><th>Time</th><th>Price</th></tr>
  <tr><th>Friday</th><td>20:00</td><td>from ${friday}</td></tr>
  <tr><th>Saturday</th><td>20:00</td><td>from ${saturday}</td></tr></table></main>`;

function given() {
  const scraper = new MemoryScraper();
  scraper.picture = PICTURE;
  scraper.pages.set(URL, { html: html('$64.50', '$72.00') });
  const previewTurns = createPreviewTurns();
  const readers = readersBy(rulesHere);
  return { db: database.db, scraper, readers, now: () => NOW, settings: SETTINGS, previewTurns, wakeMail: null };
}

const readersBy = (rules: Rules) =>
  createReaders(
    { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
    createMemoryLedger(),
    rules,
  );

async function unsure() {
  const deps = given();
  const { id: userId } = await insertUser(database.db);
  const preview = await previewMonitor(deps, { userId, prompt: PROMPT });
  if (preview.id === null || preview.page === null) throw new Error(`Nothing was kept: ${preview.reading?.outcome}`);
  return { deps, userId, previewId: preview.id, preview, page: preview.page };
}

const reasonOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: DomainError) => error.reason,
  );

describe('a preview that is not sure', () => {
  it('reads nothing and offers numbered candidates and the picture of the page', async () => {
    const { preview, page } = await unsure();
    expect(preview.reading).toMatchObject({ outcome: 'fact_missing', value: null });
    expect(page.candidates.slice(0, 2)).toMatchObject([
      { number: 1, quote: '$64.50', label: 'Friday · Price', value: { number: '64.5', unit: 'USD' } },
      { number: 2, quote: '$72.00', label: 'Saturday · Price', value: { number: '72', unit: 'USD' } },
    ]);
    expect(page.picture).toEqual({ width: 1280, height: 900 });
  });

  it('is saved with the second candidate: its value first, and found again when it changes', async () => {
    const { deps, userId, previewId } = await unsure();
    const monitor = await createMonitor(deps, { userId, prompt: PROMPT, previewId, candidate: 2 });
    expect(monitor).toMatchObject({
      currentValue: { number: '72', unit: 'USD' },
      lastOutcome: 'value',
      lastSentence: 'No alert: $72.00 is not below $60.00.',
      recipe: { pointed: true },
    });
    const [fact] = await listFacts(database.db, monitor.id, { limit: 5 });
    expect(fact).toMatchObject({ quote: '$72.00', reader: 'person', source: URL });
    const reread = (page: string) => {
      deps.scraper.pages.set(URL, { html: page });
      return readSource(deps, {
        question: questionOf(PROMPT, monitor.interpretation),
        sources: [URL],
        recipe: monitor.recipe,
        known: monitor.currentValue,
        history: monitor.currentValue ? [monitor.currentValue] : [],
        context: { userId, monitorId: monitor.id, evaluationId: null, now: NOW },
      });
    };
    const cheaper = await reread(html('$64.50', '$12.00'));
    expect(cheaper).toMatchObject({ confirmed: true, result: { outcome: 'value', value: { number: '12' } } });
    const gone = await reread(html('$10.00', '$12.00').replace('Saturday', 'Sunday'));
    expect(gone.result).toMatchObject({ outcome: 'fact_missing', message: expect.stringContaining('Point at it') });
  });

  it('takes the last of several choices, any text of the page, and refuses what is of another type', async () => {
    const { deps, userId, previewId, page } = await unsure();
    const choose = (choice: Parameters<typeof pointAt>[1]['choice']) => pointAt(deps, { userId, previewId, choice });
    await choose({ candidate: 2 });
    const [first] = page.candidates;
    if (!first) throw new Error('No candidate');
    const around = { start: first.span.start - 5, end: first.span.end };
    expect(await choose({ span: around })).toMatchObject({ value: { number: '64.5' }, quote: '$64.50', crop: null });
    expect(await reasonOf(choose({ span: { start: 0, end: 3 } }))).toBe('not_pointable');
    expect(await reasonOf(choose({ span: { start: 0, end: 1_000_000 } }))).toBe('not_pointable');
    expect(await reasonOf(choose({ candidate: 9 }))).toBe('not_pointable');
    const monitor = await createMonitor(deps, { userId, prompt: PROMPT, previewId });
    expect(monitor.currentValue).toMatchObject({ number: '64.5' });
  });

  it('says that it may be tried again where the place could not be read in time', async () => {
    const { deps, userId, previewId, page } = await unsure();
    const [{ span }] = page.candidates as [PointCandidate];
    const slow = { ...rulesHere, readPointed: () => Promise.reject(new ReaderError('timeout', 'Too slow.')) };
    const act = pointAt({ ...deps, readers: readersBy(slow) }, { userId, previewId, choice: { span } });
    await expect(act).rejects.toMatchObject({ code: 'unavailable', reason: 'reader_unavailable' });
    await pointAt(deps, { userId, previewId, choice: { span } });
  });

  it('takes the contract of a candidate of another kind, and only its own where a monitor has one', async () => {
    const deps = given();
    const { id: userId } = await insertUser(database.db);
    const prompt = `What does Saturday say? Tell me when it changes ${URL}`;
    const preview = await previewMonitor(deps, { userId, prompt });
    const { interpretation, page } = preview;
    const isOther = ({ value }: PointCandidate): boolean => !isOfKind(value, interpretation);
    const other = page?.candidates.find(isOther);
    if (!other || preview.id === null) throw new Error('Nothing of another kind was offered');
    const monitor = await createMonitor(deps, { userId, prompt, previewId: preview.id, candidate: other.number });
    expect(isOfKind(other.value, monitor.interpretation)).toBe(true);
    expect(monitor.interpretation.sources).toEqual([URL]);
    expect(monitor.currentValue).toEqual(other.value);
    const again = await previewAgain(deps, { userId, monitorId: monitor.id });
    const offered = again.page?.candidates ?? [];
    expect(offered.map(({ number }) => number)).toEqual(offered.map((_, at) => at + 1));
    expect(offered.every(({ value }) => isOfKind(value, monitor.interpretation))).toBe(true);
  });

  it('alerts at once where the chosen value meets the condition and that was asked for', async () => {
    const deps = given();
    deps.scraper.pages.set(URL, { html: html('$64.50', '$52.00') });
    const { id: userId } = await insertUser(database.db);
    const { id } = await previewMonitor(deps, { userId, prompt: PROMPT });
    const previewId = id ?? undefined;
    const monitor = await createMonitor(deps, { userId, prompt: PROMPT, previewId, candidate: 2 });
    expect(monitor).toMatchObject({ triggerCount: 1, lastSentence: 'Alert: $52.00 is below $60.00.' });
  });

  it("shows nothing of somebody else's, of one that is used, or an hour later", async () => {
    const { deps, userId, previewId } = await unsure();
    const { id: stranger } = await insertUser(database.db);
    const late = { ...deps, now: () => new Date(NOW.getTime() + 3_600_001) };
    expect(await findPagePicture(deps, { userId, previewId })).toEqual(Buffer.from(PICTURE.bytes));
    expect(await listPageTexts(deps, { userId, previewId })).toEqual([]);
    const over = async (to: typeof deps, person: string) => {
      const asked = { userId: person, previewId };
      expect(await findPagePicture(to, asked)).toBeNull();
      expect(await reasonOf(listPageTexts(to, asked))).toBe('preview_not_found');
      expect(await reasonOf(pointAt(to, { ...asked, choice: { candidate: 1 } }))).toBe('preview_not_found');
      const saved = createMonitor(to, { userId: person, prompt: PROMPT, previewId, candidate: 1 });
      expect(await reasonOf(saved)).toBe('preview_not_found');
    };
    await over(deps, stranger);
    await over(late, userId);
    await createMonitor(deps, { userId, prompt: PROMPT, previewId, candidate: 1 });
    await over(deps, userId);
  });

  it('may be saved unread, and a candidate without its preview is refused', async () => {
    const { deps, userId, previewId } = await unsure();
    const monitor = await createMonitor(deps, { userId, prompt: PROMPT, previewId });
    expect(monitor).toMatchObject({ currentValue: null, lastOutcome: null });
    expect(await reasonOf(createMonitor(deps, { userId, prompt: PROMPT, candidate: 1 }))).toBe('preview_missing');
  });

  it('keeps the pages of the five latest previews of a person', async () => {
    const { deps, userId, previewId } = await unsure();
    for (let more = 1; more <= 5; more += 1) {
      const then = { ...deps, now: () => new Date(NOW.getTime() + more * 1_000) };
      await previewMonitor(then, { userId, prompt: PROMPT });
    }
    expect(await findPagePicture(deps, { userId, previewId })).toBeNull();
    const pages = await database.db.selectFrom('previewPages').select('previewId').execute();
    const own = await database.db.selectFrom('previews').select('id').where('userId', '=', userId).execute();
    expect(pages.filter((page) => own.some(({ id }) => id === page.previewId))).toHaveLength(5);
  });
});

describe('a monitor that lost its value', () => {
  const SUNDAY = html('$10.00', '$12.00').replace('Saturday', 'Sunday');

  const CHEAPER = PROMPT.replace('$60', '$11');

  /** Saved with Saturday's price, told of nothing yet, and its row renamed on the page since. */
  async function lost() {
    const { deps, userId, previewId } = await unsure();
    const saved = await createMonitor(deps, { userId, prompt: PROMPT, previewId, candidate: 2 });
    deps.scraper.pages.set(URL, { html: SUNDAY });
    const later = { ...deps, now: () => new Date(NOW.getTime() + 60_000) };
    const again = await previewAgain(later, { userId, monitorId: saved.id });
    return { deps: later, userId, saved, again, previewId: again.id ?? undefined };
  }

  it('shows by its own contract what the page offers, and gives no other value', async () => {
    const { again } = await lost();
    expect(again.reading).toMatchObject({ outcome: 'fact_missing', value: null, wouldFire: false });
    expect(again.page?.candidates.slice(0, 2)).toMatchObject([{ quote: '$10.00' }, { quote: '$12.00' }]);
  });

  it('goes on with what is pointed at as its next evaluation; nothing else of it changes', async () => {
    const { deps, userId, saved, previewId } = await lost();
    const monitorId = saved.id;
    const day = '2026-11-22';
    await database.db.insertInto('refreshCharges').values({ userId, day, used: 1 }).execute();
    const live = { monitorId, userId, phase: 'loading', chargeDay: day, requestedAt: NOW } as const;
    await database.db.insertInto('evaluations').values(live).execute();
    const told = await pointAt(deps, { userId, previewId: previewId ?? '', choice: { candidate: 2 }, monitorId });
    expect(told.sentence).toBe('Alert: $12.00 is below $60.00.');
    const updated = await updateMonitor(deps, { userId, monitorId, previewId });
    expect(updated).toMatchObject({
      currentValue: { number: '12' },
      previousValue: { number: '72' },
      lastOutcome: 'value',
      triggerCount: 1,
      evaluationCount: 2,
      recipe: { pointed: true },
    });
    expect(updated.recipe).not.toEqual(saved.recipe);
    const { prompt, name, interpretation, createdAt, isActive } = saved;
    expect(updated).toMatchObject({ prompt, name, interpretation, createdAt, isActive });
    const facts = await listFacts(database.db, monitorId, { limit: 5 });
    expect(facts.map(({ quote, reader }) => [quote, reader])).toEqual([
      ['$12.00', 'person'],
      ['$72.00', 'person'],
    ]);
    const evaluations = await listEvaluations(database.db, monitorId, { limit: 5 });
    expect(evaluations.map(({ outcome, chargeReturned }) => [outcome, chargeReturned]).sort()).toEqual([
      ['internal', true],
      ['value', true],
      ['value', true],
    ]);
    const mails = await database.db.selectFrom('emailNotifications').selectAll().where('userId', '=', userId).execute();
    expect(mails).toMatchObject([{ kind: 'alert', monitorId }]);
  });

  it('tells what was fired already from its own state, and does not fire again', async () => {
    const { deps, userId, saved, previewId } = await lost();
    await database.db.updateTable('monitors').set({ armed: false }).where('id', '=', saved.id).execute();
    const asked = { userId, previewId: previewId ?? '', choice: { candidate: 2 } };
    const own = await pointAt(deps, { ...asked, monitorId: saved.id });
    expect([own.wouldFire, (await pointAt(deps, asked)).wouldFire]).toEqual([false, true]);
    expect(await updateMonitor(deps, { userId, monitorId: saved.id, previewId })).toMatchObject({ triggerCount: 0 });
  });

  it('refuses what read nothing, is of something else, from before the last check, used or over', async () => {
    const { deps, userId, saved, previewId } = await lost();
    const take = (more: object, to = deps) =>
      reasonOf(updateMonitor(to, { userId, monitorId: saved.id, previewId, ...more }));
    expect(await take({})).toBe('nothing_chosen');
    expect(await take({ candidate: 9 })).toBe('not_pointable');
    const cheaper = PROMPT.replace('$60', '$50');
    const other = await previewMonitor(deps, { userId, prompt: cheaper });
    expect(await take({ previewId: other.id, candidate: 1 })).toBe('preview_of_another');
    expect(await take({ prompt: cheaper, candidate: 1 })).toBe('preview_of_another');
    const { id: stranger } = await insertUser(database.db);
    expect(await take({ userId: stranger })).toBe('monitor_not_found');
    expect(await take({ candidate: 1 }, { ...deps, now: () => new Date(NOW.getTime() + 7_200_000) })).toBe(
      'preview_not_found',
    );
    const lastChecked = new Date(NOW.getTime() + 90_000);
    await database.db.updateTable('monitors').set({ lastChecked }).where('id', '=', saved.id).execute();
    expect(await take({ candidate: 1 })).toBe('preview_outdated');
    await database.db.updateTable('monitors').set({ lastChecked: NOW }).where('id', '=', saved.id).execute();
    expect(await take({ candidate: 1 })).toBeNull();
    expect(await take({ candidate: 1 })).toBe('preview_not_found');
  });

  it('takes nothing while it is paused, when nothing may be sent; a changed sentence begins unread then', async () => {
    const { deps, userId, saved, previewId } = await lost();
    const change = (more: object) => updateMonitor(deps, { userId, monitorId: saved.id, ...more });
    await change({ isActive: false });
    expect(await reasonOf(change({ previewId, candidate: 2 }))).toBe('monitor_paused');
    const { id } = await previewMonitor(deps, { userId, prompt: CHEAPER });
    expect(await change({ prompt: CHEAPER, previewId: id ?? undefined })).toMatchObject({ lastOutcome: null });
    const again = await previewAgain(deps, { userId, monitorId: saved.id });
    expect(await change({ isActive: true, previewId: again.id ?? undefined, candidate: 1 })).toMatchObject({
      isActive: true,
      lastOutcome: 'value',
    });
  });

  it('begins with the preview of a changed sentence too', async () => {
    const { deps, userId, saved } = await lost();
    const { id } = await previewMonitor(deps, { userId, prompt: CHEAPER });
    const change = { userId, monitorId: saved.id, prompt: CHEAPER, previewId: id ?? undefined, candidate: 1 };
    expect(await updateMonitor(deps, change)).toMatchObject({
      prompt: CHEAPER,
      currentValue: { number: '10' },
      previousValue: null,
      lastSentence: 'Alert: $10.00 is below $11.00.',
    });
  });
});
