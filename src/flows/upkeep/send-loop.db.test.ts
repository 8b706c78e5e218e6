import { afterEach, describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { useMailOffice } from '@/test/mail-office';
import { createMailSignal, startSendLoop } from './send-loop';

const database = useDatabase();
const office = useMailOffice(database);
const SLOW = 'slow@example.org';

let loop: { stop: () => Promise<void> } | undefined;
afterEach(() => loop?.stop());

describe('the loop that sends', () => {
  it('sends what was written when it is woken, also beside a mail that takes its time', async () => {
    const signal = createMailSignal();
    loop = startSendLoop(office.deps(), signal);
    const told = Promise.withResolvers<void>();
    office.sendgrid.answer = (recipient) =>
      recipient === SLOW ? { status: 202, until: told.promise } : { status: 202 };
    const [slow] = await office.write(SLOW);
    signal.raise();
    await expect.poll(() => office.sendgrid.asked, { timeout: 20_000 }).toBe(1);
    const [quick] = await office.write('ada@example.org');
    signal.raise();
    await expect.poll(async () => (await office.rowOf(quick)).state, { timeout: 20_000 }).toBe('sent');
    expect((await office.rowOf(slow)).state).toBe('sending');
    told.resolve();
    await loop.stop();
    expect((await office.rowOf(slow)).state).toBe('sent');
  });

  it('sends by itself what has come due', async () => {
    loop = startSendLoop(office.deps(), createMailSignal());
    const [id] = await office.write('ada@example.org');
    await expect.poll(async () => (await office.rowOf(id)).state, { timeout: 20_000 }).toBe('sent');
  });
});
