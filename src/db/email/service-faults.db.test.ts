import { expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { endFault, mayAsk, noteFault } from './service-faults';

const database = useDatabase();
const MINUTE = 60_000;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 9, minute));
const ask = (now: Date) =>
  mayAsk(database.db, { service: 'email', now, probeAgainAt: new Date(now.getTime() + MINUTE) });

it('lets one ask a minute while a service refuses us, also where the clock was set back by hours', async () => {
  const { db } = database;
  expect(await ask(at(0))).toBe('freely');
  await noteFault(db, { service: 'email', detail: '401', now: at(300), nextProbeAt: at(301) });
  expect(await ask(at(300))).toBe('no');
  expect((await Promise.all([ask(at(301)), ask(at(301)), ask(at(301))])).sort()).toEqual(['as_probe', 'no', 'no']);
  expect((await Promise.all([ask(at(0)), ask(at(0))])).sort()).toEqual(['as_probe', 'no']);
  expect(await ask(at(0))).toBe('no');
  expect(await ask(at(1))).toBe('as_probe');
});

it('is over with the first that is taken, not with one that was asked before, whatever the clock says', async () => {
  const { db } = database;
  await noteFault(db, { service: 'email', detail: '401', now: at(300), nextProbeAt: at(301) });
  expect(await endFault(db, { service: 'email', askedAt: at(299), now: at(300) })).toBe(false);
  expect(await endFault(db, { service: 'email', askedAt: at(1), now: at(1) })).toBe(true);
  expect(await ask(at(2))).toBe('freely');
});
