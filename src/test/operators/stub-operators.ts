import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** What Slack takes at an incoming webhook, as far as it refuses what is wrong (`invalid_payload`). */
const SlackMessage = z.looseObject({
  text: z.string().min(1).max(40_000),
  blocks: z
    .array(
      z.looseObject({
        type: z.literal('section'),
        text: z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(3_000) }),
      }),
    )
    .max(50),
});

const Key = { routing_key: z.string().length(32), dedup_key: z.string().min(1).max(255) };
/** What PagerDuty's Events API v2 takes. */
const PagerDutyEvent = z.discriminatedUnion('event_action', [
  z.looseObject({
    ...Key,
    event_action: z.literal('trigger'),
    payload: z.looseObject({
      summary: z.string().min(1).max(1_024),
      source: z.string().min(1),
      severity: z.enum(['critical', 'error', 'warning', 'info']),
      timestamp: z.iso.datetime(),
    }),
  }),
  z.looseObject({ ...Key, event_action: z.enum(['acknowledge', 'resolve']) }),
]);

interface OperatorsAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** How long it takes, in milliseconds. */
  afterMs?: number;
}

export interface StubOperators {
  /** Addresses to put into the settings. */
  slackUrl: string;
  pagerDutyUrl: string;
  /** What was accepted, in its order. */
  slack: z.infer<typeof SlackMessage>[];
  pagerDuty: z.infer<typeof PagerDutyEvent>[];
  /** Every request that came, whatever was answered. */
  asked: { service: 'slack' | 'pagerduty'; body: string }[];
  /** What it says to the next one instead of accepting it. */
  answer: (service: 'slack' | 'pagerduty') => OperatorsAnswer;
  close(): Promise<void>;
}

const SLACK_PATH = '/services/T0/B0/a-secret-of-slack';
const PAGERDUTY_PATH = '/v2/enqueue';

/** Slack's incoming webhook and PagerDuty's Events API v2 on loopback, as unwilling as a test wants them. */
export async function startStubOperators(port = 0): Promise<StubOperators> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const service = request.url === SLACK_PATH ? 'slack' : request.url === PAGERDUTY_PATH ? 'pagerduty' : null;
    if (service === null || request.method !== 'POST') return void response.writeHead(404).end('no_service');
    stub.asked.push({ service, body });
    const { status, headers, afterMs = 0 } = stub.answer(service);
    await sleep(afterMs);
    if (status !== undefined) return void response.writeHead(status, headers).end('as the test wishes');
    const [code, said] = service === 'slack' ? takeSlack(body) : takePagerDuty(body);
    response.writeHead(code, { 'content-type': service === 'slack' ? 'text/html' : 'application/json' }).end(said);
  });

  function takeSlack(body: string): [number, string] {
    const message = SlackMessage.safeParse(JSON.parse(body));
    if (!message.success) return [400, 'invalid_payload'];
    stub.slack.push(message.data);
    return [200, 'ok'];
  }

  function takePagerDuty(body: string): [number, string] {
    const event = PagerDutyEvent.safeParse(JSON.parse(body));
    if (!event.success) return [400, JSON.stringify({ status: 'invalid event', errors: [event.error.message] })];
    stub.pagerDuty.push(event.data);
    return [202, JSON.stringify({ status: 'success', dedup_key: event.data.dedup_key })];
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stub: StubOperators = {
    slackUrl: origin + SLACK_PATH,
    pagerDutyUrl: origin + PAGERDUTY_PATH,
    slack: [],
    pagerDuty: [],
    asked: [],
    answer: () => ({}),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}
