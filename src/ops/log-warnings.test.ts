import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLogger } from './log';
import { logWarnings } from './log-warnings';

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
