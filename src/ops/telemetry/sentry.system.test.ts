import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '@/domain/errors';
import { useCapturedLog } from '@/test/captured-log';
import { setSettings } from '@/test/process-settings';
import { type StubSentry, startStubSentry } from '@/test/telemetry/stub-sentry';
import { log } from '../log';
import { onTrail } from '../trail';
import { flushTelemetry, startTelemetry } from './telemetry';

const captured = useCapturedLog();
const TRAIL = {
  requestId: '11111111-1111-4111-8111-111111111111',
  personId: '22222222-2222-4222-8222-222222222222',
  evaluationId: null,
};
const SECRETS = /ada|hush|example\.org|kettle|10\.0\.0\.1|cookie/i;
let sentry: StubSentry;

beforeAll(async () => {
  sentry = await startStubSentry();
  setSettings({ SENTRY_DSN: sentry.dsn, SENTRY_ENVIRONMENT: 'staging', SENTRY_RELEASE: 'abc123' });
  await startTelemetry();
});
beforeEach(() => {
  sentry.events.length = 0;
  sentry.text.length = 0;
});
afterAll(() => sentry.close());

/** An error of ours with what drivers hang on theirs. */
function hostile(message: string): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' });
  const own = { cause, request: { headers: { cookie: 'hush' } }, detail: 'Key (email)=(ada@example.org)' };
  return Object.assign(new TypeError(message, { cause }), own);
}

async function events() {
  await flushTelemetry();
  return sentry.events;
}

describe('an error of ours', () => {
  it('is reported with where it happened, by ids alone', async () => {
    const error = hostile('“Tell me when the kettle …” of ada@example.org at https://example.org/?token=hush');
    const fields = { err: error, prompt: 'hush', path: '/x?secret=hush', monitorId: 'hush' };
    onTrail(TRAIL, () => log().error(fields, 'A procedure failed'));
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      level: 'error',
      environment: 'staging',
      release: 'abc123',
      transaction: 'A procedure failed',
      user: { id: TRAIL.personId },
      tags: { requestId: TRAIL.requestId },
      contexts: { trace: { trace_id: TRAIL.requestId.replaceAll('-', '') } },
      exception: {
        values: [
          { type: 'Error', value: 'connect ECONNREFUSED [address] (ECONNREFUSED)' },
          { type: 'TypeError', value: '[text] of [address] at [address]' },
        ],
      },
    });
    const { exception } = event as { exception: { values: { stacktrace: { frames: { filename: string }[] } }[] } };
    expect(exception.values[1]?.stacktrace.frames.at(-1)?.filename).toBe('src/ops/telemetry/sentry.system.test.ts');
    expect(sentry.text.join('\n')).not.toMatch(SECRETS);
    expect(sentry.text.join('\n')).not.toContain(process.cwd());
    for (const name of ['request', 'breadcrumbs', 'extra', 'server_name', 'modules'])
      expect(event).not.toHaveProperty(name);
  });

  it('is reported once a minute, and so are copies without a class', async () => {
    for (let again = 0; again < 3; again += 1) log().error({ err: new Error('the same') }, 'again');
    log().error({ err: { message: 'a copy', name: 'QueueError' } }, 'the queue reports an error');
    expect((await events()).map(({ transaction }) => transaction)).toEqual(['again', 'the queue reports an error']);
  });
});

it('a refusal, a warning and a line without an error are none', async () => {
  log().error({ err: new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.') }, 'refused');
  log().warn({ err: new Error('expected') }, 'the heartbeat of an evaluation failed');
  log().error({ setting: 'SEARCH_URL' }, 'SEARCH_URL cannot be asked');
  expect(await events()).toEqual([]);
});

it('a Sentry that refuses is told in the log, once, and reported nowhere', async () => {
  sentry.status = 403;
  for (const at of [1, 2, 3]) log().error({ err: new Error(`number ${at} of it`) }, 'in vain');
  await flushTelemetry();
  expect(captured.of('Sentry did not take a report; it is lost')).toMatchObject([
    { err: { message: 'Sentry answered 403' } },
  ]);
});

it('a flood of different errors is cut', async () => {
  sentry.status = 200;
  for (let at = 0; at < 100; at += 1) log().error({ err: new Error('x'.repeat(at + 1)) }, 'a flood');
  expect((await events()).length).toBeLessThanOrEqual(20);
});
