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

  test('keeps what a person wrote, which is no secret', () => {
    expect(logged((logger) => logger.info({ prompt: 'Tell me when it rains' }))).toContain('Tell me when it rains');
  });

  test('leaves out what is below its level, and is silent in tests', () => {
    expect(logged((logger) => logger.debug('detail'))).toBe('');
    expect(log().level).toBe('silent');
  });
});
