import { once } from 'node:events';
import type { Socket } from 'node:net';

/** The connection could not be made. `code` is Node's (ECONNREFUSED, ETIMEDOUT …) or "EUPSTREAM". */
export class DialError extends Error {
  override readonly name = 'DialError';
  constructor(
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export interface WaitOptions {
  /** For each step. */
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
}

const STEP_TIMEOUT_MS = 8_000;

/** Waits for the event; on error, time-out or abort the socket is gone. Throws DialError ETIMEDOUT, or the cause. */
export async function established(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  { timeoutMs = STEP_TIMEOUT_MS, signal }: WaitOptions,
): Promise<void> {
  const timeout = AbortSignal.timeout(timeoutMs);
  // An error that nobody hears would end the process; whoever uses the socket sees it close.
  socket.on('error', () => {});
  try {
    await once(socket, event, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  } catch (error) {
    socket.destroy();
    if (timeout.aborted) throw new DialError('ETIMEDOUT', 'No answer to the connection', error);
    throw error;
  }
}

/**
 * Reads one message, of which `lengthOf` tells the length once enough of it is there (null: not yet), and leaves what
 * follows in the stream. Throws on error, time-out, abort, end, and beyond `most` bytes.
 */
export async function readMessage(
  socket: Socket,
  lengthOf: (heard: Buffer) => number | null,
  most: number,
  { timeoutMs = STEP_TIMEOUT_MS, signal }: WaitOptions,
): Promise<Buffer> {
  const stop = () => socket.destroy(new DialError('ETIMEDOUT', 'no answer in time'));
  const timer = setTimeout(stop, timeoutMs);
  signal?.addEventListener('abort', stop);
  try {
    let heard = Buffer.alloc(0);
    for (let length = lengthOf(heard); ; length = lengthOf(heard)) {
      if (length !== null && heard.length >= length) {
        if (heard.length > length) socket.unshift(heard.subarray(length));
        return heard.subarray(0, length);
      }
      if (heard.length > most) throw new Error('answered with too much');
      heard = Buffer.concat([heard, await nextChunk(socket)]);
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

async function nextChunk(socket: Socket): Promise<Buffer> {
  const done = new AbortController();
  try {
    for (;;) {
      const chunk: Buffer | null = socket.read();
      if (chunk !== null) return chunk;
      if (socket.errored) throw socket.errored;
      if (socket.readableEnded || socket.destroyed) throw new Error('closed the connection');
      const events = ['readable', 'end', 'close'].map((event) => once(socket, event, { signal: done.signal }));
      for (const event of events) event.catch(() => {});
      await Promise.race(events);
    }
  } finally {
    // The losers of the race would listen for as long as the connection lives.
    done.abort();
  }
}
