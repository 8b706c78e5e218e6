import type { Logger } from 'pino';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createLogger } from '@/ops/log';

/** What a line of the log holds. */
type LogLine = Record<string, unknown> & { msg: string };

export interface CapturedLog {
  /** All that was written in this test, as it would stand in the file. */
  readonly text: string;
  readonly lines: LogLine[];
  /** The lines with this message. */
  of(msg: string): LogLine[];
}

/** The log of the process, at info, into memory; empty at the beginning of each test. */
export function useCapturedLog(): CapturedLog {
  const shared = globalThis as typeof globalThis & { __monitorsLog?: Logger | undefined };
  const before = shared.__monitorsLog;
  let text = '';
  const lines = () =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LogLine);
  beforeAll(() => {
    shared.__monitorsLog = createLogger('info', {
      write: (line: string) => {
        text += line;
      },
    });
  });
  beforeEach(() => {
    text = '';
  });
  afterAll(() => {
    shared.__monitorsLog = before;
  });
  return {
    get text() {
      return text;
    },
    get lines() {
      return lines();
    },
    of: (msg) => lines().filter((line) => line.msg === msg),
  };
}
