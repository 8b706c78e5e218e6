import { describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { HOST, useAlertOffice } from '@/test/operators/alert-office';
import { judgeRules } from './judge-rules';

const database = useDatabase();
const office = useAlertOffice(database);

const ruleOf = async (rule: string) => (await office.episodes()).filter((one) => one.rule === rule);

it('a source that fails begins one episode, tells each channel once, and ends so', async () => {
  await office.looks(4, 'unavailable');
  expect(await office.judge()).toBe(0);
  await office.looks(4, 'blocked');
  office.pass(1);
  expect(await office.judge()).toBe(1);
  office.pass(1);
  expect(await office.judge()).toBe(0);
  expect(await office.tell()).toBe(2);
  expect(await office.notices()).toEqual(['email began sent', 'slack began sent']);
  expect(office.stub.slack).toHaveLength(1);
  expect(office.stub.pagerDuty).toHaveLength(0);

  await office.looks(20, null);
  office.pass(1);
  expect(await office.judge()).toBe(0);
  office.pass(1);
  expect(await office.judge()).toBe(1);
  expect(await office.tell()).toBe(2);
  expect(await office.tell()).toBe(0);
  expect(office.stub.slack.map(({ text }) => text)).toEqual([
    'A source fails. 8 of 8 looks at one site failed (100 %) within an hour. It is an alert from 50 %.',
    'Over: A source fails. 8 of 28 looks at one site failed (28.6 %) within an hour. It is an alert from 50 %.',
  ]);
  const mails = await office.mails();
  expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([
    ['operator@example.org', 'Alert: A source fails · Monitors!'],
    ['operator@example.org', 'Over: A source fails · Monitors!'],
  ]);
  const [episode, ...more] = await office.episodes();
  expect(more).toEqual([]);
  expect(episode).toMatchObject({ rule: 'source_failure', subject: HOST, endedBecause: 'fine' });
});

it('nobody outside is told which host it is', async () => {
  await office.looks(9, 'unavailable');
  await office.judge();
  await office.tell();
  const told = JSON.stringify([office.stub.asked, await office.mails(), office.lines]);
  expect(office.stub.asked.length).toBeGreaterThan(0);
  expect(told).not.toContain(HOST);
});

it('what sways around the limit is one episode', async () => {
  await office.looks(10, 'unavailable');
  await office.judge();
  await office.looks(11, null);
  office.pass(1);
  await office.judge();
  await office.looks(5, 'unavailable');
  office.pass(1);
  await office.judge();
  await office.looks(5, null);
  office.pass(1);
  await office.judge();
  expect(await office.episodes()).toMatchObject([{ endedAt: null, fineRounds: 1 }]);
  office.pass(1);
  expect(await office.judge()).toBe(1);
  await office.looks(60, 'unavailable');
  office.pass(1);
  expect(await office.judge()).toBe(1);
  expect((await office.episodes()).map(({ endedAt }) => endedAt !== null)).toEqual([true, false]);
});

it('an episode of which nothing is seen any more ends as unseen, and its end is told so', async () => {
  await office.looks(10, 'unavailable');
  await office.judge();
  await office.tell();
  office.pass(61);
  expect(await office.judge()).toBe(0);
  office.pass(300);
  expect(await office.judge()).toBe(1);
  await office.tell();
  expect(await office.episodes()).toMatchObject([{ endedBecause: 'unseen' }]);
  expect(office.stub.slack[1]?.text).toContain('Nothing was seen of it for long.');
});

it('when hardly any page can be loaded it is no matter of single sources', async () => {
  for (let host = 0; host < 10; host += 1) await office.looks(6, 'unavailable', `shop-${host}.example`);
  await office.judge();
  expect((await office.episodes()).map(({ rule, subject }) => [rule, subject])).toEqual([['page_loading', '']]);
});

it('who asks about one broken site after another does not flood operators', async () => {
  await office.looks(150, null, 'fine.example');
  for (let host = 0; host < 14; host += 1) await office.looks(6, 'unavailable', `shop-${host}.example`);
  expect(await office.judge()).toBe(10);
  office.pass(1);
  expect(await office.judge()).toBe(0);
  await office.looks(20, 'not_found', 'gone.example');
  await office.looks(20, 'login_required', 'members.example');
  office.pass(1);
  expect(await office.judge()).toBe(0);
  expect(new Set((await office.episodes()).map(({ rule }) => rule))).toEqual(new Set(['source_failure']));
});

it('without a worker the rules are judged once in five minutes', async () => {
  const limits = office.limits;
  const [one, other] = [office.process(), office.process()];
  const judge = (deps: typeof one) => judgeRules(deps, { everyMs: 5 * 60_000, limits });
  await judge(one);
  await office.looks(10, 'unavailable');
  office.pass(4);
  expect([await judge(one), await judge(other)]).toEqual([0, 0]);
  office.pass(1);
  const both = await Promise.all([judge(one), judge(other)]);
  expect(both.sort()).toEqual([0, 1]);
});

it('what an older version judged ends', async () => {
  await database.db
    .insertInto('alertEpisodes')
    .values({
      rule: 'moon',
      severity: 'warning',
      ...{ beganAt: office.now, lastFiredAt: office.now, beganWith: 'x', latest: 'x' },
    })
    .execute();
  await office.judge();
  expect(await ruleOf('moon')).toMatchObject([{ endedBecause: 'unseen' }]);
});

describe('two workers at once', () => {
  it('judge each round once, in order, and tell each channel once', async () => {
    await office.looks(10, 'unavailable');
    const workers = Array.from({ length: 6 }, () => office.process());
    const round = async () => {
      const changed = await Promise.all(workers.flatMap((one) => [office.judge(one), office.judge(one)]));
      const told = await Promise.all(workers.flatMap((one) => [office.tell(one), office.tell(one)]));
      const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
      return { changed: sum(changed), told: sum(told) };
    };
    expect(await round()).toEqual({ changed: 1, told: 2 });
    office.pass(1);
    expect(await round()).toEqual({ changed: 0, told: 0 });
    await office.looks(30, null);
    office.pass(1);
    await round();
    office.pass(1);
    expect(await round()).toEqual({ changed: 1, told: 2 });
    expect(await office.episodes()).toHaveLength(1);
    expect(office.stub.slack).toHaveLength(2);
    expect(await office.mails()).toHaveLength(2);
  });

  it('begin one episode also where both judge the same round', async () => {
    await office.looks(10, 'unavailable');
    // Each claims a round of its own, as where one is so slow that the next is due.
    const workers = Array.from({ length: 6 }, () => office.process());
    const all = await Promise.all(
      workers.map(async (one) => {
        await database.db.deleteFrom('alertRounds').execute();
        return office.judge(one);
      }),
    );
    expect(all.filter((changed) => changed > 0)).toHaveLength(1);
    expect(await office.notices()).toEqual(['email began pending', 'slack began pending']);
  });

  it('are not kept from judging by a clock that was set back', async () => {
    await office.judge();
    office.pass(-300);
    await office.looks(10, 'unavailable');
    expect(await office.judge(office.process())).toBe(1);
  });
});
