import { describe, expect, it } from 'vitest';
import { findMonitor } from '@/db/monitors';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { NOON, previewDeps } from '@/test/preview-deps';
import { followEvaluation } from '../refresh/follow-evaluation';
import { deleteMonitor } from './delete-monitor';
import { updateMonitor } from './update-monitor';

const database = useDatabase();
const URL = 'https://shop.example.org/kettle-one';

const deps = () => previewDeps(database);

describe('updateMonitor', () => {
  it('begins a new memory for a new prompt and ends the check that is under way', async () => {
    const monitor = await insertMonitor(database.db, { armed: false, triggerCount: 3 });
    await database.db
      .updateTable('monitors')
      .set({ currentValue: JSON.stringify({ type: 'number', number: '283', unit: 'USD' }) })
      .where('id', '=', monitor.id)
      .execute();
    const day = '2026-11-22';
    await database.db.insertInto('refreshCharges').values({ userId: monitor.userId, day, used: 1 }).execute();
    const evaluation = await database.db
      .insertInto('evaluations')
      .values({ monitorId: monitor.id, userId: monitor.userId, phase: 'loading', chargeDay: day, requestedAt: NOON })
      .returning('id')
      .executeTakeFirstOrThrow();
    const prompt = `Tell me when the Kettle One costs less than $250 ${URL}`;
    const updated = await updateMonitor(deps(), { userId: monitor.userId, monitorId: monitor.id, prompt });
    expect(updated).toMatchObject({ prompt, currentValue: null, armed: true, triggerCount: 3 });
    const followed = [];
    const follow = { userId: monitor.userId, evaluationId: evaluation.id };
    for await (const step of followEvaluation(deps(), follow)) followed.push(step);
    expect(followed).toMatchObject([{ phase: 'done', outcome: 'internal', chargeReturned: true }]);
    const charge = await database.db
      .selectFrom('refreshCharges')
      .selectAll()
      .where('userId', '=', monitor.userId)
      .execute();
    expect(charge).toMatchObject([{ used: 0 }]);
  });

  it('renames with the sentence what we named, and leaves the name that the person gave', async () => {
    const prompt = `Tell me when the Kettle One costs less than $250 ${URL}`;
    const named = async (name?: string) => {
      const { userId, id: monitorId } = await insertMonitor(database.db, name === undefined ? {} : { name });
      return (await updateMonitor(deps(), { userId, monitorId, prompt })).name;
    };
    expect(await named()).toBe('Kettle One: price');
    expect(await named('Kettle One below $300 (copy)')).toBe('Kettle One: price');
    expect(await named('Tea')).toBe('Tea');
  });

  it('keeps the memory for a new name or a pause', async () => {
    const monitor = await insertMonitor(database.db, { armed: false });
    const change = { userId: monitor.userId, monitorId: monitor.id, name: 'Tea', isActive: false };
    expect(await updateMonitor(deps(), change)).toMatchObject({ name: 'Tea', isActive: false, armed: false });
  });

  it('takes with a new prompt when to tell of a condition that is true already', async () => {
    const { userId, id: monitorId } = await insertMonitor(database.db, { lastOutcome: 'value', armed: true });
    const change = (alertIfAlreadyTrue: boolean, limit: number) => {
      const prompt = `Tell me when the Kettle One costs less than $${limit} ${URL}`;
      return updateMonitor(deps(), { userId, monitorId, prompt, alertIfAlreadyTrue });
    };
    expect(await change(false, 250)).toMatchObject({ armed: false, lastOutcome: null });
    expect(await change(true, 240)).toMatchObject({ armed: true });
  });

  it('takes the choice alone before the first evaluation and refuses it after, changing nothing', async () => {
    const { userId, id: monitorId } = await insertMonitor(database.db);
    const choice = { userId, monitorId, alertIfAlreadyTrue: false };
    expect(await updateMonitor(deps(), choice)).toMatchObject({ armed: false });
    expect(await updateMonitor(deps(), { ...choice, alertIfAlreadyTrue: true })).toMatchObject({ armed: true });
    await database.db.updateTable('monitors').set({ lastOutcome: 'absent' }).where('id', '=', monitorId).execute();
    await expect(updateMonitor(deps(), { ...choice, name: 'Lost?' })).rejects.toMatchObject({
      code: 'unprocessable',
      reason: 'already_checked',
      fields: { alertIfAlreadyTrue: [expect.stringContaining('Change its sentence or page')] },
    });
    expect(await findMonitor(database.db, userId, monitorId)).toMatchObject({ armed: true });
    expect((await findMonitor(database.db, userId, monitorId))?.name).not.toBe('Lost?');
  });

  it("does not see somebody else's", async () => {
    const monitor = await insertMonitor(database.db);
    const stranger = await insertUser(database.db);
    const request = { userId: stranger.id, monitorId: monitor.id };
    await expect(updateMonitor(deps(), { ...request, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteMonitor(deps(), request)).rejects.toMatchObject({ code: 'not_found' });
    expect(await findMonitor(database.db, monitor.userId, monitor.id)).toMatchObject({ name: monitor.name });
  });
});

describe('deleteMonitor', () => {
  it('removes it', async () => {
    const monitor = await insertMonitor(database.db);
    await deleteMonitor(deps(), { userId: monitor.userId, monitorId: monitor.id });
    expect(await findMonitor(database.db, monitor.userId, monitor.id)).toBeNull();
  });
});
