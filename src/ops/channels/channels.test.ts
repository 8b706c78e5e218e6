import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StubOperators, startStubOperators } from '@/test/operators/stub-operators';
import type { ChannelEnd, ChannelMessage, OutsideChannel } from './channel';
import { openChannels } from './open-channels';
import { createPagerDuty } from './pagerduty';
import { createSlack } from './slack';

const ROUTING_KEY = 'R0123456789abcdefR0123456789abcd';
const pageUrl = 'https://monitors.example.org/admin/alerts';
const BEGAN: ChannelMessage = {
  ...{ kind: 'began', key: 'episode-1', title: 'Requests <fail> & more', severity: 'critical' },
  ...{ why: '7 of 80 requests failed (8.8 %).', at: new Date('2026-11-30T09:00:00Z') },
};

let stub: StubOperators;
beforeEach(async () => {
  stub = await startStubOperators();
});
afterEach(() => stub.close());

const slack = () => createSlack({ url: stub.slackUrl, pageUrl, timeoutMs: 300 });
const pagerduty = () => createPagerDuty({ url: stub.pagerDutyUrl, routingKey: ROUTING_KEY, pageUrl, timeoutMs: 300 });

it('Slack is told in its own words, what has a meaning there escaped', async () => {
  expect(await slack().send(BEGAN)).toEqual({ sent: true });
  expect(await slack().send({ ...BEGAN, kind: 'ended' })).toEqual({ sent: true });
  const [began, ended] = stub.slack;
  expect(began?.text).toBe('Requests &lt;fail&gt; &amp; more. 7 of 80 requests failed (8.8 %).');
  expect(began?.blocks[0]?.text.text).toBe(
    ':rotating_light: *Requests &lt;fail&gt; &amp; more*\n7 of 80 requests failed (8.8 %).\n' +
      '<https://monitors.example.org/admin/alerts|Open the alerts>',
  );
  expect(ended?.text).toContain('Over: Requests');
});

it('PagerDuty has what is told under one key as one, from its begin to its end', async () => {
  expect(await pagerduty().send(BEGAN)).toEqual({ sent: true });
  expect(await pagerduty().send({ ...BEGAN, kind: 'ended' })).toEqual({ sent: true });
  expect(stub.pagerDuty).toMatchObject([
    {
      ...{ routing_key: ROUTING_KEY, event_action: 'trigger', dedup_key: 'monitors-episode-1' },
      payload: {
        ...{ severity: 'critical', source: 'monitors.example.org', timestamp: '2026-11-30T09:00:00.000Z' },
        summary: 'Requests <fail> & more. 7 of 80 requests failed (8.8 %).',
      },
    },
    { event_action: 'resolve', dedup_key: 'monitors-episode-1' },
  ]);
});

describe.each<[string, () => OutsideChannel]>([
  ['Slack', slack],
  ['PagerDuty', pagerduty],
])('%s', (name, open) => {
  const ends = async (answer: ReturnType<StubOperators['answer']>): Promise<ChannelEnd> => {
    stub.answer = () => answer;
    return open().send(BEGAN);
  };
  const later = (error: string, retryAfterMs: number | null = null) => ({
    ...{ sent: false, again: true, error: `${name} ${error}`, retryAfterMs },
  });

  it('is asked again later where it is not well, or too much was asked', async () => {
    expect(await ends({ status: 500 })).toEqual(later('answered 500'));
    expect(await ends({ status: 429, headers: { 'retry-after': '30' } })).toEqual(later('answered 429', 30_000));
    expect(await ends({ status: 429, headers: { 'retry-after': '999999' } })).toEqual(later('answered 429', 3_600_000));
    expect(await ends({ status: 503, headers: { 'retry-after': 'soon' } })).toEqual(later('answered 503'));
  });

  it('is not waited for longer than its time', async () => {
    const from = performance.now();
    expect(await ends({ afterMs: 5_000 })).toEqual(later('did not answer in time'));
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('is not asked again where it refuses the message or our key', async () => {
    for (const status of [400, 403, 404, 410])
      expect(await ends({ status })).toMatchObject({ sent: false, again: false, error: `${name} answered ${status}` });
  });

  it.each([301, 302, 307, 308])('is not followed to where %d leads', async (status) => {
    const end = await ends({ status, headers: { location: stub.slackUrl } });
    expect(end).toMatchObject({
      sent: false,
      again: false,
      error: `${name} answered ${status}: redirects are refused`,
    });
    expect(stub.asked).toHaveLength(1);
  });

  it('is told of as gone without its address', async () => {
    await stub.close();
    expect(await open().send(BEGAN)).toEqual(later('could not be reached'));
    stub = await startStubOperators();
  });

  it('says nothing of its secrets, whatever goes wrong', async () => {
    for (const answer of [{ status: 500 }, { status: 404 }, { status: 302 }, { afterMs: 1_000 }])
      expect(JSON.stringify(await ends(answer))).not.toMatch(/a-secret-of-slack|R0123456789|127\.0\.0\.1/);
  });
});

it('only what the settings name is there', () => {
  const env = { APP_URL: 'https://monitors.example.org', PAGERDUTY_URL: stub.pagerDutyUrl };
  expect(openChannels({ ...env, SLACK_WEBHOOK_URL: undefined, PAGERDUTY_ROUTING_KEY: undefined })).toEqual({
    slack: null,
    pagerduty: null,
  });
  const both = openChannels({ ...env, SLACK_WEBHOOK_URL: stub.slackUrl, PAGERDUTY_ROUTING_KEY: ROUTING_KEY });
  expect(both.slack).not.toBeNull();
  expect(both.pagerduty).not.toBeNull();
});
