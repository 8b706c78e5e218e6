import { describe, expect, it } from 'vitest';
import { ReaderError } from '@/ai/reader-error';
import { rulesHere } from '@/ai/rules';
import { listFacts } from '@/db/facts';
import type { PointCandidate } from '@/domain/contract/pointing';
import { questionOf } from '@/domain/contract/reading';
import { isOfKind } from '@/domain/value/fact-value';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { NOON, offlineReaders } from '@/test/preview-deps';
import { PICTURE, QUARTET, quartet, quartetDeps, reasonOf, UNSURE, unsurePreview } from '@/test/quartet';
import { readSource } from '../refresh/read-source';
import { createMonitor } from './create-monitor';
import { findPagePicture, listPageTexts, pointAt } from './point-at';
import { previewAgain, previewMonitor } from './preview-monitor';

const database = useDatabase();

describe('a preview that is not sure', () => {
  it('reads nothing and offers numbered candidates and the picture of the page', async () => {
    const { preview, page } = await unsurePreview(database);
    expect(preview.reading).toMatchObject({ outcome: 'fact_missing', value: null });
    expect(page.candidates.slice(0, 2)).toMatchObject([
      { number: 1, quote: '$64.50', label: 'Friday · Price', value: { number: '64.5', unit: 'USD' } },
      { number: 2, quote: '$72.00', label: 'Saturday · Price', value: { number: '72', unit: 'USD' } },
    ]);
    expect(page.picture).toEqual({ width: 1280, height: 900 });
  });

  it('is saved with the second candidate: its value first, and found again when it changes', async () => {
    const { deps, userId, previewId } = await unsurePreview(database);
    const monitor = await createMonitor(deps, { userId, prompt: UNSURE, previewId, candidate: 2 });
    expect(monitor).toMatchObject({
      currentValue: { number: '72', unit: 'USD' },
      lastOutcome: 'value',
      lastSentence: 'No alert: $72.00 is not below $60.00.',
      recipe: { pointed: true },
    });
    const [fact] = await listFacts(database.db, monitor.id, { limit: 5 });
    expect(fact).toMatchObject({ quote: '$72.00', reader: 'person', source: QUARTET });
    const reread = (page: string) => {
      deps.scraper.pages.set(QUARTET, { html: page });
      return readSource(deps, {
        question: questionOf(UNSURE, monitor.interpretation),
        sources: [QUARTET],
        recipe: monitor.recipe,
        known: monitor.currentValue,
        history: monitor.currentValue ? [monitor.currentValue] : [],
        context: { userId, monitorId: monitor.id, evaluationId: null, now: NOON },
      });
    };
    const cheaper = await reread(quartet('$64.50', '$12.00'));
    expect(cheaper).toMatchObject({ confirmed: true, result: { outcome: 'value', value: { number: '12' } } });
    const gone = await reread(quartet('$10.00', '$12.00').replace('Saturday', 'Sunday'));
    expect(gone.result).toMatchObject({ outcome: 'fact_missing', message: expect.stringContaining('Point at it') });
  });

  it('takes the last of several choices, any text of the page, and refuses what is of another type', async () => {
    const { deps, userId, previewId, page } = await unsurePreview(database);
    const choose = (choice: Parameters<typeof pointAt>[1]['choice']) => pointAt(deps, { userId, previewId, choice });
    await choose({ candidate: 2 });
    const [first] = page.candidates;
    if (!first) throw new Error('No candidate');
    const around = { start: first.span.start - 5, end: first.span.end };
    expect(await choose({ span: around })).toMatchObject({ value: { number: '64.5' }, quote: '$64.50', crop: null });
    expect(await reasonOf(choose({ span: { start: 0, end: 3 } }))).toBe('not_pointable');
    expect(await reasonOf(choose({ span: { start: 0, end: 1_000_000 } }))).toBe('not_pointable');
    expect(await reasonOf(choose({ candidate: 9 }))).toBe('not_pointable');
    const monitor = await createMonitor(deps, { userId, prompt: UNSURE, previewId });
    expect(monitor.currentValue).toMatchObject({ number: '64.5' });
  });

  it('says that it may be tried again where the place could not be read in time', async () => {
    const { deps, userId, previewId, page } = await unsurePreview(database);
    const [{ span }] = page.candidates as [PointCandidate];
    const slow = { ...rulesHere, readPointed: () => Promise.reject(new ReaderError('timeout', 'Too slow.')) };
    const act = pointAt({ ...deps, readers: offlineReaders(slow) }, { userId, previewId, choice: { span } });
    await expect(act).rejects.toMatchObject({ code: 'unavailable', reason: 'reader_unavailable' });
    await pointAt(deps, { userId, previewId, choice: { span } });
  });

  it('takes the contract of a candidate of another kind, and only its own where a monitor has one', async () => {
    const deps = quartetDeps(database);
    const { id: userId } = await insertUser(database.db);
    const prompt = `What does Saturday say? Tell me when it changes ${QUARTET}`;
    const preview = await previewMonitor(deps, { userId, prompt });
    const { interpretation, page } = preview;
    const isOther = ({ value }: PointCandidate): boolean => !isOfKind(value, interpretation);
    const other = page?.candidates.find(isOther);
    if (!other || preview.id === null) throw new Error('Nothing of another kind was offered');
    const monitor = await createMonitor(deps, { userId, prompt, previewId: preview.id, candidate: other.number });
    expect(isOfKind(other.value, monitor.interpretation)).toBe(true);
    expect(monitor.interpretation.sources).toEqual([QUARTET]);
    expect(monitor.currentValue).toEqual(other.value);
    const again = await previewAgain(deps, { userId, monitorId: monitor.id });
    const offered = again.page?.candidates ?? [];
    expect(offered.map(({ number }) => number)).toEqual(offered.map((_, at) => at + 1));
    expect(offered.every(({ value }) => isOfKind(value, monitor.interpretation))).toBe(true);
  });

  it('alerts at once where the chosen value meets the condition and that was asked for', async () => {
    const deps = quartetDeps(database);
    deps.scraper.pages.set(QUARTET, { html: quartet('$64.50', '$52.00') });
    const { id: userId } = await insertUser(database.db);
    const { id } = await previewMonitor(deps, { userId, prompt: UNSURE });
    const previewId = id ?? undefined;
    const monitor = await createMonitor(deps, { userId, prompt: UNSURE, previewId, candidate: 2 });
    expect(monitor).toMatchObject({ triggerCount: 1, lastSentence: 'Alert: $52.00 is below $60.00.' });
  });

  it("shows nothing of somebody else's, of one that is used, or an hour later", async () => {
    const { deps, userId, previewId } = await unsurePreview(database);
    const { id: stranger } = await insertUser(database.db);
    const late = { ...deps, now: () => new Date(NOON.getTime() + 3_600_001) };
    expect(await findPagePicture(deps, { userId, previewId })).toEqual(Buffer.from(PICTURE.bytes));
    expect(await listPageTexts(deps, { userId, previewId })).toEqual([]);
    const over = async (to: typeof deps, person: string) => {
      const asked = { userId: person, previewId };
      expect(await findPagePicture(to, asked)).toBeNull();
      expect(await reasonOf(listPageTexts(to, asked))).toBe('preview_not_found');
      expect(await reasonOf(pointAt(to, { ...asked, choice: { candidate: 1 } }))).toBe('preview_not_found');
      const saved = createMonitor(to, { userId: person, prompt: UNSURE, previewId, candidate: 1 });
      expect(await reasonOf(saved)).toBe('preview_not_found');
    };
    await over(deps, stranger);
    await over(late, userId);
    await createMonitor(deps, { userId, prompt: UNSURE, previewId, candidate: 1 });
    await over(deps, userId);
  });

  it('may be saved unread, and a candidate without its preview is refused', async () => {
    const { deps, userId, previewId } = await unsurePreview(database);
    const monitor = await createMonitor(deps, { userId, prompt: UNSURE, previewId });
    expect(monitor).toMatchObject({ currentValue: null, lastOutcome: null });
    expect(await reasonOf(createMonitor(deps, { userId, prompt: UNSURE, candidate: 1 }))).toBe('preview_missing');
  });

  it('keeps the pages of the five latest previews of a person', async () => {
    const { deps, userId, previewId } = await unsurePreview(database);
    for (let more = 1; more <= 5; more += 1) {
      const then = { ...deps, now: () => new Date(NOON.getTime() + more * 1_000) };
      await previewMonitor(then, { userId, prompt: UNSURE });
    }
    expect(await findPagePicture(deps, { userId, previewId })).toBeNull();
    const pages = await database.db.selectFrom('previewPages').select('previewId').execute();
    const own = await database.db.selectFrom('previews').select('id').where('userId', '=', userId).execute();
    expect(pages.filter((page) => own.some(({ id }) => id === page.previewId))).toHaveLength(5);
  });
});
