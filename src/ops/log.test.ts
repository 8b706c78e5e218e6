import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, test } from 'vitest';
import { createLogger, log, logWarnings } from './log';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  write(createLogger('info', destination));
  return text;
}

describe('the log', () => {
  test('is one JSON object a line, with time and level by name', () => {
    const entry: unknown = JSON.parse(logged((logger) => logger.info({ monitorId: 'm1' }, 'refreshed')));
    expect(entry).toMatchObject({
      level: 'info',
      msg: 'refreshed',
      monitorId: 'm1',
      time: expect.stringMatching(/Z$/),
    });
  });

  test.each([
    { password: 'hunter2' },
    { a: { b: { c: [{ d: { token: 'hunter2' } }] } } },
    { headers: { authorization: 'Bearer hunter2', cookie: 'session=hunter2' } },
    { request: { headers: { 'x-api-key': 'hunter2', 'set-cookie': 'hunter2' } } },
    { env: { OPENAI_API_KEY: 'hunter2' }, session: { sessionToken: 'hunter2' } },
    { err: new Error('connect postgresql://monitors:hunter2@db.example.org:5432/monitors failed') },
  ])('never shows a secret: %o', (fields) => {
    const text = logged((logger) => logger.error(fields, 'failed'));
    expect(text).not.toContain('hunter2');
    expect(text).toContain('[secret]');
  });

  test('tells of an error what went wrong and why, not what its driver hung on it', () => {
    const cause = Object.assign(new TypeError('no route'), { code: 'EHOSTUNREACH' });
    const error = Object.assign(new Error('lost', { cause }), { detail: 'Key (email)=(ada@example.org)', client: {} });
    const { err } = JSON.parse(logged((logger) => logger.error({ err: error }, 'failed')));
    expect(err).toEqual({
      type: 'Error',
      message: 'lost',
      stack: expect.stringContaining('lost'),
      cause: { type: 'TypeError', message: 'no route', code: 'EHOSTUNREACH', stack: expect.any(String) },
    });
  });

  const described = (err: unknown) => JSON.parse(logged((logger) => logger.error({ err }, 'failed'))).err;

  test("tells of an error's copy without its class the same", () => {
    const error = Object.assign(new RangeError('the server is gone'), { code: '57P01', detail: 'ada@example.org' });
    const copy = {
      ...error,
      message: error.message,
      stack: error.stack,
      queue: 'evaluations',
      cause: new Error('why'),
    };
    expect(described(copy)).toEqual({
      type: 'RangeError',
      message: 'the server is gone',
      code: '57P01',
      stack: error.stack,
      cause: { type: 'Error', message: 'why', stack: expect.any(String) },
    });
  });

  test('tells what errors a gathering error gathers', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED ::1:5432'), { code: 'ECONNREFUSED' });
    const { type, causes } = described(new AggregateError([refused, new Error('the other')], ''));
    expect(type).toBe('AggregateError');
    expect(causes).toMatchObject([{ code: 'ECONNREFUSED', message: refused.message }, { message: 'the other' }]);
  });

  test.each([
    [{ email: 'ada@example.org' }, { type: 'Object', message: 'no error but an object with email' }],
    [Object.create(null), { type: 'object', message: 'no error but an object with nothing in it' }],
    ['a text', { type: 'string', message: 'a text' }],
    [undefined, undefined],
  ])('says something of %o too, which is no error', (thrown, told) => {
    expect(described(thrown)).toEqual(told);
    expect(logged((logger) => logger.error({ err: thrown }, 'failed'))).not.toMatch(/ada@example|object Object/);
  });

  test('never shows what a person wrote, what a page says, or where anybody is reached', () => {
    const fields = { prompt: 'Tell me when it rains', details: { email: 'ada@example.org', quote: '$283.00' } };
    const text = logged((logger) =>
      logger.error({ ...fields, err: new Error('no mail for Ada.L+x@mail.example.org') }),
    );
    expect(text).not.toMatch(/rains|\$283|ada@|ada\.l|example\.org/i);
    expect(text).toContain('no mail for [address]');
  });

  test('keeps versions, which are no addresses', () => {
    expect(logged((logger) => logger.info('at node_modules/next@16.4.6/dist/a.js'))).toContain('next@16.4.6/dist/a.js');
  });

  test('leaves out what is below its level, and is silent in tests', () => {
    expect(logged((logger) => logger.debug('detail'))).toBe('');
    expect(log().level).toBe('silent');
  });
});

it('writes warnings of the process with their cause, and no credentials', async () => {
  const lines: string[] = [];
  const end = logWarnings(createLogger('info', { write: (line: string) => lines.push(line) }));
  const cause = new Error('redis://user:hunter2@cache:6379 does not answer');
  process.emitWarning(new Error('The limits cannot be counted: signIn is refused', { cause }));
  await pause(10);
  end();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    msg: 'The limits cannot be counted: signIn is refused',
    err: { cause: { message: 'redis://[secret]@cache:6379 does not answer' } },
  });
});
