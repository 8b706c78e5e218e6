import { describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useAlertOffice } from '@/test/operators/alert-office';
import { liftSilence, silenceRule } from '../admin/silence-rule';
import { sendNotifications } from './send-notifications';

const database = useDatabase();
const office = useAlertOffice(database);

/** Twenty calls of a provider end so, and the rules are judged. */
async function calls(outcome: 'ok' | 'timeout'): Promise<void> {
  const call = { reader: 'claude' as const, purpose: 'read' as const, latencyMs: 1, outcome, at: office.now };
  await database.db
    .insertInto('aiUsage')
    .values(Array.from({ length: 20 }, () => call))
    .execute();
  await office.judge();
}

/** All three channels are told. */
const providerFails = () => calls('timeout');

async function providerMends(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    office.pass(3);
    await calls('ok');
  }
  office.pass(3);
}

const silence = (minutes: number, subject: string | null = null) =>
  silenceRule(
    office.deps(),
    {
      rule: 'ai_provider_failure',
      subject,
      reason: 'We know',
      until: new Date(office.now.getTime() + minutes * 60_000),
    },
    office.admin.id,
  );

it('each admin gets one email, which goes out as every other; who is suspended gets none', async () => {
  await insertUser(database.db, { role: 'admin', email: 'second@example.org' });
  await insertUser(database.db, { role: 'admin', email: 'gone@example.org', suspendedAt: office.now });
  await providerFails();
  await office.tell();
  await sendNotifications(office.deps());
  const mails = await office.mails();
  expect(mails.map(({ recipient, state }) => `${recipient} ${state}`).sort()).toEqual([
    'operator@example.org sent',
    'second@example.org sent',
  ]);
  expect(mails[0]?.subject).toBe('Alert: A provider of models fails: claude · Monitors!');
  expect(mails[0]?.text).toContain('20 of 20 calls failed (100 %) within 2 minutes.');
  expect(mails[0]?.text).toContain('Open the alerts: https://monitors.example.org/admin/alerts');
});

describe('a channel that is not well', () => {
  it('is tried again with longer and longer pauses, and holds up no other', async () => {
    office.stub.answer = (service) => (service === 'slack' ? { status: 500 } : {});
    await providerFails();
    expect(await office.tell()).toBe(2);
    expect(office.stub.pagerDuty).toHaveLength(1);
    const tries = async (minutes: number) => {
      office.pass(minutes);
      const before = office.stub.asked.length;
      await office.tell();
      return office.stub.asked.length - before;
    };
    expect([await tries(0.2), await tries(0.1), await tries(0.4), await tries(0.2)]).toEqual([0, 1, 0, 1]);
    office.stub.answer = () => ({});
    office.pass(1);
    expect(await office.tell()).toBe(1);
    expect(office.stub.slack).toHaveLength(1);
  });

  it('says when to come back', async () => {
    office.stub.answer = (service) => (service === 'slack' ? { status: 429, headers: { 'retry-after': '600' } } : {});
    await providerFails();
    await office.tell();
    office.stub.answer = () => ({});
    office.pass(9.9);
    expect(await office.tell()).toBe(0);
    office.pass(0.2);
    expect(await office.tell()).toBe(1);
  });

  it('is given up after a day, and at once where it refuses us; the log says so without its address', async () => {
    office.stub.answer = (service) => ({ status: service === 'slack' ? 404 : 503 });
    await providerFails();
    await office.tell();
    expect(await office.notices()).toContain('slack began failed');
    for (let hour = 0; hour < 25; hour += 1) {
      office.pass(60);
      await office.tell();
    }
    expect(await office.notices()).toContain('pagerduty began failed');
    expect(office.lines.join('\n')).toContain('Slack answered 404');
    expect(office.lines.join('\n')).not.toMatch(/a-secret-of-slack|R0123456789/);
  });

  it('that is slow is told later, under the key that it had', async () => {
    office.stub.answer = (service) => (service === 'pagerduty' ? { afterMs: 900 } : {});
    await providerFails();
    await office.tell();
    office.stub.answer = () => ({});
    office.pass(1);
    await office.tell();
    const keys = new Set(office.stub.pagerDuty.map(({ dedup_key }) => dedup_key));
    expect(keys.size).toBe(1);
  });

  it('is told of the end after the begin', async () => {
    office.stub.answer = (service) => (service === 'slack' ? { status: 500 } : {});
    await providerFails();
    await office.tell();
    await providerMends();
    await office.tell();
    expect(office.stub.pagerDuty.map(({ event_action }) => event_action)).toEqual(['trigger', 'resolve']);
    office.stub.answer = () => ({});
    office.pass(15);
    await office.tell();
    expect(office.stub.slack.map(({ text }) => text.startsWith('Over'))).toEqual([false, true]);
  });

  it('whose sender died is told by another when its lease is over', async () => {
    await providerFails();
    const at = new Date(office.now.getTime() + 30_000);
    await database.db.updateTable('alertNotices').set({ state: 'sending', attempts: 1, leaseExpiresAt: at }).execute();
    expect(await office.tell()).toBe(0);
    office.pass(1);
    expect(await office.tell()).toBe(3);
  });
});

describe('a silence', () => {
  it('holds back what begins, and leaves out what is over meanwhile', async () => {
    await silence(60);
    await providerFails();
    expect(await office.tell()).toBe(0);
    await providerMends();
    expect(await office.tell()).toBe(0);
    expect(await office.notices()).toEqual([
      'email began unneeded',
      'pagerduty began unneeded',
      'slack began unneeded',
    ]);
    expect(office.stub.asked).toEqual([]);
  });

  it('that is over, or lifted, tells what lasts', async () => {
    await silence(10);
    await providerFails();
    expect(await office.tell()).toBe(0);
    office.pass(11);
    expect(await office.tell()).toBe(3);
    await providerMends();
    await office.tell();
    const id = await silence(60);
    await providerFails();
    expect(await office.tell()).toBe(0);
    await liftSilence(office.deps(), { id, actorId: office.admin.id });
    expect(await office.tell()).toBe(3);
  });

  it('does not keep the end of what was told', async () => {
    await providerFails();
    await office.tell();
    await silence(600);
    await providerMends();
    expect(await office.tell()).toBe(3);
    expect(office.stub.slack).toHaveLength(2);
  });

  it('of one subject is not one of others', async () => {
    await silence(60, 'openai');
    await providerFails();
    expect(await office.tell()).toBe(3);
  });

  it('is told in the audit with its reason, and refuses times that make no sense', async () => {
    const until = new Date(office.now.getTime() + 60 * 60_000);
    const id = await silence(60);
    await liftSilence(office.deps(), { id, actorId: office.admin.id });
    await expect(liftSilence(office.deps(), { id, actorId: office.admin.id })).rejects.toThrow('over already');
    await expect(silence(-1)).rejects.toThrow('31 days');
    await expect(silence(32 * 24 * 60)).rejects.toThrow('31 days');
    const acts = await database.db.selectFrom('auditLog').selectAll().where('actorId', '=', office.admin.id).execute();
    expect(acts.map(({ action, details }) => [action, details])).toEqual([
      ['alert.silence', { rule: 'ai_provider_failure', reason: 'We know', until: until.toISOString() }],
      ['alert.lift_silence', { rule: 'ai_provider_failure' }],
    ]);
  });
});
