import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { useAlertOffice } from '@/test/operators/alert-office';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);
const office = useAlertOffice(database);

beforeEach(() => {
  office.now = new Date();
});
afterEach(() => {
  rest.deps.operators = undefined;
});

async function admin() {
  const token = await openBearerSession(office.admin.id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  return createCaller(await createContext(headers, rest.surroundings)).admin.alerts;
}

it('shows each rule with what it sees now, and what became of what operators were told', async () => {
  const alerts = await admin();
  await office.looks(6, 'unavailable', 'shop.example');
  await office.judge();
  await office.tell();
  const { rules, channels, emailsLeave } = await alerts.rules();
  expect(channels).toEqual({ email: 1, slack: false, pagerduty: false });
  expect(emailsLeave).toBe(false);
  expect(rules.find(({ name }) => name === 'source_failure')).toMatchObject({
    ...{ title: 'A source fails', threshold: '50 %', window: 'an hour', channels: ['email', 'slack'], silences: [] },
    now: [{ subject: 'shop.example', figure: '100 %', state: 'firing' }],
  });
  const { episodes } = await alerts.episodes({ open: true });
  expect(episodes).toMatchObject([{ rule: 'source_failure', subject: 'shop.example', endedAt: null }]);
  expect(episodes[0]?.notices.map(({ channel, state }) => [channel, state])).toEqual([
    ['email', 'sent'],
    ['slack', 'sent'],
  ]);
  expect((await alerts.episodes({ open: false })).episodes).toEqual([]);
});

it('pages what is over, each once', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 9, minute));
  const episode = { rule: 'error_rate', severity: 'critical', beganWith: 'x', latest: 'y', endedBecause: 'fine' };
  const all = [1, 2, 2, 3, 4].map((minute) => ({
    ...{ ...episode, beganAt: at(minute), lastFiredAt: at(minute), endedAt: at(minute + 1) },
  }));
  await database.db.insertInto('alertEpisodes').values(all).execute();
  const alerts = await admin();
  const first = await alerts.episodes({ open: false, limit: 2 });
  const second = await alerts.episodes({ open: false, limit: 2, cursor: first.nextCursor });
  const third = await alerts.episodes({ open: false, limit: 2, cursor: second.nextCursor });
  const ids = [first, second, third].flatMap(({ episodes }) => episodes.map(({ id }) => id));
  expect(new Set(ids).size).toBe(5);
  expect(third.nextCursor).toBeNull();
});

it('silences a rule with a reason, shows it, and lifts it', async () => {
  const alerts = await admin();
  const until = new Date(Date.now() + 3_600_000);
  await expect(alerts.silence({ rule: 'error_rate', subject: null, reason: ' ', until })).rejects.toThrow('Say why');
  const { id } = await alerts.silence({ rule: 'error_rate', subject: null, reason: 'Moving house', until });
  const silencesOf = async () => (await alerts.rules()).rules.find(({ name }) => name === 'error_rate')?.silences;
  expect(await silencesOf()).toMatchObject([{ id, reason: 'Moving house', until, subject: null }]);
  await alerts.liftSilence({ id });
  expect(await silencesOf()).toEqual([]);
  await expect(alerts.liftSilence({ id })).rejects.toThrow('over already');
});

it('a test goes by every channel, and says how each ended', async () => {
  rest.deps.operators = office.deps().operators;
  office.stub.answer = (service) => (service === 'pagerduty' ? { status: 400 } : {});
  const alerts = await admin();
  expect(await alerts.tryChannels()).toEqual([
    { channel: 'email', outcome: 'sent', detail: 'It is in the outbox for one admin.' },
    { channel: 'slack', outcome: 'sent', detail: 'Its begin and its end were accepted.' },
    { channel: 'pagerduty', outcome: 'failed', detail: 'PagerDuty answered 400.' },
  ]);
  expect(office.stub.slack.map(({ text }) => text.slice(0, 27))).toEqual([
    'A test of the alerts. This ',
    'Over: A test of the alerts.',
  ]);
  expect((await office.mails()).map(({ subject }) => subject)).toEqual(['Alert: A test of the alerts · Monitors!']);
  const act = await database.db.selectFrom('auditLog').selectAll().where('action', '=', 'alert.try_channels').execute();
  expect(act).toMatchObject([{ actorId: office.admin.id, details: { slack: 'sent', pagerduty: 'failed' } }]);
  rest.deps.operators = undefined;
  const [, slack] = await (await admin()).tryChannels();
  expect(slack).toEqual({ channel: 'slack', outcome: 'not_set_up', detail: 'Put SLACK_WEBHOOK_URL.' });
});
