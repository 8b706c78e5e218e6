import { describe, expect, it } from 'vitest';
import { listFacts } from '@/db/facts';
import { listEvaluationSummaries } from '@/db/history';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { NOON } from '@/test/preview-deps';
import { QUARTET, quartet, reasonOf, UNSURE, unsurePreview } from '@/test/quartet';
import { createMonitor } from './create-monitor';
import { pointAt } from './point-at';
import { previewAgain, previewMonitor } from './preview-monitor';
import { updateMonitor } from './update-monitor';

const database = useDatabase();

describe('a monitor that lost its value', () => {
  const SUNDAY = quartet('$10.00', '$12.00').replace('Saturday', 'Sunday');

  const CHEAPER = UNSURE.replace('$60', '$11');

  /** Saved with Saturday's price, told of nothing yet, and its row renamed on the page since. */
  async function lost() {
    const { deps, userId, previewId } = await unsurePreview(database);
    const saved = await createMonitor(deps, { userId, prompt: UNSURE, previewId, candidate: 2 });
    deps.scraper.pages.set(QUARTET, { html: SUNDAY });
    const later = { ...deps, now: () => new Date(NOON.getTime() + 60_000) };
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
    const live = { monitorId, userId, phase: 'loading', chargeDay: day, requestedAt: NOON } as const;
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
    const evaluations = await listEvaluationSummaries(database.db, monitorId, { limit: 5 });
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
    const cheaper = UNSURE.replace('$60', '$50');
    const other = await previewMonitor(deps, { userId, prompt: cheaper });
    expect(await take({ previewId: other.id, candidate: 1 })).toBe('preview_of_another');
    expect(await take({ prompt: cheaper, candidate: 1 })).toBe('preview_of_another');
    const { id: stranger } = await insertUser(database.db);
    expect(await take({ userId: stranger })).toBe('monitor_not_found');
    expect(await take({ candidate: 1 }, { ...deps, now: () => new Date(NOON.getTime() + 7_200_000) })).toBe(
      'preview_not_found',
    );
    const lastChecked = new Date(NOON.getTime() + 90_000);
    await database.db.updateTable('monitors').set({ lastChecked }).where('id', '=', saved.id).execute();
    expect(await take({ candidate: 1 })).toBe('preview_outdated');
    await database.db.updateTable('monitors').set({ lastChecked: NOON }).where('id', '=', saved.id).execute();
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
