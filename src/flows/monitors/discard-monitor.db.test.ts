import { beforeEach, describe, expect, it } from 'vitest';
import { listTakeable } from '@/db/discarded-monitors';
import { listMonitors } from '@/db/monitors';
import { LIMITS } from '@/domain/limits';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { discardMonitor, removeDiscardedMonitors, restoreMonitor } from './discard-monitor';
import { duplicateMonitor } from './duplicate-monitor';

const database = useDatabase();
let now = new Date('2026-11-22T12:00:00Z');
const deps = () => ({ db: database.db, now: () => now });
let userId: string;
let monitorId: string;
const which = () => ({ userId, monitorId });
const names = async () => (await listMonitors(database.db, userId)).map(({ name }) => name);
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  userId = (await insertUser(database.db)).id;
  monitorId = (await insertMonitor(database.db, { userId, name: 'Kettle' })).id;
});

describe('a deletion', () => {
  it('hides the monitor at once, and is taken back with all of it', async () => {
    const { until } = await discardMonitor(deps(), which());
    expect(until.getTime() - now.getTime()).toBe(LIMITS.undoMs);
    expect(await names()).toEqual([]);
    later(LIMITS.undoMs);
    expect(await removeDiscardedMonitors(deps())).toBe(0);
    await restoreMonitor(deps(), which());
    expect(await names()).toEqual(['Kettle']);
    later(60_000);
    expect(await removeDiscardedMonitors(deps())).toBe(0);
    expect(await names()).toEqual(['Kettle']);
  });

  it('is offered to its person alone, for as long as it can be taken back', async () => {
    await discardMonitor(deps(), which());
    const offered = (id: string) => listTakeable(database.db, id, new Date(now.getTime() - LIMITS.undoMs));
    expect(await offered(userId)).toMatchObject([{ id: monitorId, name: 'Kettle' }]);
    expect(await offered((await insertUser(database.db)).id)).toEqual([]);
    later(LIMITS.undoMs);
    expect(await offered(userId)).toEqual([]);
    await restoreMonitor(deps(), which());
  });

  it('is completed by upkeep, once, also where nobody comes back', async () => {
    await discardMonitor(deps(), which());
    later(LIMITS.undoMs + 6_000);
    expect(await removeDiscardedMonitors(deps())).toBe(1);
    expect(await removeDiscardedMonitors(deps())).toBe(0);
    await expect(restoreMonitor(deps(), which())).rejects.toThrow('It is too late');
    const left = await database.db.selectFrom('monitors').select('id').where('id', '=', monitorId).execute();
    expect(left).toEqual([]);
  });

  it('ends the check that is under way, gives it back, and holds emails', async () => {
    const chargeDay = '2026-11-22';
    await database.db.insertInto('refreshCharges').values({ userId, day: chargeDay, used: 3 }).execute();
    await database.db.insertInto('evaluations').values({ monitorId, userId, chargeDay }).execute();
    await database.db
      .insertInto('emailNotifications')
      .values({
        ...{ userId, monitorId, kind: 'alert', recipient: 'a@example.org', subject: 's', htmlContent: 'h' },
        ...{ plainTextContent: 't', nextAttemptAt: now, createdAt: now },
      })
      .execute();
    await discardMonitor(deps(), which());
    const [evaluation] = await database.db.selectFrom('evaluations').selectAll().where('userId', '=', userId).execute();
    expect(evaluation).toMatchObject({ phase: 'done', outcome: 'internal', chargeReturned: true });
    const [charge] = await database.db
      .selectFrom('refreshCharges')
      .select('used')
      .where('userId', '=', userId)
      .execute();
    expect(charge?.used).toBe(2);
    const mails = database.db.selectFrom('emailNotifications').select('nextAttemptAt').where('userId', '=', userId);
    expect((await mails.executeTakeFirstOrThrow()).nextAttemptAt.getTime()).toBeGreaterThan(now.getTime() + 20_000);
  });

  it('is only of one’s own, and not taken back into a place that is taken', async () => {
    const stranger = (await insertUser(database.db)).id;
    await expect(discardMonitor(deps(), { userId: stranger, monitorId })).rejects.toThrow('There is no such monitor.');
    await discardMonitor(deps(), which());
    await expect(discardMonitor(deps(), which())).rejects.toThrow('There is no such monitor.');
    await expect(restoreMonitor(deps(), { userId: stranger, monitorId })).rejects.toThrow('It is too late');
    for (let count = 0; count < LIMITS.monitorsPerPerson; count += 1) await insertMonitor(database.db, { userId });
    await expect(restoreMonitor(deps(), which())).rejects.toThrow('10 other monitors');
    expect(await names()).toHaveLength(LIMITS.monitorsPerPerson);
  });

  it('tells the audit of both', async () => {
    await discardMonitor(deps(), which());
    await restoreMonitor(deps(), which());
    const acts = await database.db.selectFrom('auditLog').select('action').where('personId', '=', userId).execute();
    expect(acts.map(({ action }) => action).sort()).toEqual(['monitor.delete', 'monitor.restore']);
  });
});

describe('a duplicate', () => {
  it('has the contract and its place on the page, and neither memory nor history', async () => {
    const recipe = {
      version: 1,
      locators: [{ kind: 'json', path: '$.price' }],
      worksOnCheapLook: false,
      pointed: true,
    };
    const current = { type: 'number', number: '279', unit: 'USD' } as const;
    const original = await insertMonitor(database.db, {
      ...{ userId, interpretation: interpretation({ suggestedName: 'Kettle below $300' }) },
      ...{ recipe: JSON.stringify(recipe), currentValue: JSON.stringify(current), armed: false, triggerCount: 4 },
    });
    const copy = await duplicateMonitor(deps(), { userId, monitorId: original.id });
    expect(copy).toMatchObject({ name: 'Kettle below $300 (copy)', recipe, armed: true, currentValue: null });
    expect(copy).toMatchObject({ triggerCount: 0, lastChecked: null, prompt: original.prompt });
  });

  it('takes a place of the ten', async () => {
    for (let count = 1; count < LIMITS.monitorsPerPerson; count += 1) await insertMonitor(database.db, { userId });
    await expect(duplicateMonitor(deps(), which())).rejects.toThrow('which is the most');
  });
});
