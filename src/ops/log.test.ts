import { describe, expect, test } from 'vitest';
import { createLogger, log } from './log';

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

  test('keeps what a person wrote, which is no secret', () => {
    expect(logged((logger) => logger.info({ prompt: 'Tell me when it rains' }))).toContain('Tell me when it rains');
  });

  test('leaves out what is below its level, and is silent in tests', () => {
    expect(logged((logger) => logger.debug('detail'))).toBe('');
    expect(log().level).toBe('silent');
  });
});
